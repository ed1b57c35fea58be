package vn.ganbo.meeting;

/** Where a meeting stands; labels under meetingState.* */
public enum MeetingState {
    PLANNED,
    INVITED,
    HELD,
    CANCELLED
}
