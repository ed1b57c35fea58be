package vn.ganbo.screening;

import java.util.Arrays;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Refusal;

/** Vòng đời một trường hợp xem xét: from, act, to; docs/generated/lifecycles.md comes from it. */
public enum ScreeningLifecycle {
    PLAN_HELP(ScreeningState.OPENED, ScreeningState.HELPED),
    PROPOSE(ScreeningState.OPENED, ScreeningState.PROPOSED),
    PROPOSE_AFTER_HELP(ScreeningState.HELPED, ScreeningState.PROPOSED),
    SEND_BACK(ScreeningState.PROPOSED, ScreeningState.OPENED),
    DECIDE(ScreeningState.PROPOSED, ScreeningState.DECIDED);

    private final ScreeningState from;
    private final ScreeningState to;

    ScreeningLifecycle(ScreeningState from, ScreeningState to) {
        this.from = from;
        this.to = to;
    }

    /** The state before. */
    public ScreeningState from() {
        return from;
    }

    /** The state after. */
    public ScreeningState to() {
        return to;
    }

    static boolean allows(ScreeningState from, ScreeningState to) {
        return Arrays.stream(values()).anyMatch(step -> step.from == from && step.to == to);
    }

    /** Refuses a step that the table does not have, and says where the case stands. */
    static void require(ScreeningState from, ScreeningState to) {
        if (!allows(from, to)) {
            throw new Refusal("screening.wrong-state", Labels.of(from));
        }
    }
}
