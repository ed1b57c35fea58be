package vn.ganbo.classification;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.ganbo.kernel.Fact;
import vn.ganbo.kernel.Show;

/** What happens on the way from self-review to decision. The residence learns none of it. */
public final class ClassificationFacts {
    private ClassificationFacts() {}

    /**
     * The year was opened; {@code thing} is the year.
     *
     * @param members who reviews
     */
    public record YearOpened(UUID thing, List<UUID> members, int year) implements Fact {
        @Override
        public String key() {
            return "classification.year-opened";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("year", Integer.toString(year));
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /** The office said which form these members fill in; {@code thing} is the year. */
    public record FormChosen(UUID thing, List<UUID> members) implements Fact {
        @Override
        public String key() {
            return "classification.form-chosen";
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /**
     * One self-review took a step; {@code thing} is the review. That a draft was saved is nobody
     * else's to see.
     *
     * @param step self-saved, self-sent, self-on-paper, given-back
     */
    public record SelfReviewStep(UUID thing, String step, UUID member) implements Fact {
        static final String SAVED = "classification.self-saved";
        static final String SENT = "classification.self-sent";
        static final String ON_PAPER = "classification.self-on-paper";
        static final String GIVEN_BACK = "classification.given-back";

        @Override
        public String key() {
            return step;
        }

        @Override
        public Collection<UUID> members() {
            return SAVED.equals(step) ? List.of() : List.of(member);
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /** A cell met and voted; {@code thing} is the meeting. */
    public record CellMet(UUID thing, List<UUID> members) implements Fact {
        @Override
        public String key() {
            return "classification.cell-met";
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /** A cell sent its proposal up; {@code thing} is the review. */
    public record LevelProposed(UUID thing, UUID member) implements Fact {
        @Override
        public String key() {
            return "classification.level-proposed";
        }

        @Override
        public Collection<UUID> members() {
            return List.of(member);
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }

        @Override
        public boolean toldToMember() {
            return false;
        }
    }

    /** The committee gave a proposal back to the cell; {@code thing} is the review. */
    public record ProposalSentBack(UUID thing, UUID member) implements Fact {
        @Override
        public String key() {
            return "classification.proposal-sent-back";
        }

        @Override
        public Collection<UUID> members() {
            return List.of(member);
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }

        @Override
        public boolean toldToMember() {
            return false;
        }
    }

    /** Who joined after the opening reviews too; {@code thing} is the year. */
    public record MembersTakenIn(UUID thing, List<UUID> members, int year) implements Fact {
        @Override
        public String key() {
            return "classification.members-taken-in";
        }

        @Override
        public Map<String, String> details() {
            return counted(members, year);
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /** The committee said whether the exempt review too; {@code thing} is the year. */
    public record ExemptChosen(UUID thing, List<UUID> members, int year, boolean review)
            implements Fact {
        @Override
        public String key() {
            return review ? "classification.exempt-review" : "classification.exempt-need-not";
        }

        @Override
        public Map<String, String> details() {
            return counted(members, year);
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /** Who left after the opening does not review here; {@code thing} is the year. */
    public record MembersTakenOut(UUID thing, List<UUID> members, int year) implements Fact {
        @Override
        public String key() {
            return "classification.members-taken-out";
        }

        @Override
        public Map<String, String> details() {
            return counted(members, year);
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /**
     * Dossiers were drawn as one file; {@code thing} is the year, or the review of a single one.
     */
    public record DossiersDrawn(UUID thing, List<UUID> members, int year) implements Fact {
        @Override
        public String key() {
            return "classification.dossiers-drawn";
        }

        @Override
        public Map<String, String> details() {
            return counted(members, year);
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }

        @Override
        public boolean toldToMember() {
            return false;
        }
    }

    /**
     * The report of a cell or committee took a step; {@code thing} is the report.
     *
     * @param step collective-saved, collective-sent, collective-sent-back
     */
    public record CollectiveStep(UUID thing, String step, int unitNo) implements Fact {
        static final String SAVED = "classification.collective-saved";
        static final String SENT = "classification.collective-sent";
        static final String SENT_BACK = "classification.collective-sent-back";

        @Override
        public String key() {
            return step;
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Collection<Integer> units() {
            return SENT_BACK.equals(step) ? List.of(unitNo) : List.of();
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /** The committee decided on cells as a whole; {@code thing} is the decision. */
    public record CollectivesDecided(UUID thing, List<Integer> units, String number)
            implements Fact {
        @Override
        public String key() {
            return "classification.collectives-decided";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Map<String, String> details() {
            return Map.of("number", number, "count", Show.number(units.size()));
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /**
     * Temporary Party life elsewhere was marked, or that cell's comment came; {@code thing} is the
     * review.
     *
     * @param step stay-marked, stay-withdrawn, stay-commented
     */
    public record TemporaryStayStep(UUID thing, String step, UUID member) implements Fact {
        static final String MARKED = "classification.stay-marked";
        static final String WITHDRAWN = "classification.stay-withdrawn";
        static final String RECEIVED = "classification.stay-commented";

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

        @Override
        public boolean toldToMember() {
            return false;
        }
    }

    /**
     * The office heard somebody of a member before the decision, or took such words out again;
     * {@code thing} is the review.
     */
    public record OpinionStep(UUID thing, String step, UUID member) implements Fact {
        static final String HEARD = "classification.opinion-heard";
        static final String WITHDRAWN = "classification.opinion-withdrawn";

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

        @Override
        public boolean toldToMember() {
            return false;
        }
    }

    private static Map<String, String> counted(List<UUID> members, int year) {
        return Map.of("year", Integer.toString(year), "count", Show.number(members.size()));
    }

    /** The committee decided; {@code thing} is the decision. */
    public record LevelsDecided(UUID thing, List<UUID> members, String number) implements Fact {
        @Override
        public String key() {
            return "classification.levels-decided";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("number", number, "count", Show.number(members.size()));
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /**
     * What the committee decided was recorded wrongly; {@code thing} is the decision as it stands.
     */
    public record LevelsCorrected(UUID thing, List<UUID> members, String number) implements Fact {
        @Override
        public String key() {
            return "classification.levels-corrected";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("number", number, "count", Show.number(members.size()));
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /**
     * What was decided on cells was recorded wrongly; {@code thing} is the decision as it stands.
     */
    public record CollectivesCorrected(UUID thing, List<Integer> units, String number)
            implements Fact {
        @Override
        public String key() {
            return "classification.collectives-corrected";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Map<String, String> details() {
            return Map.of("number", number, "count", Show.number(units.size()));
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }
}
