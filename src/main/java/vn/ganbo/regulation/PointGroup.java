package vn.ganbo.regulation;

/** Nhóm điểm: 30 for common criteria, 70 for results (Quy định 366); labels under pointGroup.* */
public enum PointGroup {
    COMMON(30),
    TASKS(70);

    private final int most;

    PointGroup(int most) {
        this.most = most;
    }

    /** The points that the lines of this group give together. */
    public int most() {
        return most;
    }
}
