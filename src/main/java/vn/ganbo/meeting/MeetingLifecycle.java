package vn.ganbo.meeting;

import java.util.Arrays;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Refusal;

/** Vòng đời cuộc họp: from, act, to. The acts and docs/generated/lifecycles.md come from it. */
public enum MeetingLifecycle {
    INVITE(MeetingState.PLANNED, MeetingState.INVITED),
    INVITE_MORE(MeetingState.INVITED, MeetingState.INVITED),
    HOLD(MeetingState.INVITED, MeetingState.HELD),
    CANCEL_PLANNED(MeetingState.PLANNED, MeetingState.CANCELLED),
    CANCEL_INVITED(MeetingState.INVITED, MeetingState.CANCELLED);

    private final MeetingState from;
    private final MeetingState to;

    MeetingLifecycle(MeetingState from, MeetingState to) {
        this.from = from;
        this.to = to;
    }

    /** The state before. */
    public MeetingState from() {
        return from;
    }

    /** The state after. */
    public MeetingState to() {
        return to;
    }

    /** Whether the table has this step. */
    static boolean allows(MeetingState from, MeetingState to) {
        return Arrays.stream(values()).anyMatch(step -> step.from == from && step.to == to);
    }

    /** Refuses a step that the table does not have, and says where the meeting stands. */
    static void require(MeetingState from, MeetingState to) {
        if (!allows(from, to)) {
            throw new Refusal("meeting.wrong-state", Labels.of(from));
        }
    }
}
