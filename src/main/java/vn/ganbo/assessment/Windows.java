package vn.ganbo.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.regulation.Rulebooks;

/**
 * Thời hạn của đợt nhận xét: a window closes at the end of its day; the superior opens it once more
 * for one unit, with a reason (docs/decisions/0034). Drafts can be written at any time.
 */
@Service
public class Windows {
    private static final int LONGEST_REASON = 1000;

    private final WindowStore store;
    private final Units units;
    private final Rulebooks rulebooks;
    private final Facts facts;
    private final Clock clock;

    Windows(WindowStore store, Units units, Rulebooks rulebooks, Facts facts, Clock clock) {
        this.store = store;
        this.units = units;
        this.rulebooks = rulebooks;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Lets a step on these slips through while its window is open.
     *
     * @throws Refusal with the day, the article and what to do when it is closed for one of them
     */
    void require(Viewer viewer, RoundWindow window, Collection<UUID> slips) {
        LocalDate today = LocalDate.now(clock);
        Optional<WindowStore.Closed> closed = store.closed(viewer.scope(), window, slips, today);
        if (closed.isPresent()) {
            throw closed(window, closed.get().year(), closed.get().due());
        }
    }

    /** What {@link #require} says of a window that closed on that day. */
    Refusal closed(RoundWindow window, int year, LocalDate due) {
        Rulebook book = rulebooks.on(LocalDate.now(clock));
        return new Refusal(
                "assessment.window-closed",
                Labels.of(window),
                year,
                Show.date(due),
                book.cite(book.commentsArticle()),
                Labels.of("roundWindow.superior." + window));
    }

    /** What the viewer may open once more: the ward for its cells, the province for the others. */
    List<RoundWindow> grantable(Viewer viewer) {
        if (viewer.is(Role.RESIDENCE_OFFICE)) {
            return List.of(RoundWindow.COMMENT);
        }
        return viewer.is(Role.ANALYST)
                ? List.of(RoundWindow.REQUEST, RoundWindow.CONFIRMATION, RoundWindow.RETURN)
                : List.of();
    }

    /** For whom. */
    List<Unit> grantees(Viewer viewer) {
        return units.subtree(viewer.scope(), viewer.unitNo()).stream()
                .filter(unit -> unit.no() != viewer.unitNo())
                .filter(unit ->
                        viewer.is(Role.RESIDENCE_OFFICE)
                                ? unit.kind() == UnitKind.CELL
                                : unit.kind() == UnitKind.COMMUNE
                                        || unit.kind() == UnitKind.GRASSROOTS)
                .toList();
    }

    /**
     * A window that is open once more.
     *
     * @param unit whose window
     * @param until the last day, not in the past
     */
    record Grant(
            @Nullable UUID unit,
            @Nullable RoundWindow window,
            int year,
            LocalDate until,
            String because) {}

    /**
     * Opens a window once more for one unit below the viewer's.
     *
     * @throws Problems when something is missing or the day has passed
     */
    @Transactional
    public UUID grant(Viewer viewer, Grant grant) {
        Stamp stamp = Stamp.of(viewer, clock);
        List<RoundWindow> may = grantable(viewer);
        if (may.isEmpty()) {
            throw new NotFound();
        }
        String why = Texts.clean(grant.because());
        Problems.Gatherer problems = new Problems.Gatherer();
        RoundWindow window = grant.window();
        if (window == null || !may.contains(window)) {
            problems.add("window", "Cần chọn việc được làm sau hạn.");
        }
        Optional<Unit> unit =
                grantees(viewer).stream().filter(one -> one.id().equals(grant.unit())).findFirst();
        if (unit.isEmpty()) {
            problems.add("unit", "Cần chọn tổ chức đảng được làm sau hạn.");
        }
        if (grant.until().isBefore(stamp.on())) {
            problems.add("until", "Ngày này đã qua. Hãy chọn ngày từ hôm nay.");
        }
        if (why.isEmpty()) {
            problems.add("because", "Cần ghi lý do; lý do được lưu cùng đợt nhận xét.");
        }
        problems.atMost("because", why, LONGEST_REASON);
        problems.check();
        if (window == null || unit.isEmpty()) {
            throw new NotFound();
        }

        UUID id = Ids.next();
        store.grant(
                viewer.scope(),
                new WindowStore.Granted(
                        id,
                        unit.get().no(),
                        viewer.unitNo(),
                        window,
                        grant.year(),
                        grant.until(),
                        why),
                stamp);

        facts.tell(
                viewer,
                new AssessmentFacts.WindowReopened(
                        id, unit.get().no(), window, grant.year(), grant.until()));
        return id;
    }
}
