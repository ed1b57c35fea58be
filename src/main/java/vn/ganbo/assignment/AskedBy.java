package vn.ganbo.assignment;

/** Which body of the neighbourhood asks, never a person; labels under askedBy.* */
enum AskedBy {
    GROUP,
    FRONT,
    MASS,
    OTHER
}
