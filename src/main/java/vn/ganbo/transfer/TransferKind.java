package vn.ganbo.transfer;

/** Chính thức, tạm thời; labels under transferKind.* */
enum TransferKind {
    OFFICIAL,
    TEMPORARY
}
