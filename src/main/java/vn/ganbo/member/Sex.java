package vn.ganbo.member;

/** Giới tính; labels under sex.* */
public enum Sex {
    MALE,
    FEMALE
}
