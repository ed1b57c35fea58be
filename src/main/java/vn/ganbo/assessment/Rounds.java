package vn.ganbo.assessment;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import vn.ganbo.organisation.UnitSide;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.Clocks;
import vn.ganbo.regulation.Norms;
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
     * @param request by when the workplaces ask; null for no window
     * @param report by when the people should have reported themselves; null where nobody is asked
     * @param confirm by when the committee has confirmed; null for no window
     */
    public record Due(
            LocalDate meeting,
            LocalDate comment,
            LocalDate returned,
            @Nullable LocalDate request,
            @Nullable LocalDate report,
            @Nullable LocalDate confirm) {
        public Due(LocalDate meeting, LocalDate comment, LocalDate returned) {
            this(meeting, comment, returned, null, null, null);
        }
    }

    /** Seeds are drawn anew for each round and can be typed again. */
    private static final SecureRandom LOTS = new SecureRandom();

    private static final int BOUND = 1_000_000;

    /** Who opens a round late still gives workplaces, people and cells so many days. */
    private static final int DAYS_TO_ASK = 14;

    /**
     * The days that the rulebook of today, with the guidance of the viewer's unit and of those
     * above it, proposes for a year; a {@link Refusal} if it is silent.
     */
    public Due proposed(Viewer viewer, int year) {
        LocalDate today = LocalDate.now(clock);
        Rulebook book = rulebooks.on(viewer.scope(), today, viewer.unitNo());
        LocalDate late = today.plusDays(DAYS_TO_ASK);
        LocalDate comment = book.requireWindow(Clocks.COMMENT_DUE, year);
        LocalDate meeting =
                earlier(
                        later(book.requireWindow(Clocks.COLLECTIVE_MEETING_DUE, year), late),
                        comment);
        LocalDate returned = book.requireWindow(Clocks.RETURNED_DUE, year);
        return new Due(
                meeting,
                comment,
                returned,
                book.window(Clocks.REQUEST_DUE, year)
                        .map(day -> earlier(later(day, late), comment))
                        .orElse(null),
                book.window(Clocks.SELF_REPORT_DUE, year)
                        .map(day -> earlier(later(day, late), meeting))
                        .orElse(null),
                book.window(Clocks.CONFIRMED_DUE, year)
                        .map(day -> earlier(later(day, comment), returned))
                        .orElse(null));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
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
        if (!store.opened(viewer.scope(), List.of(ward.no()), year).isEmpty()) {
            throw new Refusal("assessment.round-exists", year);
        }

        Drawing drawing = open(viewer, List.of(ward), year, due, stamp);

        UUID id = drawing.rounds().getFirst().id();
        facts.tell(viewer, new AssessmentFacts.RoundDrawn(id, "opened", drawing.members(), year));
        return id;
    }

    /** What came of opening many. */
    public record Opened(int wards, int slips) {}

    /**
     * Opens the round of every ward below the viewer's unit that has none of that year, with the
     * same days; those that are open keep theirs.
     *
     * @throws Refusal when each of them has a round of that year
     * @throws Problems as for one ward
     */
    @Transactional
    public Opened openAll(Viewer viewer, int year, Due due) {
        return openAll(viewer, toOpen(viewer, year, due), year, due);
    }

    /** The same for those of these wards that have none. */
    @Transactional
    Opened openSome(Viewer viewer, Collection<Integer> wards, int year, Due due) {
        return openAll(
                viewer,
                unopened(viewer, year).stream().filter(w -> wards.contains(w.no())).toList(),
                year,
                due);
    }

    private Opened openAll(Viewer viewer, List<Unit> wards, int year, Due due) {
        if (wards.isEmpty()) {
            return new Opened(0, 0);
        }

        Drawing drawing = open(viewer, wards, year, due, Stamp.of(viewer, clock));

        Map<UUID, List<UUID>> members = drawing.byRound();
        Map<Integer, String> names =
                wards.stream()
                        .collect(
                                Collectors.toMap(
                                        Unit::no,
                                        ward -> ward.name().replaceFirst("^Đảng bộ ", "")));
        for (RoundStore.NewRound round : drawing.rounds()) {
            facts.tell(
                    viewer,
                    new AssessmentFacts.RoundOpenedFor(
                            round.id(),
                            round.wardNo(),
                            Objects.requireNonNull(names.get(round.wardNo())),
                            members.getOrDefault(round.id(), List.of()),
                            year));
        }
        return new Opened(wards.size(), drawing.people().size());
    }

    /** The wards whose rounds can be opened with these days; refuses as {@link #openAll}. */
    List<Unit> toOpen(Viewer viewer, int year, Due due) {
        check(year, due, LocalDate.now(clock));
        List<Unit> wards = unopened(viewer, year);
        if (wards.isEmpty()) {
            throw new Refusal("assessment.rounds-exist", year);
        }
        return wards;
    }

    /** The wards below the viewer's unit that have no round of that year. */
    List<Unit> unopened(Viewer viewer, int year) {
        List<Unit> wards =
                units.subtree(viewer.scope(), viewer.unitNo()).stream()
                        .filter(unit -> unit.no() != viewer.unitNo())
                        .filter(unit ->
                                unit.kind() == UnitKind.COMMUNE
                                        && unit.side() == UnitSide.RESIDENCE)
                        .toList();
        Set<Integer> opened =
                store.opened(viewer.scope(), wards.stream().map(Unit::no).toList(), year);
        return wards.stream().filter(ward -> !opened.contains(ward.no())).toList();
    }

    private record Drawing(List<RoundStore.NewRound> rounds, List<RoundStore.Drawn> people) {
        List<UUID> members() {
            return people.stream().map(RoundStore.Drawn::member).toList();
        }

        Map<UUID, List<UUID>> byRound() {
            return people.stream()
                    .collect(
                            Collectors.groupingBy(
                                    RoundStore.Drawn::round,
                                    Collectors.mapping(
                                            RoundStore.Drawn::member, Collectors.toList())));
        }
    }

    private Drawing open(Viewer viewer, List<Unit> wards, int year, Due due, Stamp stamp) {
        Rulebook book = rulebooks.on(stamp.on());
        Map<Integer, RoundStore.NewRound> byWard = new LinkedHashMap<>();
        for (Unit ward : wards) {
            byWard.put(
                    ward.no(),
                    new RoundStore.NewRound(
                            Ids.next(),
                            ward.no(),
                            year,
                            due,
                            book.targeted().isPresent() ? (long) LOTS.nextInt(BOUND) : null,
                            book.reference()));
        }
        List<RoundStore.NewRound> rounds = List.copyOf(byWard.values());
        store.open(viewer.scope(), rounds, cells(viewer, byWard), stamp);
        List<RoundStore.Drawn> people = chosen(viewer, byWard, stamp);
        draw(viewer, rounds, people, stamp);
        return new Drawing(rounds, people);
    }

    /** The cells of these wards as the tree stands, sections between them or not. */
    private List<RoundStore.Cell> cells(Viewer viewer, Map<Integer, RoundStore.NewRound> byWard) {
        List<RoundStore.Cell> cells = new ArrayList<>();
        Map<Integer, RoundStore.NewRound> below = new HashMap<>();
        for (Unit unit : units.subtree(viewer.scope(), viewer.unitNo())) {
            RoundStore.NewRound round = byWard.get(unit.no());
            if (round == null && unit.parentNo() != null) {
                round = below.get(unit.parentNo());
            }
            if (round != null) {
                below.put(unit.no(), round);
                if (unit.kind() == UnitKind.CELL) {
                    cells.add(new RoundStore.Cell(round.wardNo(), unit.no(), round.id()));
                }
            }
        }
        return cells;
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

        List<RoundStore.Drawn> late =
                chosen(viewer, Map.of(found.wardNo(), found), stamp).stream()
                        .filter(one -> found.seed() == null || one.chosen() == Chosen.ASKED)
                        .toList();
        List<UUID> members = draw(viewer, List.of(found), late, stamp);

        if (!members.isEmpty()) {
            facts.tell(
                    viewer,
                    new AssessmentFacts.RoundDrawn(round, "supplemented", members, found.year()));
        }
        return members.size();
    }

    /**
     * The cell adds somebody whom nobody chose, for merit or for a shortcoming.
     *
     * @throws NotFound when the round comments on everybody
     * @throws Refusal when the person has a slip already or stands on no register of the viewer's
     */
    @Transactional
    public void add(Viewer viewer, UUID round, UUID member) {
        Stamp stamp = Stamp.of(viewer, clock);
        RoundStore.NewRound found =
                store.seen(viewer.scope(), round)
                        .filter(one -> one.seed() != null)
                        .orElseThrow(NotFound::new);
        RoundStore.Candidate person =
                store
                        .candidates(viewer.scope(), List.of(found.wardNo()), found.year(), stamp)
                        .stream()
                        .filter(one -> one.member().equals(member))
                        .findFirst()
                        .orElseThrow(() -> notRegistered(found));

        store.draw(
                viewer.scope(),
                found,
                List.of(new RoundStore.Drawn(round, person.contactId(), member, Chosen.ADDED)),
                stamp);

        facts.tell(
                viewer,
                new AssessmentFacts.RoundDrawn(
                        round, "supplemented", List.of(member), found.year()));
    }

    private Refusal notRegistered(RoundStore.NewRound round) {
        Rulebook book = rulebooks.byId(round.rulebook()).orElseThrow();
        return new Refusal(
                "assessment.not-registered", round.year(), book.cite(book.commentsArticle()));
    }

    /** Whom to make slips for: everybody, or whom the rulebook of the rounds has chosen. */
    private List<RoundStore.Drawn> chosen(
            Viewer viewer, Map<Integer, RoundStore.NewRound> byWard, Stamp stamp) {
        RoundStore.NewRound any = byWard.values().iterator().next();
        Optional<Norms.Targeted> rule = rulebooks.byId(any.rulebook()).flatMap(Rulebook::targeted);
        if (any.seed() == null || rule.isEmpty()) {
            return store.missing(viewer.scope(), byWard, stamp);
        }
        Map<Integer, List<RoundStore.Candidate>> people =
                store.candidates(viewer.scope(), byWard.keySet(), any.year(), stamp).stream()
                        .collect(Collectors.groupingBy(RoundStore.Candidate::wardNo));
        List<RoundStore.Drawn> out = new ArrayList<>();
        byWard.forEach((ward, round) ->
                out.addAll(
                        chosen(
                                people.getOrDefault(ward, List.of()),
                                round,
                                rule.get(),
                                Objects.requireNonNull(round.seed()))));
        return out;
    }

    static List<RoundStore.Drawn> chosen(
            List<RoundStore.Candidate> candidates,
            RoundStore.NewRound round,
            Norms.Targeted rule,
            long seed) {
        Map<UUID, Chosen> why =
                Selection.choose(
                        candidates.stream().map(RoundStore.Candidate::candidate).toList(),
                        round.year(),
                        rule,
                        seed);
        return candidates.stream()
                .filter(one -> why.containsKey(one.member()))
                .map(one ->
                        new RoundStore.Drawn(
                                round.id(), one.contactId(), one.member(), why.get(one.member())))
                .toList();
    }

    private List<UUID> draw(
            Viewer viewer,
            List<RoundStore.NewRound> rounds,
            List<RoundStore.Drawn> people,
            Stamp stamp) {
        store.draw(viewer.scope(), rounds.getFirst(), people, stamp);
        return people.stream().map(RoundStore.Drawn::member).toList();
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
        LocalDate report = due.report();
        if (report != null && report.isAfter(due.meeting())) {
            problems.add(
                    "report",
                    "Ngày tự báo cáo (%s) phải trước hoặc trong hạn họp thống nhất (%s), để chi ủy đọc trước."
                            .formatted(Show.date(report), Show.date(due.meeting())));
        }
        LocalDate confirm = due.confirm();
        if (confirm != null
                && (confirm.isBefore(due.comment()) || confirm.isAfter(due.returned()))) {
            problems.add(
                    "confirm",
                    "Hạn xác nhận (%s) phải từ hạn ký phiếu (%s) đến hạn gửi trả (%s)."
                            .formatted(
                                    Show.date(confirm),
                                    Show.date(due.comment()),
                                    Show.date(due.returned())));
        }
        problems.check();
    }
}
