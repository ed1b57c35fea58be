package vn.ganbo.screening;

/** What a cell notes month by month, or for a year; labels under lapseKind.* */
public enum LapseKind {
    ABSENCE,
    DUES,
    /** A year classified as not fulfilled; kept under its January. */
    NOT_FULFILLED
}
