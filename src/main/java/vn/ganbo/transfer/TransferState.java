package vn.ganbo.transfer;

/** Where a transfer stands; labels under transferState.* */
public enum TransferState {
    /** By the cell; the office issues the letter or declines. */
    PROPOSED,
    OPENED,
    ISSUED,
    RECEIVED,
    PLACED,
    RETURNED,
    CANCELLED,
    LEFT,
    STAYING,
    ENDED
}
