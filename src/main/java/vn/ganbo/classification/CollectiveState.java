package vn.ganbo.classification;

/** Where the review of a cell or committee stands; labels under collectiveState.* */
enum CollectiveState {
    DRAFT,
    PROPOSED,
    DECIDED
}
