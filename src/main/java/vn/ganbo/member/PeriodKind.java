package vn.ganbo.member;

/** What lasts for a time in a member's life in the Party; labels under periodKind.* */
enum PeriodKind {
    STATUS,
    MEMBERSHIP,
    WORKPLACE,
    RESIDENCE
}
