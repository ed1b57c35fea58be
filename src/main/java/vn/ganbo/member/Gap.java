package vn.ganbo.member;

/** What a record may lack; found by the view member.completeness; labels under gap.* */
enum Gap {
    BIRTH,
    SEX,
    ETHNICITY,
    CARD,
    FILE_NO,
    PERSONAL_ID,
    ADMITTED,
    OFFICIAL,
    OCCUPATION,
    PHONE,
    ADDRESS,
    COMMUNE
}
