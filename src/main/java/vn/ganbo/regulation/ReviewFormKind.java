package vn.ganbo.regulation;

/** Mẫu 2A, 2B, 2C: who fills in which self-review (Hướng dẫn 43); labels under reviewFormKind.* */
public enum ReviewFormKind {
    LEADER,
    NO_POST,
    OUTSIDE
}
