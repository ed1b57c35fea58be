package vn.ganbo.assignment;

import java.util.Arrays;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Refusal;

/** Vòng đời phân công: from, act, to. The acts and docs/generated/lifecycles.md come from it. */
public enum AssignmentLifecycle {
    ACCEPT(AssignmentState.PROPOSED, AssignmentState.ACCEPTED),
    ASK_ADJUSTMENT(AssignmentState.PROPOSED, AssignmentState.ADJUSTMENT_ASKED),
    WITHDRAW(AssignmentState.PROPOSED, AssignmentState.WITHDRAWN),
    KEEP(AssignmentState.ADJUSTMENT_ASKED, AssignmentState.ACCEPTED),
    PROPOSE_OTHERWISE(AssignmentState.ADJUSTMENT_ASKED, AssignmentState.PROPOSED),
    WITHDRAW_AS_ASKED(AssignmentState.ADJUSTMENT_ASKED, AssignmentState.WITHDRAWN),
    CHANGE_AFTER_REVIEW(AssignmentState.ACCEPTED, AssignmentState.PROPOSED),
    END(AssignmentState.ACCEPTED, AssignmentState.ENDED);

    private final AssignmentState from;
    private final AssignmentState to;

    AssignmentLifecycle(AssignmentState from, AssignmentState to) {
        this.from = from;
        this.to = to;
    }

    /** The state before. */
    public AssignmentState from() {
        return from;
    }

    /** The state after. */
    public AssignmentState to() {
        return to;
    }

    /** Whether the table has this step. */
    static boolean allows(AssignmentState from, AssignmentState to) {
        return Arrays.stream(values()).anyMatch(step -> step.from == from && step.to == to);
    }

    /** Refuses a step that the table does not have, and says where the assignment stands. */
    static void require(AssignmentState from, AssignmentState to) {
        if (!allows(from, to)) {
            throw new Refusal("assignment.wrong-state", Labels.of(from));
        }
    }
}
