package vn.ganbo.exchange;

import java.util.Arrays;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Refusal;

/**
 * Vòng đời thông tin trao đổi: from, act, to. The acts and docs/generated/lifecycles.md come from
 * it. A shortcoming goes the way through HEARING, every other notice straight from DRAFT to SENT.
 */
public enum NoticeLifecycle {
    HEAR(NoticeState.DRAFT, NoticeState.HEARING),
    SEND(NoticeState.DRAFT, NoticeState.SENT),
    SEND_HEARD(NoticeState.HEARING, NoticeState.SENT),
    DROP(NoticeState.DRAFT, NoticeState.DROPPED),
    DROP_HEARD(NoticeState.HEARING, NoticeState.DROPPED),
    RECEIVE(NoticeState.SENT, NoticeState.RECEIVED),
    ANSWER(NoticeState.RECEIVED, NoticeState.ANSWERED),
    ANSWER_AT_ONCE(NoticeState.SENT, NoticeState.ANSWERED);

    private final NoticeState from;
    private final NoticeState to;

    NoticeLifecycle(NoticeState from, NoticeState to) {
        this.from = from;
        this.to = to;
    }

    /** The state before. */
    public NoticeState from() {
        return from;
    }

    /** The state after. */
    public NoticeState to() {
        return to;
    }

    static boolean allows(NoticeState from, NoticeState to) {
        return Arrays.stream(values()).anyMatch(step -> step.from == from && step.to == to);
    }

    /** Refuses a step that the table does not have, and says where the notice stands. */
    static void require(NoticeState from, NoticeState to) {
        if (!allows(from, to)) {
            throw new Refusal("exchange.wrong-state", Labels.of(from));
        }
    }
}
