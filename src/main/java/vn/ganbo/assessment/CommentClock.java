package vn.ganbo.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.Clocks;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.regulation.WorkingDays;

/**
 * Thời hạn của đợt nhận xét: whoever owes the next step is reminded once when its day has passed
 * (seed S2 asks for fixed days to send and return slips). Requests and proposals that stay
 * unanswered are told to the superior after the rulebook's further working days.
 */
@Service
public class CommentClock {
    private final CommentClockStore store;
    private final Rulebooks rulebooks;
    private final WorkingDays workingDays;
    private final Facts facts;
    private final Clock clock;

    CommentClock(
            CommentClockStore store,
            Rulebooks rulebooks,
            WorkingDays workingDays,
            Facts facts,
            Clock clock) {
        this.store = store;
        this.rulebooks = rulebooks;
        this.workingDays = workingDays;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * What a night's look found.
     *
     * @param requests requests of which both committees were reminded
     * @param proposals proposals of which the workplace was reminded
     * @param units cells and wards reminded of a step of their round
     * @param escalated requests and proposals of which a superior was told
     */
    public record Told(int requests, int proposals, int units, int escalated) {}

    /** May be repeated, and makes up for days missed; nothing is told of twice. */
    @Transactional
    public Told remind(Viewer viewer) {
        LocalDate today = LocalDate.now(clock);
        List<UUID> requests = store.remindOfRequests(viewer.scope(), today);
        List<UUID> proposals = store.remindOfProposals(viewer.scope(), today);
        tell(viewer, "requests-overdue", requests);
        tell(viewer, "follow-ups-overdue", proposals);

        int units = 0;
        for (CommentClockStore.Step step : CommentClockStore.Step.values()) {
            List<Integer> late = store.remind(viewer.scope(), step, today);
            units += late.size();
            if (!late.isEmpty()) {
                facts.tell(viewer, new AssessmentFacts.RoundLate(Ids.next(), step.key(), late));
            }
        }

        OptionalInt days =
                rulebooks
                        .find(today)
                        .map(book -> book.days(Clocks.OVERDUE_TO_SUPERIOR))
                        .orElse(OptionalInt.empty());
        int escalated = 0;
        if (days.isPresent()) {
            LocalDate cutoff = workingDays.plus(today, -days.getAsInt());
            List<UUID> late = store.escalateRequests(viewer.scope(), today, cutoff);
            List<UUID> unanswered = store.escalateProposals(viewer.scope(), today, cutoff);
            tell(viewer, "superior-of-residence-told", late);
            tell(viewer, "superior-of-workplace-told", unanswered);
            escalated = late.size() + unanswered.size();
        }
        return new Told(requests.size(), proposals.size(), units, escalated);
    }

    private void tell(Viewer viewer, String what, List<UUID> people) {
        if (!people.isEmpty()) {
            facts.tell(viewer, new AssessmentFacts.CommentsLate(Ids.next(), what, people));
        }
    }
}
