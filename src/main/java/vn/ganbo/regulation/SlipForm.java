package vn.ganbo.regulation;

/** Which form of the comment slip; labels under slipForm.*. */
public enum SlipForm {
    /** C1: a member who comes to the residence's meetings. */
    NORMAL,
    /** C2: a member exempt from the meetings, asked only when needed. */
    EXEMPT
}
