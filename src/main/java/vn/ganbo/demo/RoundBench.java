package vn.ganbo.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;
import vn.ganbo.assessment.CollectiveDecisions;
import vn.ganbo.assessment.Comments;
import vn.ganbo.assessment.Rounds;
import vn.ganbo.assessment.Signer;
import vn.ganbo.database.Db;
import vn.ganbo.database.InsertLimit;
import vn.ganbo.document.Papers;
import vn.ganbo.document.PrintLayout;
import vn.ganbo.document.Prints;
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
 * The whole round of the ward of 1,655 through the acts, in a program that has just started, and
 * its slips in one file for the printer.
 */
final class RoundBench {
    private static final int WARD = 2;
    private static final int PEOPLE = Province.Size.PROVINCE.big();
    private static final int YEAR = 2026;
    private static final int COMMENDED = 25;
    private static final double AIM_SECONDS = 60;
    private static final LocalDate TODAY = DemoClock.BEGIN.toLocalDate();

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
                    select c.id, c.version, c.work_no, c.paper_id
                      from assessment.published_comment c
                     where c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and c.year = :year::int
                       and c.state = :state
                     order by c.cell_no, c.id
                    """);

    private record Slip(Picked picked, int workNo, UUID paper) {}

    private final ConfigurableApplicationContext context;
    private final Units units;
    private final Db db;
    private final Comments comments;
    private final Viewer ward;
    private final List<Viewer> cells = new ArrayList<>();
    private final Map<String, Double> took = new LinkedHashMap<>();

    private RoundBench(ConfigurableApplicationContext context) {
        this.context = context;
        this.units = context.getBean(Units.class);
        this.db = context.getBean(Db.class);
        this.comments = context.getBean(Comments.class);
        this.ward = viewer(Role.RESIDENCE_OFFICE, WARD);
        for (Unit cell : units.children(ward.scope(), WARD)) {
            cells.add(viewer(Role.RESIDENCE_CELL_SECRETARY, cell.no()));
        }
    }

    static List<BenchResult> measure(Class<?> program, Path data) {
        try (ConfigurableApplicationContext context = SizeCommand.start(program, data, 0)) {
            context.getBean(Province.class).beforeRound(WARD, System.err::println);
            return new RoundBench(context).run();
        }
    }

    private List<BenchResult> run() {
        Rounds rounds = context.getBean(Rounds.class);
        step("open", () -> ward.call(() -> rounds.open(ward, YEAR)));
        step("drafts", () -> cells.forEach(this::fill));
        step("meetings", () -> cells.forEach(this::meet));
        step("sign", () -> cells.forEach(this::sign));
        step(
                "confirm",
                () ->
                        ward.scope()
                                .run(() ->
                                        comments.confirm(
                                                ward,
                                                picked("CELL_SIGNED"),
                                                new Signer("Triệu Thu Phượng", "Bí thư"))));
        step(
                "return",
                () -> ward.scope().run(() -> comments.giveOut(ward, picked("COMMUNE_CONFIRMED"))));
        List<Slip> returned = slips("RETURNED");
        Map<Viewer, List<UUID>> workplaces = workplaces(returned);
        int[] received = new int[1];
        step(
                "receive",
                () ->
                        workplaces.forEach((office, ids) ->
                                received[0] += office.call(() -> comments.receive(office, ids))));
        double acts = took.values().stream().mapToDouble(Double::doubleValue).sum();
        if (returned.size() != PEOPLE || received[0] != PEOPLE) {
            throw new IllegalStateException(
                    returned.size() + " slips are returned and " + received[0] + " received");
        }
        String words =
                took.entrySet().stream()
                        .map(one ->
                                String.format(
                                        Locale.ROOT, "%s %.2f s", one.getKey(), one.getValue()))
                        .collect(Collectors.joining(", "));
        double bare = context.getBean(InsertLimit.class).measure(1, PEOPLE).toNanos() / 1e9;
        return List.of(
                BenchResult.of(
                        "round",
                        acts,
                        bare,
                        "s",
                        "seconds of each step",
                        String.format(
                                Locale.ROOT,
                                "%d slips of %d cells, received by %d workplaces, just after the start: %s; the limit is one bare transaction of three inserts a slip",
                                PEOPLE,
                                cells.size(),
                                workplaces.size(),
                                words)),
                pdf(returned.stream().map(Slip::paper).toList()));
    }

    private BenchResult pdf(List<UUID> papers) {
        long start = System.nanoTime();
        byte[] file =
                ward.call(() ->
                        context.getBean(Prints.class)
                                .draw(
                                        context.getBean(Papers.class).stored(ward, papers),
                                        PrintLayout.A4));
        return BenchResult.of(
                "round-pdf",
                (System.nanoTime() - start) / 1e9,
                AIM_SECONDS,
                "s",
                "<= 60 s",
                String.format(
                        Locale.ROOT,
                        "%d stored slips drawn as one PDF of %.1f MB",
                        papers.size(),
                        file.length / 1e6));
    }

    private void step(String name, Runnable work) {
        long start = System.nanoTime();
        work.run();
        took.put(name, (System.nanoTime() - start) / 1e9);
    }

    private void fill(Viewer secretary) {
        int n = 0;
        for (Picked draft : drafts(secretary)) {
            Map<String, String> answers = new HashMap<>();
            DemoYear.OPTIONS.forEach(
                    (criterion, options) -> answers.put(criterion, options.getFirst()));
            if (++n % COMMENDED == 0) {
                answers.put("proposal", "commend");
            }
            secretary.call(() -> comments.saveDraft(secretary, draft, answers, ""));
        }
    }

    private void meet(Viewer secretary) {
        List<UUID> committee =
                db.list(
                        secretary.scope(),
                        OFFICERS,
                        row -> row.getObject("person_id", UUID.class),
                        "cell",
                        secretary.unitNo());
        secretary.call(() ->
                context.getBean(CollectiveDecisions.class)
                        .record(
                                secretary,
                                secretary.unitNo(),
                                new CollectiveDecisions.Meeting(
                                        TODAY,
                                        "Nhà văn hóa",
                                        committee,
                                        List.of(
                                                new CollectiveDecisions.FrontPerson(
                                                        "Hoàng Thị Bình",
                                                        "Trưởng ban công tác Mặt trận")),
                                        new CollectiveDecisions.Votes(committee.size() + 1, 0, 0),
                                        "Thống nhất nhận xét các đảng viên có tên.",
                                        drafts(secretary).stream().map(Picked::id).toList(),
                                        List.of())));
    }

    private void sign(Viewer secretary) {
        secretary
                .scope()
                .run(() ->
                        comments.sign(
                                secretary, drafts(secretary), new Signer("Lò Văn Tâm", "Bí thư")));
    }

    private List<Picked> drafts(Viewer secretary) {
        return db.list(
                secretary.scope(),
                DemoYear.COMMENTS,
                Picked.class,
                "cell",
                secretary.unitNo(),
                "state",
                "DRAFT");
    }

    private List<Picked> picked(String state) {
        return slips(state).stream().map(Slip::picked).toList();
    }

    private List<Slip> slips(String state) {
        return db.list(
                ward.scope(),
                SLIPS,
                row ->
                        new Slip(
                                new Picked(row.getObject("id", UUID.class), row.getInt("version")),
                                row.getInt("work_no"),
                                row.getObject("paper_id", UUID.class)),
                "year",
                YEAR,
                "state",
                state);
    }

    private Map<Viewer, List<UUID>> workplaces(List<Slip> slips) {
        Map<Integer, List<UUID>> byCell = new TreeMap<>();
        slips.forEach(slip ->
                byCell.computeIfAbsent(slip.workNo(), _ -> new ArrayList<>())
                        .add(slip.picked().id()));
        Scope all = Scope.system("measuring a round");
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

    private Viewer viewer(Role role, int no) {
        Scope all = Scope.system("measuring a round");
        Unit unit = units.require(all, no);
        return new Viewer(
                null,
                null,
                "Lò Văn Tâm",
                Ids.next(),
                role,
                new Viewer.Unit(unit.id(), unit.no(), unit.name()),
                units.scopeOf(all, no, TODAY));
    }
}
