package vn.ganbo.meeting;

/** Hình thức họp: where people take part; labels under meetingWay.* */
public enum MeetingWay {
    /** Tại chỗ. */
    IN_PERSON,
    /** Trực tuyến: everybody from where they are. */
    ONLINE,
    /** Tại chỗ và trực tuyến. */
    MIXED,
    /** Theo nhóm: groups come together where they are, each at its place. */
    BY_GROUP;

    /** Whether somebody can take part without coming to the place. */
    boolean fromAfar() {
        return this != IN_PERSON;
    }
}
