package vn.ganbo.assignment;

/** What becomes of the assignment; labels under reviewOutcome.* */
public enum ReviewOutcome {
    KEPT,
    CHANGED,
    ENDED
}
