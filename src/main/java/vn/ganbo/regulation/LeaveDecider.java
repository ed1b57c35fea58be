package vn.ganbo.regulation;

/**
 * Who decides on a reduction or exemption: the cell, which then reports, or the committee above it;
 * labels under leaveDecider.*
 */
public enum LeaveDecider {
    CELL,
    COMMITTEE
}
