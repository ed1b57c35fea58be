package vn.ganbo.transfer;

import java.util.Arrays;
import java.util.List;

/** Why a member's Party life goes on elsewhere; labels under transferCause.* */
public enum TransferCause {
    JOB(TransferKind.OFFICIAL),
    RETIREMENT(TransferKind.OFFICIAL),
    MOVE(TransferKind.OFFICIAL),
    DISCHARGE(TransferKind.OFFICIAL),
    POSTING(TransferKind.TEMPORARY),
    STUDY(TransferKind.TEMPORARY);

    private final TransferKind kind;

    TransferCause(TransferKind kind) {
        this.kind = kind;
    }

    TransferKind kind() {
        return kind;
    }

    /** The reasons for a transfer after which the member returns. */
    public static List<TransferCause> temporary() {
        return of(TransferKind.TEMPORARY);
    }

    static List<TransferCause> of(TransferKind kind) {
        return Arrays.stream(values()).filter(cause -> cause.kind == kind).toList();
    }
}
