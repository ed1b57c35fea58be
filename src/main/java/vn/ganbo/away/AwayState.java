package vn.ganbo.away;

/** Where an application stands: member → cell committee → cell → above; labels under awayState.* */
public enum AwayState {
    SUBMITTED,
    SUPPORTED,
    RESOLVED,
    REPORTED,
    DECIDED,
    REFUSED,
    WITHDRAWN,
    LAPSED
}
