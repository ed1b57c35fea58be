package vn.ganbo.away;

import java.util.Arrays;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Refusal;

/**
 * Vòng đời đơn xin giảm, miễn: from, act, to. The acts and docs/generated/lifecycles.md come from
 * it.
 */
public enum AwayLifecycle {
    SUPPORT(AwayState.SUBMITTED, AwayState.SUPPORTED),
    RESOLVE(AwayState.SUPPORTED, AwayState.RESOLVED),
    REPORT(AwayState.RESOLVED, AwayState.REPORTED),
    DECIDE(AwayState.RESOLVED, AwayState.DECIDED),
    REFUSE_SUBMITTED(AwayState.SUBMITTED, AwayState.REFUSED),
    REFUSE_SUPPORTED(AwayState.SUPPORTED, AwayState.REFUSED),
    REFUSE_RESOLVED(AwayState.RESOLVED, AwayState.REFUSED),
    WITHDRAW_SUBMITTED(AwayState.SUBMITTED, AwayState.WITHDRAWN),
    WITHDRAW_SUPPORTED(AwayState.SUPPORTED, AwayState.WITHDRAWN),
    LAPSE_RESOLVED(AwayState.RESOLVED, AwayState.LAPSED),
    LAPSE_REPORTED(AwayState.REPORTED, AwayState.LAPSED),
    LAPSE_DECIDED(AwayState.DECIDED, AwayState.LAPSED);

    private final AwayState from;
    private final AwayState to;

    AwayLifecycle(AwayState from, AwayState to) {
        this.from = from;
        this.to = to;
    }

    /** The state before. */
    public AwayState from() {
        return from;
    }

    /** The state after. */
    public AwayState to() {
        return to;
    }

    /** Whether the table has this step. */
    static boolean allows(AwayState from, AwayState to) {
        return Arrays.stream(values()).anyMatch(step -> step.from == from && step.to == to);
    }

    /** Refuses a step that the table does not have, and says where the application stands. */
    static void require(AwayState from, AwayState to) {
        if (!allows(from, to)) {
            throw new Refusal("away.wrong-state", Labels.of(from));
        }
    }
}
