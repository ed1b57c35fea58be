package vn.ganbo.member;

/** Why somebody needs to read a personal ID number; labels under revealReason.* */
enum RevealReason {
    FILE_CHECK,
    PAPER,
    DUPLICATE,
    INSPECTION
}
