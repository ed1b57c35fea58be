package vn.ganbo.assessment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import vn.ganbo.kernel.Fact;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Show;

/**
 * What happens around comments. Everything before the return stays on the residence's side
 * (DECISIONS 4).
 */
public final class AssessmentFacts {
    private AssessmentFacts() {}

    /** A round was opened, or drafts were added to it for those who came later. */
    public record RoundDrawn(UUID thing, String step, List<UUID> members, int year)
            implements Fact {
        @Override
        public String key() {
            return "assessment.round-" + step;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("year", Integer.toString(year), "count", Show.number(members.size()));
        }

        @Override
        public Side side() {
            return Side.RESIDENCE;
        }

        @Override
        public boolean toldToMember() {
            return false;
        }
    }

    /** The superior opened the round of a ward, which is told so. */
    public record RoundOpenedFor(UUID thing, int wardNo, String ward, List<UUID> members, int year)
            implements Fact {
        @Override
        public String key() {
            return "assessment.round-opened-for";
        }

        @Override
        public Collection<Integer> units() {
            return List.of(wardNo);
        }

        @Override
        public Map<String, String> details() {
            return Map.of(
                    "year",
                    Integer.toString(year),
                    "ward",
                    ward,
                    "count",
                    Show.number(members.size()));
        }

        @Override
        public Side side() {
            return Side.RESIDENCE;
        }

        @Override
        public boolean toldToMember() {
            return false;
        }
    }

    /** The workplace asked for comments; {@code thing} is the request, or the batch of several. */
    public record RequestsSent(UUID thing, List<UUID> members) implements Fact {
        @Override
        public String key() {
            return "assessment.requests-sent";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Show.number(members.size()));
        }
    }

    /**
     * A request came to the ward, or a slip to the workplace, on paper.
     *
     * @param what request or slip
     * @param place who sent it
     */
    public record CameOnPaper(UUID thing, String what, UUID member, String number, String place)
            implements Fact {
        @Override
        public String key() {
            return "assessment." + what + "-came-on-paper";
        }

        @Override
        public Collection<UUID> members() {
            return List.of(member);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("number", number, "place", place);
        }

        @Override
        public Side side() {
            return what.equals("slip") ? Side.WORKPLACE : Side.RESIDENCE;
        }

        @Override
        public boolean toldToMember() {
            return what.equals("slip");
        }
    }

    /** A request or slip on paper was not taken, and nothing changed. */
    public record PaperRefused(UUID thing, String why) implements Fact {
        @Override
        public String key() {
            return "assessment.paper-refused";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Map<String, String> details() {
            return Map.of("why", why);
        }
    }

    /** The ward took requests up: drafts are there. */
    public record RequestsTakenUp(UUID thing, List<UUID> members) implements Fact {
        @Override
        public String key() {
            return "assessment.requests-taken-up";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Show.number(members.size()));
        }

        @Override
        public Side side() {
            return Side.RESIDENCE;
        }

        @Override
        public boolean toldToMember() {
            return false;
        }
    }

    /** A draft was saved. */
    public record DraftSaved(UUID thing, UUID member, int answered, int criteria) implements Fact {
        @Override
        public String key() {
            return "assessment.draft-saved";
        }

        @Override
        public Collection<UUID> members() {
            return List.of(member);
        }

        @Override
        public Map<String, String> details() {
            return Map.of(
                    "answered", Integer.toString(answered), "criteria", Integer.toString(criteria));
        }

        @Override
        public Side side() {
            return Side.RESIDENCE;
        }

        @Override
        public boolean toldToMember() {
            return false;
        }
    }

    /** Shortcomings were put to the person, who has until {@code due} to speak. */
    public record HearingAsked(UUID thing, UUID member, int year, LocalDate due) implements Fact {
        @Override
        public String key() {
            return "assessment.hearing-asked";
        }

        @Override
        public Collection<UUID> members() {
            return List.of(member);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("year", Integer.toString(year), "due", Show.date(due));
        }

        @Override
        public Side side() {
            return Side.RESIDENCE;
        }
    }

    /** The person spoke before the meeting, or the cell wrote down what was said. */
    public record MemberHeard(UUID thing, String step, UUID member, int year) implements Fact {
        @Override
        public String key() {
            return "assessment.member-" + step;
        }

        @Override
        public Collection<UUID> members() {
            return List.of(member);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("year", Integer.toString(year));
        }

        @Override
        public Side side() {
            return Side.RESIDENCE;
        }
    }

    /** What the People say was taken over from the Front's minutes, or taken back. */
    public record FrontHeard(UUID thing, String step, String day, int count) implements Fact {
        @Override
        public String key() {
            return "assessment.front-" + step;
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Map<String, String> details() {
            return Map.of("day", day, "count", Show.number(count));
        }

        @Override
        public Side side() {
            return Side.RESIDENCE;
        }
    }

    /** A superior opened a window once more for one unit. */
    record WindowReopened(UUID thing, int unit, RoundWindow window, int year, LocalDate until)
            implements Fact {
        @Override
        public String key() {
            return "assessment.window-reopened";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Collection<Integer> units() {
            return List.of(unit);
        }

        @Override
        public Map<String, String> details() {
            return Map.of(
                    "what",
                    Labels.of(window).toLowerCase(Locale.ROOT),
                    "year",
                    Integer.toString(year),
                    "until",
                    Show.date(until));
        }
    }

    /** A meeting with the Front work committee was put on record, or its record withdrawn. */
    public record DecisionStep(UUID thing, String step, List<UUID> members, String day)
            implements Fact {
        @Override
        public String key() {
            return "assessment.decision-" + step;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("day", day, "count", Show.number(members.size()));
        }

        @Override
        public Side side() {
            return Side.RESIDENCE;
        }

        @Override
        public boolean toldToMember() {
            return false;
        }
    }

    /** Slips took a step at the residence: signed, confirmed, given back to the cell. */
    public record CommentsStep(UUID thing, String step, List<UUID> members) implements Fact {
        @Override
        public String key() {
            return "assessment.comments-" + step;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Show.number(members.size()));
        }

        @Override
        public Side side() {
            return Side.RESIDENCE;
        }

        @Override
        public boolean toldToMember() {
            return false;
        }
    }

    /** Slips were returned to the workplace, or received there: both sides see it. */
    public record CommentsHandedOver(UUID thing, String step, List<UUID> members) implements Fact {
        @Override
        public String key() {
            return "assessment.comments-" + step;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Show.number(members.size()));
        }
    }

    /** A returned slip was opened at the workplace or, for the first time, by the member. */
    public record CommentRead(UUID thing, String by, UUID member, int year) implements Fact {
        @Override
        public String key() {
            return "assessment.comment-read-" + by;
        }

        @Override
        public Collection<UUID> members() {
            return List.of(member);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("year", Integer.toString(year));
        }
    }

    /** The person said something to a returned slip: both sides and the person see that. */
    public record CommentReplied(UUID thing, UUID member, int year) implements Fact {
        @Override
        public String key() {
            return "assessment.comment-replied";
        }

        @Override
        public Collection<UUID> members() {
            return List.of(member);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("year", Integer.toString(year));
        }
    }

    /** The ward began to correct a returned slip; {@code thing} is the new draft. */
    public record CommentCorrected(UUID thing, UUID member, int year) implements Fact {
        @Override
        public String key() {
            return "assessment.comment-corrected";
        }

        @Override
        public Collection<UUID> members() {
            return List.of(member);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("year", Integer.toString(year));
        }

        @Override
        public Side side() {
            return Side.RESIDENCE;
        }

        @Override
        public boolean toldToMember() {
            return false;
        }
    }

    /** Requests or proposals whose day has passed; {@code what} is told of once for each. */
    public record CommentsLate(UUID thing, String what, List<UUID> members) implements Fact {
        @Override
        public String key() {
            return "assessment." + what;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Show.number(members.size()));
        }

        @Override
        public boolean toldToMember() {
            return false;
        }
    }

    /** Cells or wards that are late with a step of their round. */
    public record RoundLate(UUID thing, String step, List<Integer> units) implements Fact {
        @Override
        public String key() {
            return "assessment." + step;
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Side side() {
            return Side.RESIDENCE;
        }
    }

    /**
     * A person kept, sent or took back the own report of a year. That one was kept is nobody else's
     * to see.
     */
    public record SelfReportStep(UUID thing, String step, UUID member, int year) implements Fact {
        static final String KEPT = "kept";

        @Override
        public String key() {
            return "assessment.self-report-" + step;
        }

        @Override
        public Collection<UUID> members() {
            return KEPT.equals(step) ? List.of() : List.of(member);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("year", Integer.toString(year));
        }

        @Override
        public Side side() {
            return Side.RESIDENCE;
        }
    }

    /** The workplace talked with the person about a proposal, or answered the residence. */
    public record FollowUpStep(UUID thing, String step, UUID member, int year) implements Fact {
        @Override
        public String key() {
            return "assessment.follow-up-" + step;
        }

        @Override
        public Collection<UUID> members() {
            return List.of(member);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("year", Integer.toString(year));
        }

        @Override
        public Side side() {
            return "talked".equals(step) ? Side.WORKPLACE : Side.BOTH;
        }
    }

    /**
     * Codes of files on the national portal were kept; {@code thing} is the paper, or the batch.
     */
    public record PortalCodesKept(UUID thing, List<UUID> members) implements Fact {
        @Override
        public String key() {
            return "assessment.portal-codes-kept";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Show.number(members.size()));
        }
    }
}
