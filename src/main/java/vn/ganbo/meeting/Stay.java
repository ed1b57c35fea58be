package vn.ganbo.meeting;

/** Sinh hoạt tạm thời of somebody who is called to a cell's Party life. */
public enum Stay {
    /** With this cell for a time and counted elsewhere: is heard, has no vote, is counted apart. */
    HERE,
    /** Of this cell and with a host for a time: may come, is never absent. */
    ELSEWHERE
}
