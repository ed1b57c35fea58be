package vn.ganbo.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import vn.ganbo.assessment.CollectiveDecisions;
import vn.ganbo.assessment.Comments;
import vn.ganbo.assessment.RequestPurpose;
import vn.ganbo.assessment.Requests;
import vn.ganbo.assessment.Rounds;
import vn.ganbo.assessment.Signer;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;
import vn.ganbo.web.Picked;

/**
 * The round of one ward of a {@link Province} through the acts, for everybody whom nobody plays by
 * hand.
 */
final class WardRound {
    static final Sql OFFICERS =
            Sql.of(
                    """
                    select o.person_id
                      from member.published_office o
                     where o.unit_no = :cell::int
                       and o.unit_no between :low and :high
                       and o.unit_no <@ :scope::int4multirange
                       and o.role in ('RESIDENCE_CELL_SECRETARY', 'COMMITTEE_MEMBER_IN_CHARGE')
                       and o.valid @> :today::date
                     order by o.person_id
                    """);

    static final Sql SLIPS =
            Sql.of(
                    """
                    select c.id, c.version, c.member_id, c.work_no, c.paper_id, c.complete
                      from assessment.published_comment c
                     where c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and c.year = :year::int
                       and c.state = :state
                     order by c.cell_no, c.id
                    """);

    /** Who came to every meeting of the year. */
    static final Sql CAME =
            Sql.of(
                    """
                    select a.member_id
                      from meeting.published_attendance a
                     where a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                       and extract(year from a.held_on)::int = :year::int
                     group by a.member_id
                    having bool_and(a.mark = 'PRESENT')
                    """);

    private static final int COMMENDED = 25;

    /** A slip in some state; no paper before the return. */
    record Slip(
            UUID id,
            int version,
            UUID memberId,
            int workNo,
            @Nullable UUID paperId,
            boolean complete) {
        Picked picked() {
            return new Picked(id, version);
        }
    }

    private final ApplicationContext context;
    private final Units units;
    private final Db db;
    private final Comments comments;
    private final int year;
    private final LocalDate today;
    private final Viewer office;
    private final List<Viewer> cells = new ArrayList<>();

    WardRound(ApplicationContext context, int ward, LocalDate today) {
        this.context = context;
        this.units = context.getBean(Units.class);
        this.db = context.getBean(Db.class);
        this.comments = context.getBean(Comments.class);
        this.year = today.getYear();
        this.today = today;
        this.office = viewer(Role.RESIDENCE_OFFICE, ward);
        for (Unit cell : units.children(office.scope(), ward)) {
            cells.add(viewer(Role.RESIDENCE_CELL_SECRETARY, cell.no()));
        }
    }

    Viewer office() {
        return office;
    }

    /** The secretaries of the cells, in the order of the tree. */
    List<Viewer> cells() {
        return cells;
    }

    /** The province opens the round of every ward that has none. */
    void open() {
        Viewer province = viewer(Role.ANALYST, 1);
        Rounds rounds = context.getBean(Rounds.class);
        province.call(() -> rounds.openAll(province, year, rounds.proposed(province, year)));
    }

    /**
     * Every workplace asks for those of its people that it has not asked for, and the ward takes
     * the requests up.
     *
     * @return how many were asked for
     */
    int ask() {
        Requests requests = context.getBean(Requests.class);
        List<UUID> asked = new ArrayList<>();
        byWorkplace("DRAFT", Slip::memberId)
                .forEach((workplace, people) ->
                        asked.addAll(
                                workplace.call(() ->
                                        requests.ask(
                                                        workplace,
                                                        people,
                                                        new Requests.Ask(
                                                                RequestPurpose.ASSESSMENT,
                                                                year,
                                                                LocalDate.of(year, 12, 20),
                                                                null),
                                                        new Signer("Nông Văn Trường", "Bí thư"))
                                                .requests())));
        return office.call(() -> requests.takeUp(office, asked));
    }

    /**
     * Finishes the drafts of a cell that nobody has finished, with the best marks for everybody.
     */
    void fill(Viewer secretary, IntFunction<String> words) {
        Map<String, String> best = new HashMap<>();
        DemoYear.OPTIONS.forEach((criterion, options) -> best.put(criterion, options.getFirst()));
        fill(secretary, words, _ -> best);
    }

    /** The same with marks that the register bears out. */
    void fillHonestly(Viewer secretary, IntFunction<String> words) {
        Set<UUID> came =
                Set.copyOf(
                        db.list(
                                secretary.scope(),
                                CAME,
                                row -> row.getObject("member_id", UUID.class),
                                "year",
                                year));
        fill(
                secretary,
                words,
                slip ->
                        Map.of(
                                "example", "yes",
                                "civic", "yes",
                                "meetings", came.contains(slip.memberId()) ? "full" : "partly",
                                "contact", "regular",
                                "voice", "active",
                                "proposal", "none"));
    }

    private void fill(
            Viewer secretary,
            IntFunction<String> words,
            Function<Slip, Map<String, String>> marks) {
        int n = 0;
        for (Slip draft : slips(secretary, "DRAFT")) {
            if (draft.complete()) {
                continue;
            }
            Map<String, String> answers = new HashMap<>(marks.apply(draft));
            if (++n % COMMENDED == 0) {
                answers.put("proposal", "commend");
            }
            String other = words.apply(n);
            secretary.call(() -> comments.saveDraft(secretary, draft.picked(), answers, other));
        }
    }

    void meet(Viewer secretary) {
        List<UUID> committee =
                db.list(
                        secretary.scope(),
                        OFFICERS,
                        row -> row.getObject("person_id", UUID.class),
                        "cell",
                        secretary.unitNo());
        CollectiveDecisions.Meeting meeting =
                new CollectiveDecisions.Meeting(
                        today,
                        "Nhà văn hóa",
                        committee,
                        List.of(
                                new CollectiveDecisions.FrontPerson(
                                        "Hoàng Thị Bình", "Trưởng ban công tác Mặt trận")),
                        new CollectiveDecisions.Votes(committee.size() + 1, 0, 0),
                        "Thống nhất nhận xét các đảng viên có tên.",
                        slips(secretary, "DRAFT").stream().map(Slip::id).toList(),
                        List.of());
        secretary.call(() ->
                context.getBean(CollectiveDecisions.class)
                        .record(secretary, secretary.unitNo(), meeting));
    }

    void sign(Viewer secretary) {
        secretary
                .scope()
                .run(() ->
                        comments.sign(
                                secretary,
                                picked(secretary, "DRAFT"),
                                new Signer("Lò Văn Tâm", "Bí thư")));
    }

    void confirm() {
        office.scope()
                .run(() ->
                        comments.confirm(
                                office,
                                picked(office, "CELL_SIGNED"),
                                new Signer("Triệu Thu Phượng", "Bí thư")));
    }

    void giveOut() {
        office.scope().run(() -> comments.giveOut(office, picked(office, "COMMUNE_CONFIRMED")));
    }

    /** Every workplace says that it has its slips; how many were new. */
    int receive() {
        int[] received = new int[1];
        workplaces()
                .forEach((workplace, ids) ->
                        received[0] += workplace.call(() -> comments.receive(workplace, ids)));
        return received[0];
    }

    /** The slips of the ward in this state. */
    List<Slip> slips(String state) {
        return slips(office, state);
    }

    private List<Slip> slips(Viewer viewer, String state) {
        return db.list(viewer.scope(), SLIPS, Slip.class, "year", year, "state", state);
    }

    private List<Picked> picked(Viewer viewer, String state) {
        return slips(viewer, state).stream().map(Slip::picked).toList();
    }

    /** The offices of the workplaces, each with the returned slips of its people. */
    Map<Viewer, List<UUID>> workplaces() {
        return byWorkplace("RETURNED", Slip::id);
    }

    private Map<Viewer, List<UUID>> byWorkplace(String state, Function<Slip, UUID> what) {
        Map<Integer, List<UUID>> byCell = new TreeMap<>();
        slips(state)
                .forEach(slip ->
                        byCell.computeIfAbsent(slip.workNo(), _ -> new ArrayList<>())
                                .add(what.apply(slip)));
        Scope all = Scope.system("the round of a made world");
        Map<Integer, List<UUID>> byWorkplace = new TreeMap<>();
        byCell.forEach((cell, ids) -> {
            int workplace =
                    units.above(all, cell).stream()
                            .filter(unit -> unit.kind() == UnitKind.GRASSROOTS)
                            .findFirst()
                            .orElseThrow()
                            .no();
            byWorkplace.computeIfAbsent(workplace, _ -> new ArrayList<>()).addAll(ids);
        });
        Map<Viewer, List<UUID>> offices = new LinkedHashMap<>();
        byWorkplace.forEach((no, ids) -> offices.put(viewer(Role.WORKPLACE_OFFICE, no), ids));
        return offices;
    }

    /** Whoever holds this office; a viewer without an account. */
    Viewer viewer(Role role, int no) {
        Scope all = Scope.system("the round of a made world");
        Unit unit = units.require(all, no);
        return new Viewer(
                null,
                null,
                "Lò Văn Tâm",
                Ids.next(),
                role,
                new Viewer.Unit(unit.id(), unit.no(), unit.name()),
                units.scopeOf(all, no, today));
    }
}
