package vn.ganbo.away;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.ganbo.kernel.Fact;
import vn.ganbo.member.StandingChanged;

/** What happens to who goes away; told where the member has Party life, never to a residence. */
public final class AwayFacts {
    private AwayFacts() {}

    /**
     * One application took a step; {@code thing} is the application.
     *
     * @param step such as away.applied-for
     */
    public record ApplicationStep(UUID thing, String step, UUID member) implements Fact {
        static final String APPLIED = "away.applied-for";
        static final String NOTED = "away.application-noted";
        static final String SUPPORTED = "away.cell-committee-supported";
        static final String RESOLVED = "away.cell-resolved";
        static final String REPORTED = "away.reported-above";
        static final String DECIDED = "away.committee-decided";
        static final String REFUSED = "away.application-refused";
        static final String WITHDRAWN = "away.application-withdrawn";
        static final String LAPSED = "away.application-lapsed";
        static final String RETURNED = "away.came-back";

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

    /**
     * A time was granted by whoever decides: from now on others have to do what the member did.
     *
     * @param step such as away.committee-decided
     */
    public record TimeGranted(UUID thing, String step, UUID member)
            implements Fact, StandingChanged {
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

    /** The times of these began or ended by themselves. */
    public record TimesPassed(UUID thing, List<UUID> members) implements Fact {
        @Override
        public String key() {
            return "away.times-passed";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Integer.toString(members.size()));
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /** The times of these end soon. */
    public record TimesEnding(UUID thing, List<UUID> members) implements Fact {
        @Override
        public String key() {
            return "away.times-ending";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Integer.toString(members.size()));
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /**
     * Cell and member keep in touch; {@code thing} is the application.
     *
     * @param step such as away.checked-in
     */
    public record ContactStep(UUID thing, String step, UUID member) implements Fact {
        static final String CHECKED_IN = "away.checked-in";
        static final String HELP_ASKED = "away.help-asked";
        static final String CALLED = "away.called-up";
        static final String HELP_TAKEN = "away.help-taken";
        static final String HELP_ANSWERED = "away.help-answered";
        static final String LINK_MADE = "away.link-made";
        static final String ARRANGED = "away.contact-arranged";

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

    /**
     * Nothing was heard of these for so long; the person hears of the first rung alone.
     *
     * @param rung 1, 2 or 3
     */
    public record Silent(UUID thing, List<UUID> members, int rung) implements Fact {
        static final String FIRST = "away.silent-first";
        static final String SECOND = "away.silent-second";
        static final String THIRD = "away.silent-third";

        @Override
        public String key() {
            return rung == 1 ? FIRST : rung == 2 ? SECOND : THIRD;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Integer.toString(members.size()));
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }

        @Override
        public boolean toldToMember() {
            return rung == 1;
        }
    }

    /**
     * The place of stay was asked about a member, or answered; {@code thing} is the request.
     *
     * @param step such as away.stay-asked
     */
    public record StayStep(UUID thing, String step, List<UUID> members) implements Fact {
        static final String ASKED = "away.stay-asked";
        static final String ANSWERED = "away.stay-answered";
        static final String OVERDUE = "away.stay-overdue";

        @Override
        public String key() {
            return step;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Integer.toString(members.size()));
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /**
     * Dues of a month were marked.
     *
     * @param month such as 11/2026
     */
    public record DuesMarked(UUID thing, List<UUID> members, String month) implements Fact {
        @Override
        public String key() {
            return "away.dues-marked";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Integer.toString(members.size()), "month", month);
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }
}
