package vn.ganbo.meeting;

/** What an invited member says before the meeting; labels under reply.* */
public enum Reply {
    COMING,
    LEAVE
}
