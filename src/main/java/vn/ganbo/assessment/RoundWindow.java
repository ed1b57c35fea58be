package vn.ganbo.assessment;

/** What may be done in a round until its day; labels under roundWindow.* */
enum RoundWindow {
    /** A workplace asks for the yearly comment. */
    REQUEST,
    /** A cell signs. */
    COMMENT,
    /** The commune's committee confirms. */
    CONFIRMATION,
    /** The slips go back to the workplaces. */
    RETURN
}
