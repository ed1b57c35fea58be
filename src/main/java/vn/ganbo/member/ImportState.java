package vn.ganbo.member;

/** Where an uploaded list stands; labels under importState.* */
public enum ImportState {
    MAPPING,
    UPLOADED,
    CHECKED,
    APPLIED,
    FAILED,
    TAKEN_BACK
}
