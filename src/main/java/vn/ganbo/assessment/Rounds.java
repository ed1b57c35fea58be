package vn.ganbo.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.Clocks;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.regulation.Rulebooks;

/**
 * Đợt nhận xét: a ward opens the year's round, and everyone on its register that day who is not
 * exempt from meetings has a draft (Regulation 213, Art. 4.4; Hướng dẫn 33, 1.1).
 */
@Service
public class Rounds {
    private final RoundStore store;
    private final Units units;
    private final Rulebooks rulebooks;
    private final Facts facts;
    private final Clock clock;

    Rounds(RoundStore store, Units units, Rulebooks rulebooks, Facts facts, Clock clock) {
        this.store = store;
        this.units = units;
        this.rulebooks = rulebooks;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * The days of a round, all inclusive.
     *
     * @param meeting by when the cells have met with the Front work committees
     * @param comment by when the cells have signed
     * @param returned by when the slips are back at the workplaces
     */
    public record Due(LocalDate meeting, LocalDate comment, LocalDate returned) {}

    /**
     * The days that the rulebook of today, with the guidance of the viewer's unit and of those
     * above it, proposes for a year; a {@link Refusal} if it is silent.
     */
    public Due proposed(Viewer viewer, int year) {
        Rulebook book = rulebooks.on(viewer.scope(), LocalDate.now(clock), viewer.unitNo());
        return new Due(
                book.requireWindow(Clocks.COLLECTIVE_MEETING_DUE, year),
                book.requireWindow(Clocks.COMMENT_DUE, year),
                book.requireWindow(Clocks.RETURNED_DUE, year));
    }

    /**
     * Opens the round of the viewer's ward, with the days the rulebook proposes.
     *
     * @return its id
     * @throws Refusal when the ward has a round of that year
     */
    @Transactional
    public UUID open(Viewer viewer, int year) {
        return open(viewer, year, proposed(viewer, year));
    }

    /**
     * Opens the round of the viewer's ward.
     *
     * @throws Refusal when the ward has a round of that year
     * @throws Problems when the days do not follow each other or the year is not this or last one
     */
    @Transactional
    public UUID open(Viewer viewer, int year, Due due) {
        Stamp stamp = Stamp.of(viewer, clock);
        check(year, due, stamp.on());
        Unit ward = units.require(viewer.scope(), viewer.unitNo());
        if (ward.kind() != UnitKind.COMMUNE) {
            throw new NotFound();
        }
        if (store.exists(viewer.scope(), ward.no(), year)) {
            throw new Refusal("assessment.round-exists", year);
        }
        List<Integer> cells =
                units.subtree(viewer.scope(), ward.no()).stream()
                        .filter(unit -> unit.kind() == UnitKind.CELL)
                        .map(Unit::no)
                        .toList();
        Rulebook book = rulebooks.on(stamp.on());

        UUID id = Ids.next();
        RoundStore.NewRound round =
                new RoundStore.NewRound(id, ward.no(), year, due, book.reference());
        store.open(viewer.scope(), round, cells, stamp);
        List<UUID> members = draw(viewer, round, stamp);

        facts.tell(viewer, new AssessmentFacts.RoundDrawn(id, "opened", members, year));
        return id;
    }

    /**
     * Adds drafts for those who have come onto the register since the round was opened.
     *
     * @return how many
     */
    @Transactional
    public int supplement(Viewer viewer, UUID round) {
        Stamp stamp = Stamp.of(viewer, clock);
        RoundStore.NewRound found = store.find(viewer.scope(), round).orElseThrow(NotFound::new);

        List<UUID> members = draw(viewer, found, stamp);

        if (!members.isEmpty()) {
            facts.tell(
                    viewer,
                    new AssessmentFacts.RoundDrawn(round, "supplemented", members, found.year()));
        }
        return members.size();
    }

    private List<UUID> draw(Viewer viewer, RoundStore.NewRound round, Stamp stamp) {
        return List.copyOf(store.draw(viewer.scope(), round, stamp).values());
    }

    private static void check(int year, Due due, LocalDate today) {
        Problems.Gatherer problems = new Problems.Gatherer();
        if (year > today.getYear() || year < today.getYear() - 1) {
            problems.add(
                    "year",
                    "Chỉ mở được đợt nhận xét của năm nay hoặc năm trước, không phải năm %d."
                            .formatted(year));
        }
        if (due.comment().isBefore(due.meeting())) {
            problems.add(
                    "comment",
                    "Hạn ký phiếu (%s) không thể trước hạn họp thống nhất (%s)."
                            .formatted(Show.date(due.comment()), Show.date(due.meeting())));
        }
        if (due.returned().isBefore(due.comment())) {
            problems.add(
                    "returned",
                    "Hạn gửi trả (%s) không thể trước hạn ký phiếu (%s)."
                            .formatted(Show.date(due.returned()), Show.date(due.comment())));
        }
        problems.check();
    }
}
