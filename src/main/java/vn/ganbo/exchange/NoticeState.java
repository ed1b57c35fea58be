package vn.ganbo.exchange;

/** Where a notice stands; labels under noticeState.* */
public enum NoticeState {
    DRAFT,
    /** The person has been asked to say the own view of a shortcoming. */
    HEARING,
    SENT,
    RECEIVED,
    ANSWERED,
    DROPPED;

    /** Whether both sides and the person know of it. */
    boolean told() {
        return this == SENT || this == RECEIVED || this == ANSWERED;
    }
}
