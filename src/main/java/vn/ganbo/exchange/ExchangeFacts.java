package vn.ganbo.exchange;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import vn.ganbo.kernel.Fact;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Show;

/** What the two committees of a member tell each other. */
public final class ExchangeFacts {
    private ExchangeFacts() {}

    private static Fact.Side own(Direction direction) {
        return direction == Direction.TO_RESIDENCE ? Fact.Side.WORKPLACE : Fact.Side.RESIDENCE;
    }

    private static String words(NoticeKind kind) {
        return Labels.of(kind).toLowerCase(Locale.ROOT);
    }

    /** Drafts were written, by an office or prepared by the program; only their own side knows. */
    public record NoticesDrafted(UUID thing, NoticeKind kind, List<UUID> members) implements Fact {
        @Override
        public String key() {
            return "exchange.drafted";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("kind", words(kind), "count", Integer.toString(members.size()));
        }

        @Override
        public Side side() {
            return own(kind.direction());
        }

        @Override
        public boolean toldToMember() {
            return false;
        }
    }

    /** A draft was rewritten or dropped. */
    public record DraftStep(UUID thing, String step, NoticeKind kind, UUID member) implements Fact {
        @Override
        public String key() {
            return "exchange.draft-" + step;
        }

        @Override
        public Collection<UUID> members() {
            return List.of(member);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("kind", words(kind));
        }

        @Override
        public Side side() {
            return own(kind.direction());
        }

        @Override
        public boolean toldToMember() {
            return false;
        }
    }

    /** The person is asked to be heard before the cell committee decides. */
    public record HearingAsked(UUID thing, UUID member, LocalDate until) implements Fact {
        @Override
        public String key() {
            return "exchange.hearing-asked";
        }

        @Override
        public Collection<UUID> members() {
            return List.of(member);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("until", Show.date(until));
        }

        @Override
        public Side side() {
            return Side.RESIDENCE;
        }
    }

    /** The person was heard, by the own hand or through whom the words were given to. */
    public record MemberHeard(UUID thing, UUID member) implements Fact {
        @Override
        public String key() {
            return "exchange.member-heard";
        }

        @Override
        public Collection<UUID> members() {
            return List.of(member);
        }

        @Override
        public Side side() {
            return Side.RESIDENCE;
        }
    }

    /** The person added the own words to a notice that was sent. */
    public record MemberSaid(UUID thing, UUID member) implements Fact {
        @Override
        public String key() {
            return "exchange.member-said";
        }

        @Override
        public Collection<UUID> members() {
            return List.of(member);
        }
    }

    /** Notices were signed and sent; {@code thing} is the notice, or the batch of several. */
    public record NoticesSent(UUID thing, NoticeKind kind, List<UUID> members) implements Fact {
        @Override
        public String key() {
            return kind.direction() == Direction.TO_RESIDENCE
                    ? "exchange.sent-to-residence"
                    : "exchange.sent-to-workplace";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("kind", words(kind), "count", Integer.toString(members.size()));
        }
    }

    /** The other side received a notice. */
    public record NoticeReceived(UUID thing, NoticeKind kind, UUID member) implements Fact {
        @Override
        public String key() {
            return "exchange.received";
        }

        @Override
        public Collection<UUID> members() {
            return List.of(member);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("kind", words(kind));
        }
    }

    /** The other side answered; the side that wrote is told. */
    public record NoticeAnswered(UUID thing, NoticeKind kind, UUID member) implements Fact {
        @Override
        public String key() {
            return kind.direction() == Direction.TO_RESIDENCE
                    ? "exchange.answered-to-workplace"
                    : "exchange.answered-to-residence";
        }

        @Override
        public Collection<UUID> members() {
            return List.of(member);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("kind", words(kind));
        }
    }

    /** Notices whose day has passed; {@code what} is told of once for each. */
    public record NoticesOverdue(UUID thing, String what, List<UUID> members) implements Fact {
        @Override
        public String key() {
            return "exchange." + what;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Integer.toString(members.size()));
        }

        @Override
        public boolean toldToMember() {
            return false;
        }
    }

    /** An agreement of two committees was recorded, confirmed or ended. */
    public record AgreementStep(UUID thing, String step) implements Fact {
        @Override
        public String key() {
            return "exchange.agreement-" + step;
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }
    }

    /** A bulletin went to so many workplaces. */
    public record BulletinSent(UUID thing, int workplaces) implements Fact {
        @Override
        public String key() {
            return "exchange.bulletin-sent";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Map<String, String> details() {
            return Map.of("workplaces", Integer.toString(workplaces));
        }
    }

    /** A workplace acknowledged a bulletin. */
    public record BulletinAcknowledged(UUID thing) implements Fact {
        @Override
        public String key() {
            return "exchange.bulletin-acknowledged";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }
    }

    /** Sheets of a half-year were signed and sent to so many committees, or one was received. */
    public record HalfSheetStep(UUID thing, String step, int committees) implements Fact {
        @Override
        public String key() {
            return "exchange.half-sheet-" + step;
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Map<String, String> details() {
            return Map.of("committees", Integer.toString(committees));
        }
    }

    /** The last day for the sheets of a half-year is here and a committee has not sent them all. */
    public record HalfSheetDue(
            UUID thing, String fromSide, List<Integer> units, String half, long committees)
            implements Fact {
        @Override
        public String key() {
            return "exchange.half-sheet-due-at-" + fromSide.toLowerCase(Locale.ROOT);
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Map<String, String> details() {
            return Map.of("half", half, "committees", Long.toString(committees));
        }
    }

    /**
     * Committees under a superior have still not sent their sheets of a half-year.
     *
     * @param units the committees
     */
    public record HalfSheetLate(
            UUID thing, String fromSide, List<Integer> units, int superior, String half)
            implements Fact {
        @Override
        public String key() {
            return "exchange.half-sheet-superior-told-at-" + fromSide.toLowerCase(Locale.ROOT);
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Collection<Integer> superiors() {
            return List.of(superior);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("half", half, "committees", Integer.toString(units.size()));
        }
    }

    /**
     * Codes of files on the national portal were kept; {@code thing} is the paper, or the batch.
     */
    public record PortalCodesKept(UUID thing, List<UUID> members) implements Fact {
        @Override
        public String key() {
            return "exchange.portal-codes-kept";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Integer.toString(members.size()));
        }
    }
}
