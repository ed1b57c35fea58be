package vn.ganbo.transfer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.ganbo.kernel.Fact;
import vn.ganbo.kernel.Show;
import vn.ganbo.member.WorkMoved;

/** What happens to transfers. */
public final class TransferFacts {
    static final String PROPOSED = "transfer.was-proposed";
    static final String OPENED = "transfer.was-opened";
    static final String ISSUED = "transfer.letter-issued";
    static final String RECEIVED = "transfer.letter-received";
    static final String RETURNED = "transfer.given-back";
    static final String CANCELLED = "transfer.was-cancelled";
    static final String LEFT = "transfer.gone-outside";
    static final String STAY_BEGUN = "transfer.stay-begun";
    static final String CAME_ON_PAPER = "transfer.stay-came-on-paper";
    static final String COMMENT_SENT_BACK = "transfer.comment-sent-back";
    static final String STAY_ENDED = "transfer.stay-ended";
    static final String COMMENT_ASKED = "transfer.comment-asked";
    static final String COMMENT_ANSWERED = "transfer.comment-answered";
    static final String START_LATE = "transfer.start-late";
    static final String HAND_IN_LATE = "transfer.hand-in-late";
    static final String STAY_ENDING = "transfer.stay-ending";
    static final String CHECK_DUE = "transfer.check-due";

    private TransferFacts() {}

    /**
     * A transfer took a step.
     *
     * @param also units that are told, although the member is not theirs
     */
    public record TransferStep(
            UUID thing, String step, UUID member, String number, List<Integer> also)
            implements Fact {
        public TransferStep {
            also = List.copyOf(also);
        }

        @Override
        public String key() {
            return step;
        }

        @Override
        public Collection<UUID> members() {
            return List.of(member);
        }

        @Override
        public Collection<Integer> units() {
            return also;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("number", number);
        }

        @Override
        public Side side() {
            return LEFT.equals(step) ? Side.BOTH : Side.WORKPLACE;
        }
    }

    /** The member has a new cell; told to both sides, and to the office that let go. */
    public record TransferPlaced(UUID thing, UUID member, String place, int fromNo)
            implements Fact, WorkMoved {
        @Override
        public String key() {
            return "transfer.was-placed";
        }

        @Override
        public Collection<UUID> members() {
            return List.of(member);
        }

        @Override
        public Collection<Integer> units() {
            return List.of(fromNo);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("place", place);
        }
    }

    /**
     * The host said in which of its cells the member lives for the time.
     *
     * @param also that cell, and the home where it is a ward
     */
    public record StayPlaced(UUID thing, UUID member, String place, List<Integer> also)
            implements Fact {
        public StayPlaced {
            also = List.copyOf(also);
        }

        @Override
        public String key() {
            return "transfer.stay-cell-named";
        }

        @Override
        public Collection<UUID> members() {
            return List.of(member);
        }

        @Override
        public Collection<Integer> units() {
            return also;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("place", place);
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /**
     * A guest lives in another cell of the host from now on; told to the cell that was the host's
     * before, which reads the case no more. The name is in the notice alone.
     */
    public record StayLeftCell(UUID thing, String fullName, String place, int cell)
            implements Fact {
        @Override
        public String key() {
            return "transfer.stay-left-cell";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Collection<Integer> units() {
            return List.of(cell);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("who", "Đảng viên đang sinh hoạt tạm thời", "place", place);
        }

        @Override
        public Map<String, String> noticed() {
            return Map.of("who", "Đồng chí " + fullName, "place", place);
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /**
     * Gia hạn: a stay lasts longer.
     *
     * @param also who is told beside the member and the workplace
     */
    public record StayExtended(
            UUID thing,
            UUID member,
            String number,
            LocalDate before,
            LocalDate until,
            List<Integer> also)
            implements Fact {
        public StayExtended {
            also = List.copyOf(also);
        }

        @Override
        public String key() {
            return "transfer.stay-extended";
        }

        @Override
        public Collection<UUID> members() {
            return List.of(member);
        }

        @Override
        public Collection<Integer> units() {
            return also;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("number", number, "before", Show.date(before), "until", Show.date(until));
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /** Transfers whose day has passed or comes near, once each. */
    public record TransfersDue(UUID thing, String what, List<UUID> members, List<Integer> units)
            implements Fact {
        public TransfersDue {
            members = List.copyOf(members);
            units = List.copyOf(units);
        }

        @Override
        public String key() {
            return what;
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

    /** An office went through the letters not handed in; about nobody in particular. */
    public record SlipsChecked(UUID thing, int waiting) implements Fact {
        @Override
        public String key() {
            return "transfer.slips-checked";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Integer.toString(waiting));
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /** Codes of files on the national portal were kept. */
    public record PortalCodesKept(UUID thing, List<UUID> members) implements Fact {
        @Override
        public String key() {
            return "transfer.portal-codes-kept";
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
}
