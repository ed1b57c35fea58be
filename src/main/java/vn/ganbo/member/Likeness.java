package vn.ganbo.member;

/** Why two records may be of one person. */
enum Likeness {
    PERSONAL_ID,
    CARD,
    BIRTH,
    ADMITTED
}
