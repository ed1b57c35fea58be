package vn.ganbo.liaison;

/** What has changed since a letter was made; labels under letterChange.* */
enum LetterChange {
    /** The person is no longer in the Party organisation: moved away, left, struck off or died. */
    GONE,
    /** The record names another commune than the one the letter went to. */
    MOVED,
    /** The residence gave the letter back and none was made since. */
    RETURNED
}
