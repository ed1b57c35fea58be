package vn.ganbo.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.exchange.NoticeStore.Overdue;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.Clocks;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.regulation.WorkingDays;

/**
 * Thời hạn trả lời: what is not answered in time is reminded of once, and when it stays so, the
 * superior of the side that owes the answer is told; nobody has to remember it.
 */
@Service
public class ExchangeClock {
    private final NoticeStore store;
    private final Rulebooks rulebooks;
    private final WorkingDays workingDays;
    private final Facts facts;
    private final Clock clock;

    ExchangeClock(
            NoticeStore store,
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
     * @param reminded notices of which the side that owes the answer was reminded
     * @param escalated notices of which its superior was told
     */
    public record Told(int reminded, int escalated) {}

    /** Working days that have passed since the last day; 0 when it is not over or there is none. */
    int late(@Nullable LocalDate due) {
        return due == null ? 0 : Math.max(0, workingDays.between(due, LocalDate.now(clock)));
    }

    /** May be repeated, and makes up for days missed; no notice is told of twice. */
    @Transactional
    public Told remind(Viewer viewer) {
        LocalDate today = LocalDate.now(clock);
        List<Overdue> late = store.remind(viewer.scope(), today);
        OptionalInt days =
                rulebooks
                        .find(today)
                        .map(book -> book.days(Clocks.OVERDUE_TO_SUPERIOR))
                        .orElse(OptionalInt.empty());
        List<Overdue> escalated =
                days.isEmpty()
                        ? List.of()
                        : store.escalate(
                                viewer.scope(), today, workingDays.plus(today, -days.getAsInt()));

        for (Direction direction : Direction.values()) {
            boolean residence = direction == Direction.TO_RESIDENCE;
            tell(
                    viewer,
                    residence ? "overdue-at-residence" : "overdue-at-workplace",
                    late,
                    direction);
            tell(
                    viewer,
                    residence ? "superior-of-residence-told" : "superior-of-workplace-told",
                    escalated,
                    direction);
        }
        return new Told(late.size(), escalated.size());
    }

    private void tell(Viewer viewer, String what, List<Overdue> all, Direction direction) {
        List<UUID> people =
                all.stream()
                        .filter(overdue -> overdue.fromSide().equals(direction.from()))
                        .map(Overdue::memberId)
                        .toList();
        if (!people.isEmpty()) {
            facts.tell(viewer, new ExchangeFacts.NoticesOverdue(Ids.next(), what, people));
        }
    }
}
