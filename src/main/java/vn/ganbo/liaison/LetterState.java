package vn.ganbo.liaison;

/** Where a letter of introduction stands; labels under letterState.* */
public enum LetterState {
    ISSUED,
    SIGNED,
    SENT,
    ACKNOWLEDGED,
    PLACED,
    ENDED,
    RETURNED,
    WITHDRAWN
}
