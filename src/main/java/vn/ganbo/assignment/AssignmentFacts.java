package vn.ganbo.assignment;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import vn.ganbo.kernel.Fact;

/**
 * What happens to the tasks of a cell. About somebody on a residence's register only the residence
 * is told, about a cell's own member only that cell's side.
 */
public final class AssignmentFacts {
    private AssignmentFacts() {}

    /** Whose eyes a fact about this person is for. */
    static Fact.Side side(boolean contact) {
        return contact ? Fact.Side.RESIDENCE : Fact.Side.WORKPLACE;
    }

    /** A task was written down, corrected or closed; {@code thing} is the task. */
    public record TaskStep(UUID thing, String step) implements Fact {
        static final String ADDED = "assignment.task-added";
        static final String CHANGED = "assignment.task-changed";
        static final String CLOSED = "assignment.task-closed";

        @Override
        public String key() {
            return step;
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }
    }

    /**
     * An assignment took a step; {@code thing} is the assignment.
     *
     * @param step what happened
     * @param member who has the task
     * @param contact whether the person stands on the register of the residence
     */
    public record AssignmentStep(UUID thing, String step, UUID member, boolean contact)
            implements Fact {
        static final String PROPOSED = "assignment.person-proposed";
        static final String ACCEPTED = "assignment.person-accepted";
        static final String ASKED = "assignment.adjustment-asked";
        static final String ACCEPTED_ORALLY = "assignment.accepted-orally";
        static final String ASKED_ORALLY = "assignment.adjustment-asked-orally";
        static final String KEPT = "assignment.cell-kept";
        static final String OTHERWISE = "assignment.cell-proposed-otherwise";
        static final String WITHDRAWN = "assignment.cell-withdrew";
        static final String ENDED = "assignment.person-ended";
        static final String REPORTED = "assignment.self-reported";
        static final String HARD_TO_GO_ON = "assignment.hard-to-go-on";
        static final String REVIEWED = "assignment.reviewed-kept";
        static final String REVIEWED_CHANGED = "assignment.reviewed-changed";
        static final String REVIEWED_ENDED = "assignment.reviewed-ended";

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
            return AssignmentFacts.side(contact);
        }
    }

    /** A period has ended and these report; {@code thing} is the night's look. */
    public record ReportsAsked(UUID thing, List<UUID> members, boolean contact) implements Fact {
        @Override
        public String key() {
            return "assignment.reports-asked";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Integer.toString(members.size()));
        }

        @Override
        public Side side() {
            return AssignmentFacts.side(contact);
        }
    }

    /**
     * Cells, or the committees above them, are told of reviews; nobody is named.
     *
     * @param what the key without the side
     * @param atSide RESIDENCE or WORKPLACE
     * @param count how many reviews
     */
    public record CellsTold(UUID thing, String what, String atSide, List<Integer> units, long count)
            implements Fact {
        static final String PUT_UP = "assignment.put-up-at-";
        static final String DUE = "assignment.reviews-due-at-";
        static final String OVERDUE = "assignment.reviews-overdue-at-";
        static final String SUPERIOR = "assignment.superior-told-at-";

        @Override
        public String key() {
            return what + atSide.toLowerCase(Locale.ROOT);
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Long.toString(count));
        }
    }

    /**
     * The member kept or sent the plan of the year; {@code thing} is the member. That a draft was
     * kept is nobody else's to see.
     */
    public record PlanStep(UUID thing, String step) implements Fact {
        static final String SAVED = "assignment.plan-saved";
        static final String SENT = "assignment.plan-sent";

        @Override
        public String key() {
            return step;
        }

        @Override
        public Collection<UUID> members() {
            return SAVED.equals(step) ? List.of() : List.of(thing);
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /** A request of the neighbourhood took a step; {@code thing} is the request. */
    public record RequestStep(UUID thing, String step) implements Fact {
        static final String ADDED = "assignment.request-added";
        static final String BECAME_TASK = "assignment.request-became-task";
        static final String WITHDRAWN = "assignment.request-withdrawn";

        @Override
        public String key() {
            return step;
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }
    }

    /** A decision or minutes were made; {@code thing} is the occasion. */
    public record PaperMade(UUID thing, String step, long count) implements Fact {
        static final String DECISION = "assignment.decision-made";
        static final String MINUTES = "assignment.minutes-made";

        @Override
        public String key() {
            return step;
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Long.toString(count));
        }
    }
}
