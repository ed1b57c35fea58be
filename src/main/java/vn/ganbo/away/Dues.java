package vn.ganbo.away;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Viewer;

/** Đảng phí: paid or not, month by month. No amounts and no payments are handled. */
@Service
public class Dues {
    private static final int EARLIEST = 2000;

    private final DueStore store;
    private final Facts facts;
    private final Clock clock;

    Dues(DueStore store, Facts facts, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Marks a month of one member.
     *
     * @throws Refusal for a month that is to come
     * @throws NotFound for somebody of another cell
     */
    @Transactional
    public void mark(Viewer viewer, UUID member, YearMonth month, DueMark mark) {
        may(viewer);
        LocalDate first = first(month);
        List<UUID> changed =
                store.mark(viewer.scope(), List.of(member), first, mark, Stamp.of(viewer, clock));
        if (!changed.isEmpty()) {
            facts.tell(
                    viewer,
                    new AwayFacts.DuesMarked(
                            Ids.next(),
                            changed,
                            "%d/%d".formatted(month.getMonthValue(), month.getYear())));
        }
    }

    /**
     * Marks as paid everybody of a cell who has no mark of the month yet.
     *
     * @return how many
     */
    @Transactional
    public int restHasPaid(Viewer viewer, int cell, YearMonth month) {
        may(viewer);
        LocalDate first = first(month);
        if (!viewer.scope().sees(cell)) {
            throw new NotFound();
        }
        List<UUID> changed = store.markRest(viewer.scope(), cell, first, Stamp.of(viewer, clock));
        if (!changed.isEmpty()) {
            facts.tell(
                    viewer,
                    new AwayFacts.DuesMarked(
                            Ids.next(),
                            changed,
                            "%d/%d".formatted(month.getMonthValue(), month.getYear())));
        }
        return changed.size();
    }

    private LocalDate first(YearMonth month) {
        if (month.isAfter(YearMonth.now(clock)) || month.getYear() < EARLIEST) {
            throw new Refusal("away.month-to-come");
        }
        return month.atDay(1);
    }

    private static void may(Viewer viewer) {
        if (!viewer.is(
                Role.RESIDENCE_CELL_SECRETARY,
                Role.WORKPLACE_CELL_SECRETARY,
                Role.COMMITTEE_MEMBER_IN_CHARGE)) {
            throw new NotFound();
        }
    }
}
