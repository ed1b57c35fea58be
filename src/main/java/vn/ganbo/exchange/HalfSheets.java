package vn.ganbo.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.exchange.HalfSheetStore.NewSheet;
import vn.ganbo.exchange.HalfSheetStore.Owing;
import vn.ganbo.exchange.HalfSheetStore.Sheet;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.Clocks;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.regulation.WorkingDays;

/**
 * Phiếu trao đổi 6 tháng: regularly, not only when something happens (Regulation 213, Art. 3.5 and
 * 4.6). The program counts, people add their words and sign; the figures stay as they were then.
 */
@Service
class HalfSheets {
    private final HalfSheetStore store;
    private final Units units;
    private final Rulebooks rulebooks;
    private final WorkingDays workingDays;
    private final Facts facts;
    private final Clock clock;

    HalfSheets(
            HalfSheetStore store,
            Units units,
            Rulebooks rulebooks,
            WorkingDays workingDays,
            Facts facts,
            Clock clock) {
        this.store = store;
        this.units = units;
        this.rulebooks = rulebooks;
        this.workingDays = workingDays;
        this.facts = facts;
        this.clock = clock;
    }

    static boolean mayWrite(Viewer viewer) {
        return viewer.is(Role.WORKPLACE_OFFICE, Role.RESIDENCE_OFFICE);
    }

    /** The last day to send a half-year's sheet, or null where the rulebook sets none. */
    @Nullable LocalDate dueOn(Viewer viewer, HalfYear half) {
        return dueOn(viewer, half, viewer.unitNo());
    }

    private @Nullable LocalDate dueOn(Viewer viewer, HalfYear half, int unitNo) {
        OptionalInt days =
                rulebooks
                        .on(viewer.scope(), LocalDate.now(clock), unitNo)
                        .days(Clocks.HALF_SHEET_DUE);
        return days.isEmpty() ? null : workingDays.plus(half.last(), days.getAsInt());
    }

    /**
     * Signs and sends to these committees, with the figures as they are now.
     *
     * @return how many sheets
     */
    @Transactional
    int send(
            Viewer viewer,
            HalfYear half,
            Collection<Integer> partners,
            String body,
            Signer signer) {
        if (!mayWrite(viewer)) {
            throw new NotFound();
        }
        Stamp stamp = Stamp.of(viewer, clock);
        Problems.Gatherer problems = new Problems.Gatherer();
        if (partners.isEmpty()) {
            problems.add("partners", "Chọn ít nhất một nơi nhận.");
        }
        String words = Texts.paragraphs(body);
        problems.atMost("body", words, Exchanges.LONGEST);
        Signer name =
                Signer.checked(
                        signer,
                        rulebooks.on(viewer.scope(), stamp.on(), viewer.unitNo()),
                        problems);
        problems.check();
        Direction writes = Direction.writtenBy(viewer);
        if (half.first().isAfter(stamp.on())) {
            throw new Refusal("exchange.half-not-begun", half.words());
        }
        Set<Integer> sent =
                store.of(viewer.scope(), half).stream()
                        .filter(sheet -> sheet.fromSide().equals(writes.from()))
                        .map(sheet ->
                                writes == Direction.TO_RESIDENCE ? sheet.wardNo() : sheet.workNo())
                        .collect(Collectors.toSet());
        int own = committee(viewer, writes);
        List<NewSheet> sheets =
                store.partners(viewer.scope(), writes, half, stamp.on()).stream()
                        .filter(p ->
                                partners.contains(p.partnerNo()) && !sent.contains(p.partnerNo()))
                        .map(p ->
                                writes == Direction.TO_RESIDENCE
                                        ? new NewSheet(Ids.next(), own, p.partnerNo(), p.figures())
                                        : new NewSheet(Ids.next(), p.partnerNo(), own, p.figures()))
                        .toList();
        if (sheets.size() != Set.copyOf(partners).size()) {
            throw new Refusal("exchange.half-sheet-sent");
        }

        store.add(viewer.scope(), writes, half, sheets, words, name, stamp);

        facts.tell(
                viewer,
                new ExchangeFacts.HalfSheetStep(
                        sheets.size() == 1 ? sheets.getFirst().id() : Ids.next(),
                        "sent",
                        sheets.size()));
        return sheets.size();
    }

    private int committee(Viewer viewer, Direction writes) {
        UnitKind kind = writes == Direction.TO_RESIDENCE ? UnitKind.GRASSROOTS : UnitKind.COMMUNE;
        return units.above(viewer.scope(), viewer.unitNo()).stream()
                .filter(unit -> unit.kind() == kind)
                .map(Unit::no)
                .findFirst()
                .orElse(viewer.unitNo());
    }

    /** The other side has read it. */
    @Transactional
    void receive(Viewer viewer, UUID id) {
        Sheet sheet = store.one(viewer.scope(), id).orElseThrow(NotFound::new);
        if (!mayWrite(viewer) || Direction.writtenBy(viewer).from().equals(sheet.fromSide())) {
            throw new NotFound();
        }
        if (!store.receive(viewer.scope(), id, Stamp.of(viewer, clock))) {
            throw new Refusal("exchange.already-acknowledged");
        }

        facts.tell(viewer, new ExchangeFacts.HalfSheetStep(id, "received", 1));
    }

    /**
     * Reminds every committee once of the sheets it has not sent by the last day of its rulebook;
     * what was missed on one day is found on the next.
     *
     * @return how many committees
     */
    @Transactional
    int remind(Viewer viewer) {
        LocalDate today = LocalDate.now(clock);
        HalfYear half = HalfYear.of(today).before();
        List<Owing> late =
                store.owing(viewer.scope(), half).stream()
                        .filter(owing -> isDue(dueOn(viewer, half, owing.unitNo()), today))
                        .toList();
        if (late.isEmpty()) {
            return 0;
        }

        store.reminded(viewer.scope(), late, half, today);

        late.stream()
                .collect(
                        Collectors.groupingBy(
                                Owing::fromSide,
                                TreeMap::new,
                                Collectors.groupingBy(
                                        Owing::committees,
                                        TreeMap::new,
                                        Collectors.mapping(Owing::unitNo, Collectors.toList()))))
                .forEach((side, byCount) ->
                        byCount.forEach((committees, units) ->
                                facts.tell(
                                        viewer,
                                        new ExchangeFacts.HalfSheetDue(
                                                Ids.next(),
                                                side,
                                                units,
                                                half.words(),
                                                committees))));
        return late.size();
    }

    /**
     * Tells the committee above, once, of those below it that still have not sent their sheets some
     * working days after the last day (Regulation 213, Art. 5: the superior watches).
     *
     * @return of how many committees
     */
    @Transactional
    int escalate(Viewer viewer) {
        LocalDate today = LocalDate.now(clock);
        HalfYear half = HalfYear.of(today).before();
        List<Owing> late =
                store.stillOwing(viewer.scope(), half).stream()
                        .filter(owing -> isDue(superiorOn(viewer, half, owing.unitNo()), today))
                        .toList();
        if (late.isEmpty()) {
            return 0;
        }

        store.superiorTold(viewer.scope(), late, half, today);

        late.stream()
                .collect(
                        Collectors.groupingBy(
                                Owing::fromSide,
                                TreeMap::new,
                                Collectors.groupingBy(
                                        owing -> Objects.requireNonNull(owing.parentNo()),
                                        TreeMap::new,
                                        Collectors.mapping(Owing::unitNo, Collectors.toList()))))
                .forEach((side, byParent) ->
                        byParent.forEach((parent, units) ->
                                facts.tell(
                                        viewer,
                                        new ExchangeFacts.HalfSheetLate(
                                                Ids.next(), side, units, parent, half.words()))));
        return late.size();
    }

    /** From when on the superior is told, or null where the rulebook is silent. */
    private @Nullable LocalDate superiorOn(Viewer viewer, HalfYear half, int unitNo) {
        LocalDate due = dueOn(viewer, half, unitNo);
        OptionalInt days =
                rulebooks
                        .on(viewer.scope(), LocalDate.now(clock), unitNo)
                        .days(Clocks.OVERDUE_TO_SUPERIOR);
        return due == null || days.isEmpty() ? null : workingDays.plus(due, days.getAsInt());
    }

    private static boolean isDue(@Nullable LocalDate due, LocalDate today) {
        return due != null && !today.isBefore(due);
    }
}
