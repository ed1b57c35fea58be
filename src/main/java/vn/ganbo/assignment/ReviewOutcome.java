package vn.ganbo.assignment;

/** What becomes of the assignment; labels under reviewOutcome.* */
enum ReviewOutcome {
    KEPT,
    CHANGED,
    ENDED
}
