package vn.ganbo.regulation;

/** Giảm hay miễn công tác và sinh hoạt đảng; labels under leaveExtent.* */
public enum LeaveExtent {
    REDUCED,
    FULL
}
