package vn.ganbo.meeting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.ganbo.kernel.Fact;
import vn.ganbo.kernel.Fact.Side;
import vn.ganbo.kernel.Show;

/**
 * What happens around a meeting; {@code thing} is always the meeting, {@code side} where it is at
 * home: of meetings with the register all is the residence's own, except absences that are
 * concluded; of a cell's Party life all is the cell's.
 */
public final class MeetingFacts {
    private MeetingFacts() {}

    /** A meeting was planned. */
    public record MeetingPlanned(UUID thing, Side side, LocalDate on) implements OfMeeting {
        @Override
        public String key() {
            return "meeting.planned";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("date", Show.date(on));
        }
    }

    /** Date, place or agenda changed; whoever was invited must hear of it. */
    public record MeetingChanged(UUID thing, Side side, LocalDate on, List<UUID> members)
            implements OfMeeting {
        @Override
        public String key() {
            return "meeting.changed";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("date", Show.date(on));
        }
    }

    /** A meeting will not take place. */
    public record MeetingCancelled(UUID thing, Side side, LocalDate on, List<UUID> members)
            implements OfMeeting {
        @Override
        public String key() {
            return "meeting.cancelled";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("date", Show.date(on));
        }
    }

    /** Invitations went out. */
    public record MembersInvited(UUID thing, Side side, LocalDate on, List<UUID> members)
            implements OfMeeting {
        @Override
        public String key() {
            return "meeting.invited";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Integer.toString(members.size()), "date", Show.date(on));
        }
    }

    /** A file was sent ahead to those invited so far; whoever is invited later finds it too. */
    public record DocumentSent(UUID thing, Side side, LocalDate on, List<UUID> members)
            implements OfMeeting {
        @Override
        public String key() {
            return "meeting.document-sent";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("date", Show.date(on));
        }
    }

    /** A file was taken away again. */
    public record DocumentRemoved(UUID thing, Side side) implements OfMeeting {
        @Override
        public String key() {
            return "meeting.document-removed";
        }
    }

    /** A member said before the meeting whether to come. */
    public record MemberReplied(UUID thing, Side side, UUID member, Reply reply) implements OfOne {
        @Override
        public String key() {
            return reply == Reply.COMING ? "meeting.replied-coming" : "meeting.replied-leave";
        }
    }

    /** Marks of the roll-call were written or corrected. */
    public record RollSaved(UUID thing, Side side, List<UUID> members) implements OfMeeting {
        @Override
        public String key() {
            return "meeting.roll-saved";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Integer.toString(members.size()));
        }
    }

    /**
     * The meeting took place and its roll-call is closed.
     *
     * @param called who was invited and is counted here; guests are not
     * @param present of them
     */
    public record MeetingHeld(UUID thing, Side side, List<UUID> members, int called, long present)
            implements OfMeeting {
        @Override
        public String key() {
            return "meeting.held";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("present", Long.toString(present), "count", Integer.toString(called));
        }

        @Override
        public boolean toldToMember() {
            return false;
        }
    }

    /** Everyone absent was asked why. */
    public record ReasonsAsked(UUID thing, Side side, List<UUID> members, LocalDate due)
            implements OfMeeting {
        @Override
        public String key() {
            return "meeting.reasons-asked";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Integer.toString(members.size()), "due", Show.date(due));
        }
    }

    /** The person asked gave a reason. */
    public record AbsenceAnswered(UUID thing, Side side, UUID member) implements OfOne {
        @Override
        public String key() {
            return "meeting.absence-answered";
        }
    }

    /** The secretary accepted the reason, or did not. */
    public record AbsenceDecided(UUID thing, Side side, UUID member, boolean accepted)
            implements OfOne {
        @Override
        public String key() {
            return accepted ? "meeting.absence-accepted" : "meeting.absence-not-accepted";
        }

        @Override
        public Side side() {
            return accepted && side == Side.RESIDENCE ? Side.BOTH : side;
        }
    }

    /** The days for an answer have passed without a good reason. */
    public record AbsencesConcluded(UUID thing, Side side, List<UUID> members)
            implements OfMeeting {
        @Override
        public String key() {
            return "meeting.absences-concluded";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Integer.toString(members.size()));
        }

        @Override
        public Side side() {
            return side == Side.RESIDENCE ? Side.BOTH : side;
        }
    }

    /** An opinion took a step: heard, passed-on or settled. */
    public record OpinionStep(UUID thing, Side side, String step, List<UUID> members)
            implements OfMeeting {
        @Override
        public String key() {
            return "meeting.opinion-" + step;
        }
    }

    /** Defaults of a fact about a meeting. */
    public interface OfMeeting extends Fact {
        @Override
        default Collection<UUID> members() {
            return List.of();
        }

        @Override
        default Map<String, String> details() {
            return Map.of();
        }
    }

    /** Defaults of a fact about one member at a meeting. */
    public interface OfOne extends OfMeeting {
        UUID member();

        @Override
        default Collection<UUID> members() {
            return List.of(member());
        }
    }
}
