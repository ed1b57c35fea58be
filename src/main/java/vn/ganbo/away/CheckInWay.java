package vn.ganbo.away;

/** How the cell heard; labels under checkInWay.* */
enum CheckInWay {
    TAP,
    REPORT,
    CALL
}
