package vn.ganbo.member;

/** Tình trạng đảng viên; labels under memberStatus.* */
public enum MemberStatus {
    OFFICIAL,
    PROBATIONARY,
    SUSPENDED,
    EXEMPT,
    AWAY,
    TRANSFERRED,
    STRUCK_OFF,
    EXPELLED,
    LEFT,
    DECEASED
}
