package vn.ganbo.meeting;

/** Định kỳ or another meeting; only periodic ones count towards the rulebook's number a year. */
public enum MeetingKind {
    PERIODIC,
    OTHER
}
