package vn.ganbo.assignment;

/** Which body of the neighbourhood asks, never a person; labels under askedBy.* */
public enum AskedBy {
    GROUP,
    FRONT,
    MASS,
    OTHER
}
