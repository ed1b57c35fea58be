package vn.ganbo.liaison;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.liaison.LetterClockStore.Due;
import vn.ganbo.liaison.LetterClockStore.Overdue;
import vn.ganbo.regulation.Clocks;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.regulation.WorkingDays;

/**
 * Thời hạn của giấy giới thiệu: a sent letter is acknowledged, an acknowledged member placed,
 * within the rulebook's working days. What is late is told to both committees once, and when it
 * stays so, to the superior of the residence; nobody has to remember it.
 */
@Service
public class LetterClock {
    private final LetterClockStore store;
    private final Rulebooks rulebooks;
    private final WorkingDays workingDays;
    private final Facts facts;
    private final Clock clock;

    LetterClock(
            LetterClockStore store,
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
     * @param reminded letters of which both committees were reminded
     * @param escalated letters of which the superior was told
     */
    public record Told(int reminded, int escalated) {}

    /**
     * Sets the last day for what the letters wait for, by the guidance of each ward; a rulebook
     * that is silent sets none.
     *
     * @param key {@link Clocks#ACKNOWLEDGEMENT_DUE} or {@link Clocks#PLACEMENT_DUE}
     */
    void start(Viewer viewer, Collection<UUID> letters, Collection<Integer> wards, String key) {
        LocalDate today = LocalDate.now(clock);
        List<Due> due =
                wards.stream()
                        .distinct()
                        .map(ward -> new Due(ward, dueOn(viewer, today, ward, key)))
                        .toList();
        store.due(viewer.scope(), letters, due);
    }

    private @Nullable LocalDate dueOn(Viewer viewer, LocalDate today, int ward, String key) {
        OptionalInt days = rulebooks.on(viewer.scope(), today, ward).days(key);
        return days.isPresent() ? workingDays.plus(today, days.getAsInt()) : null;
    }

    /**
     * Working days that have passed since the last day; 0 when it is not over, or there is none.
     */
    int late(@Nullable LocalDate due) {
        return due == null ? 0 : Math.max(0, workingDays.between(due, LocalDate.now(clock)));
    }

    /**
     * Reminds of every letter whose day has passed, and tells the superior of those that are still
     * late after the rulebook's further working days. What was missed on one day is found on the
     * next; no letter is told of twice.
     */
    @Transactional
    public Told remind(Viewer viewer) {
        LocalDate today = LocalDate.now(clock);

        List<Overdue> late = store.remind(viewer.scope(), today);
        List<UUID> escalated = escalate(viewer, today);

        tell(viewer, "acknowledgement-overdue", of(late, LetterState.SENT));
        tell(viewer, "placement-overdue", of(late, LetterState.ACKNOWLEDGED));
        tell(viewer, "superior-told", escalated);
        return new Told(late.size(), escalated.size());
    }

    private List<UUID> escalate(Viewer viewer, LocalDate today) {
        OptionalInt days =
                rulebooks.find(today).map(LetterClock::toSuperior).orElse(OptionalInt.empty());
        return days.isEmpty()
                ? List.of()
                : store.escalate(viewer.scope(), today, workingDays.plus(today, -days.getAsInt()));
    }

    private static OptionalInt toSuperior(Rulebook book) {
        return book.days(Clocks.OVERDUE_TO_SUPERIOR);
    }

    private static List<UUID> of(List<Overdue> late, LetterState state) {
        return late.stream().filter(l -> l.state() == state).map(Overdue::memberId).toList();
    }

    private void tell(Viewer viewer, String what, List<UUID> people) {
        if (!people.isEmpty()) {
            facts.tell(viewer, new LiaisonFacts.LettersOverdue(Ids.next(), what, people));
        }
    }
}
