package vn.ganbo.meeting;

import vn.ganbo.kernel.Fact.Side;

/**
 * With those on the register, periodic or when needed, or the cell's own Party life; only periodic
 * ones count towards the rulebook's number a year. Labels under meetingKind.*
 */
public enum MeetingKind {
    PERIODIC,
    /** Sinh hoạt chi bộ: the cell calls its own members, also those away at work. */
    PARTY_LIFE,
    OTHER;

    /** Where the people called are at home in it: whose facts they are. */
    Side side() {
        return this == PARTY_LIFE ? Side.WORKPLACE : Side.RESIDENCE;
    }
}
