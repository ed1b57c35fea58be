package vn.ganbo.regulation;

/** On what a screening case rests; labels under screeningGround.* */
public enum ScreeningGround {
    LAPSES,
    CARD,
    NO_PROGRESS,
    TWO_YEARS,
    STANDARDS,
    OWN_REQUEST
}
