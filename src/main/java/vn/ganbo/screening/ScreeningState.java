package vn.ganbo.screening;

/** Where a case stands; labels under screeningState.* */
public enum ScreeningState {
    OPENED,
    HELPED,
    PROPOSED,
    DECIDED
}
