package vn.ganbo.liaison;

/** What the workplace's list and the residence's register do not agree on; labels mismatch.*. */
enum Mismatch {
    /** A member at work for whom no letter is on its way or in force. */
    NEVER_INTRODUCED,
    /** A letter that the residence has not acknowledged, or has returned. */
    NEVER_RECEIVED,
    /** Two entries on registers today with one name and one birth. */
    LISTED_TWICE,
    /** An entry on a register today of somebody whose record says otherwise. */
    GONE_BUT_LISTED
}
