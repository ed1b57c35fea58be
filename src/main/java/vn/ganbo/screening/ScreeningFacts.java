package vn.ganbo.screening;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.ganbo.kernel.Fact;

/** What happens in screening; the residence where only the contact is kept reads none of it. */
public final class ScreeningFacts {
    static final String NOTED = "screening.lapse-noted";
    static final String WITHDRAWN = "screening.lapse-withdrawn";
    static final String TALKED = "screening.talk-noted";
    static final String OPENED = "screening.case-opened";
    static final String HEARD = "screening.person-heard";
    static final String SAID = "screening.member-said";
    static final String PLANNED = "screening.help-planned";
    static final String LOOKED = "screening.help-looked-at";
    static final String PROPOSED = "screening.outcome-proposed";
    static final String SENT_BACK = "screening.proposal-sent-back";
    static final String DECIDED = "screening.outcome-decided";

    private ScreeningFacts() {}

    /** A step about one member; {@code thing} is the case, or the member where there is none. */
    public record ScreeningStep(UUID thing, String step, UUID member) implements Fact {
        @Override
        public String key() {
            return step;
        }

        @Override
        public Collection<UUID> members() {
            return List.of(member);
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }
}
