package vn.ganbo.screening;

/** What the cell did before any formal step; labels under talkKind.* */
public enum TalkKind {
    REMINDED,
    TALKED
}
