package vn.ganbo.transfer;

import java.util.Arrays;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Refusal;

/**
 * Vòng đời chuyển sinh hoạt đảng: from, act, to. An official transfer ends in a cell of this
 * program (PLACED) or outside of it (LEFT); a temporary one in the return (ENDED). The acts and
 * docs/generated/lifecycles.md come from this table.
 */
public enum TransferLifecycle {
    ISSUE_PROPOSED(TransferState.PROPOSED, TransferState.ISSUED),
    ISSUE(TransferState.OPENED, TransferState.ISSUED),
    RECEIVE(TransferState.ISSUED, TransferState.RECEIVED),
    PLACE(TransferState.RECEIVED, TransferState.PLACED),
    GIVE_BACK(TransferState.ISSUED, TransferState.RETURNED),
    GIVE_BACK_LATER(TransferState.RECEIVED, TransferState.RETURNED),
    DECLINE(TransferState.PROPOSED, TransferState.CANCELLED),
    CANCEL_OPENED(TransferState.OPENED, TransferState.CANCELLED),
    CANCEL_ISSUED(TransferState.ISSUED, TransferState.CANCELLED),
    LEAVE(TransferState.ISSUED, TransferState.LEFT),
    BEGIN_STAY(TransferState.ISSUED, TransferState.STAYING),
    END_STAY(TransferState.STAYING, TransferState.ENDED);

    private final TransferState from;
    private final TransferState to;

    TransferLifecycle(TransferState from, TransferState to) {
        this.from = from;
        this.to = to;
    }

    /** The state before. */
    public TransferState from() {
        return from;
    }

    /** The state after. */
    public TransferState to() {
        return to;
    }

    static boolean allows(TransferState from, TransferState to) {
        return Arrays.stream(values()).anyMatch(step -> step.from == from && step.to == to);
    }

    /** Refuses a step that the table does not have, and says where the transfer stands. */
    static void require(TransferState from, TransferState to) {
        if (!allows(from, to)) {
            throw new Refusal("transfer.wrong-state", Labels.of(from));
        }
    }
}
