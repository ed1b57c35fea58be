package vn.ganbo.assignment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.assignment.AssignmentFacts.CellsTold;
import vn.ganbo.assignment.AssignmentFacts.ReportsAsked;
import vn.ganbo.assignment.ReviewClockStore.Found;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Viewer;

/**
 * The night's look at tasks: what is to be reviewed, who is late, and which committee hears of it.
 */
@Service
public class ReviewClock {
    /** Days after the last day until the committee above is told. OWN: no document says it. */
    static final int DAYS_TO_SUPERIOR = 15;

    private final ReviewClockStore store;
    private final Facts facts;
    private final Clock clock;

    ReviewClock(ReviewClockStore store, Facts facts, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.clock = clock;
    }

    /** How many reviews the look opened, put up, reminded of and told the committee above of. */
    public record Looked(int opened, int putUp, int reminded, int escalated) {}

    /**
     * Opens the reviews of the next cells, so that a night with many keeps no rows for long.
     *
     * @param cells at most so many; null for all
     * @return how many reviews; 0 when none is left
     */
    @Transactional
    public int open(Viewer viewer, @Nullable Integer cells) {
        List<Found> opened =
                store.open(
                        viewer.scope(), TaskReviews.DAYS_TO_REVIEW, cells, Stamp.of(viewer, clock));
        ask(viewer, opened, true);
        ask(viewer, opened, false);
        tell(viewer, CellsTold.DUE, opened);
        return opened.size();
    }

    /** May be repeated, and makes up for nights missed; nothing is told of twice. */
    @Transactional
    public Looked look(Viewer viewer) {
        Stamp stamp = Stamp.of(viewer, clock);
        int opened = open(viewer, null);
        List<Found> putUp = store.putUp(viewer.scope(), TaskReviews.DAYS_TO_REVIEW, stamp);
        List<Found> late = store.remind(viewer.scope());
        LocalDate before = LocalDate.now(clock).minusDays(DAYS_TO_SUPERIOR);
        List<Found> escalated = store.escalate(viewer.scope(), before);

        tell(viewer, CellsTold.PUT_UP, putUp);
        tell(viewer, CellsTold.OVERDUE, late);
        tell(viewer, CellsTold.SUPERIOR, escalated);
        return new Looked(opened, putUp.size(), late.size(), escalated.size());
    }

    private void ask(Viewer viewer, List<Found> opened, boolean contact) {
        List<UUID> members =
                opened.stream()
                        .filter(one -> one.contact() == contact)
                        .map(Found::memberId)
                        .distinct()
                        .toList();
        if (!members.isEmpty()) {
            facts.tell(viewer, new ReportsAsked(Ids.next(), members, contact));
        }
    }

    /** Each unit hears how many are its own. */
    private void tell(Viewer viewer, String what, List<Found> found) {
        Map<String, Map<Integer, Long>> bySide =
                found.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Found::side,
                                        TreeMap::new,
                                        Collectors.groupingBy(
                                                Found::unitNo,
                                                TreeMap::new,
                                                Collectors.counting())));
        bySide.forEach((side, units) ->
                units.entrySet().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getValue,
                                        TreeMap::new,
                                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
                        .forEach((count, of) ->
                                facts.tell(
                                        viewer, new CellsTold(Ids.next(), what, side, of, count))));
    }
}
