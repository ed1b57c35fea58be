package vn.ganbo.meeting;

/** What the roll-call says of one invited person; labels under mark.* */
public enum Mark {
    /** Có mặt. */
    PRESENT,
    /** Dự từ xa: took part online or with a group elsewhere; counted as present. */
    FROM_AFAR,
    /** Xin vắng: leave was asked before the meeting. */
    EXCUSED_BEFORE,
    /** Vắng: nothing more is known until the person has been asked. */
    ABSENT,
    /** Người nhà họp thay: someone of the household came; noted, unnamed, never present. */
    HOUSEHOLD
}
