package vn.ganbo.meeting;

/**
 * With those on the register, periodic or when needed, or the cell's own Party life; only periodic
 * ones count towards the rulebook's number a year. Labels under meetingKind.*
 */
public enum MeetingKind {
    PERIODIC,
    /** Sinh hoạt chi bộ: the cell calls its own members, also those away at work. */
    PARTY_LIFE,
    OTHER
}
