package vn.ganbo.classification;

/**
 * Where a member's review of the year stands: self → cell → committee; labels under reviewState.*
 */
enum ReviewState {
    NOT_DUE,
    DRAFT,
    SENT,
    PROPOSED,
    DECIDED
}
