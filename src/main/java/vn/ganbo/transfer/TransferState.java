package vn.ganbo.transfer;

/** Where a transfer stands; labels under transferState.* */
public enum TransferState {
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
