package vn.ganbo.assessment;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Refusal;

/**
 * Vòng đời phiếu nhận xét: from, act, to (Form C of Hướng dẫn 33-HD/BTCTW: the cell signs, the
 * commune's committee confirms, the workplace receives). A correction after the return is a new
 * slip, so RETURNED is the end.
 */
public enum CommentLifecycle {
    SAVE(CommentState.DRAFT, CommentState.DRAFT),
    SIGN(CommentState.DRAFT, CommentState.CELL_SIGNED),
    GIVE_BACK(CommentState.CELL_SIGNED, CommentState.DRAFT),
    CONFIRM(CommentState.CELL_SIGNED, CommentState.COMMUNE_CONFIRMED),
    RETURN(CommentState.COMMUNE_CONFIRMED, CommentState.RETURNED);

    private final CommentState from;
    private final CommentState to;

    CommentLifecycle(CommentState from, CommentState to) {
        this.from = from;
        this.to = to;
    }

    /** The state before. */
    public CommentState from() {
        return from;
    }

    /** The state after. */
    public CommentState to() {
        return to;
    }

    /** Acts that are possible in a state. */
    static Set<CommentLifecycle> actsFrom(CommentState state) {
        return Arrays.stream(values())
                .filter(act -> act.from == state)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Refuses the act in any other state than its own, and says where the slip stands. */
    void require(CommentState state) {
        if (state != from) {
            throw new Refusal("assessment.wrong-state", Labels.of(state));
        }
    }
}
