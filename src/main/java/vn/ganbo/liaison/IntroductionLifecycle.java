package vn.ganbo.liaison;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Refusal;

/**
 * Vòng đời giấy giới thiệu: from, act, to. The acts, their SQL and docs/generated/lifecycles.md all
 * come from this table. (Regulation 213, Art. 3 and 4.1; DECISIONS 9.)
 */
public enum IntroductionLifecycle {
    SIGN(LetterState.ISSUED, LetterState.SIGNED),
    SEND(LetterState.SIGNED, LetterState.SENT),
    ACKNOWLEDGE(LetterState.SENT, LetterState.ACKNOWLEDGED),
    ACKNOWLEDGE_AND_PLACE(LetterState.SENT, LetterState.PLACED),
    PLACE(LetterState.ACKNOWLEDGED, LetterState.PLACED),
    MOVE(LetterState.PLACED, LetterState.PLACED),
    RETURN(LetterState.SENT, LetterState.RETURNED),
    RETURN_LATER(LetterState.ACKNOWLEDGED, LetterState.RETURNED),
    WITHDRAW_ISSUED(LetterState.ISSUED, LetterState.WITHDRAWN),
    WITHDRAW_SIGNED(LetterState.SIGNED, LetterState.WITHDRAWN),
    WITHDRAW_SENT(LetterState.SENT, LetterState.WITHDRAWN),
    END_ACKNOWLEDGED(LetterState.ACKNOWLEDGED, LetterState.ENDED),
    END_PLACED(LetterState.PLACED, LetterState.ENDED);

    private final LetterState from;
    private final LetterState to;

    IntroductionLifecycle(LetterState from, LetterState to) {
        this.from = from;
        this.to = to;
    }

    /** The state before. */
    public LetterState from() {
        return from;
    }

    /** The state after. */
    public LetterState to() {
        return to;
    }

    /** States from which a letter may go to this one. */
    static List<LetterState> before(LetterState to) {
        return Arrays.stream(values())
                .filter(step -> step.to == to)
                .map(step -> step.from)
                .distinct()
                .toList();
    }

    /** States that a letter may go to from this one. */
    static Set<LetterState> after(LetterState from) {
        return Arrays.stream(values())
                .filter(step -> step.from == from)
                .map(step -> step.to)
                .collect(Collectors.toSet());
    }

    /** Refuses a step that the table does not have, and says where the letter stands. */
    static void require(LetterState from, LetterState to) {
        if (!after(from).contains(to)) {
            throw new Refusal("liaison.wrong-state", Labels.of(from));
        }
    }
}
