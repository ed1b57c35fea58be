package vn.ganbo.assignment;

/** Kỳ kiểm điểm: how often a task is reviewed; labels under reviewCycle.* */
public enum ReviewCycle {
    MONTH,
    QUARTER,
    HALF_YEAR
}
