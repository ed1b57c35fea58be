package vn.ganbo.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.ganbo.assessment.CollectiveDecisions;
import vn.ganbo.assessment.Comments;
import vn.ganbo.assessment.Rounds;
import vn.ganbo.assessment.Signer;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.liaison.Introductions;
import vn.ganbo.liaison.ReturnReason;
import vn.ganbo.meeting.Absences;
import vn.ganbo.meeting.Mark;
import vn.ganbo.meeting.MeetingKind;
import vn.ganbo.meeting.MeetingPlan;
import vn.ganbo.meeting.Meetings;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;
import vn.ganbo.web.Picked;

/** One year of the invented world: letters, registers, two meetings, the round of comments. */
@Component
@ConditionalOnProperty(name = "ganbo.demo", havingValue = "true")
class DemoYear {
    static final Sql LETTERS =
            Sql.of(
                    """
                    select i.id, i.member_id, i.version, coalesce(m.residence_wish_code, '') as wish
                      from liaison.published_introduction i
                      join member.published_member m on m.id = i.member_id
                     where i.res_no between :low and :high
                       and i.res_no <@ :scope::int4multirange
                       and i.state = 'SENT'
                     order by m.sort_key, i.id
                    """);

    /** Those of these letters that are the office's own. */
    static final Sql OWN =
            Sql.of(
                    """
                    select i.id, i.member_id, i.version, '' as wish
                      from liaison.published_introduction i
                     where i.work_no between :low and :high
                       and i.work_no <@ :scope::int4multirange
                       and i.id = any (:ids::uuid[])
                     order by i.id
                    """);

    static final Sql ATTENDANCE =
            Sql.of(
                    """
                    select a.member_id
                      from meeting.published_attendance a
                     where a.meeting_id = :meeting::uuid
                       and a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                     order by a.member_id
                    """);

    static final Sql MEETING_VERSION =
            Sql.of(
                    """
                    select m.version
                      from meeting.published_meeting m
                     where m.id = :meeting::uuid
                       and m.unit_no between :low and :high
                       and m.unit_no <@ :scope::int4multirange
                    """);

    static final Sql COMMENTS =
            Sql.of(
                    """
                    select c.id, c.version
                      from assessment.published_comment c
                     where c.cell_no = :cell::int
                       and c.state = :state
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                     order by c.id
                    """);

    record Letter(UUID id, UUID memberId, int version, String wish) {}

    static final Map<String, List<String>> OPTIONS =
            Map.of(
                    "example", List.of("good", "good", "yes"),
                    "civic", List.of("leading", "yes", "yes"),
                    "meetings", List.of("full", "full", "partly"),
                    "contact", List.of("active", "regular", "regular"),
                    "voice", List.of("very-active", "active", "active"),
                    "proposal", List.of("none", "none", "commend"));

    /** Why a letter comes back, as the ward writes it. */
    private record Back(ReturnReason reason, String words) {}

    private static final List<Back> BACK =
            List.of(
                    new Back(
                            ReturnReason.WRONG_ADDRESS,
                            "Số nhà ghi trên giấy không có ở tổ dân phố này."),
                    new Back(
                            ReturnReason.NOT_LIVING_HERE,
                            "Tổ trưởng dân phố cho biết gia đình đã chuyển đi từ tháng 8."),
                    new Back(
                            ReturnReason.ALREADY_REGISTERED,
                            "Đã có trong sổ theo giấy năm trước."));

    private final Introductions introductions;
    private final Meetings meetings;
    private final Absences absences;
    private final Rounds rounds;
    private final Comments comments;
    private final CollectiveDecisions decisions;
    private final DemoExchange exchange;
    private final DemoForum forum;
    private final DemoTasks tasks;
    private final DemoAway away;
    private final DemoTransfers transfers;
    private final DemoScreening screening;
    private final DemoReviews reviews;
    private final DemoCellMeetings cellMeetings;
    private final Units units;
    private final Db db;
    private final DemoClock clock;
    private final DemoNames dice = new DemoNames(7);

    DemoYear(
            Introductions introductions,
            Meetings meetings,
            Absences absences,
            Rounds rounds,
            Comments comments,
            CollectiveDecisions decisions,
            DemoExchange exchange,
            DemoForum forum,
            DemoTasks tasks,
            DemoAway away,
            DemoTransfers transfers,
            DemoScreening screening,
            DemoReviews reviews,
            DemoCellMeetings cellMeetings,
            Units units,
            Db db,
            DemoClock clock) {
        this.introductions = introductions;
        this.meetings = meetings;
        this.absences = absences;
        this.rounds = rounds;
        this.comments = comments;
        this.decisions = decisions;
        this.exchange = exchange;
        this.forum = forum;
        this.tasks = tasks;
        this.away = away;
        this.transfers = transfers;
        this.screening = screening;
        this.reviews = reviews;
        this.cellMeetings = cellMeetings;
        this.units = units;
        this.db = db;
        this.clock = clock;
    }

    void live(DemoOffices held, Map<String, Unit> byCode, List<DemoWorld.Person> people) {
        int late = people.size() * 9 / 10;
        int never = people.size() * 96 / 100;
        introduce(held, byCode, people.subList(0, late), LocalDate.of(2025, 12, 3), true);
        receive(held, byCode, LocalDate.of(2025, 12, 10), 1000);
        away.firstHalf(held, byCode);
        tasks.spring(held, byCode);
        meet(held, byCode, LocalDate.of(2026, 5, 24), "Sinh hoạt 6 tháng đầu năm 2026", 12);
        tasks.summer(held, byCode);
        tasks.autumn(held, byCode);
        meet(held, byCode, LocalDate.of(2026, 10, 18), "Sinh hoạt 6 tháng cuối năm 2026", 9);
        settle(held, byCode, LocalDate.of(2026, 10, 30));
        exchange.october(held, byCode);
        comment(held, byCode);
        introduce(held, byCode, people.subList(late, never), LocalDate.of(2026, 11, 9), false);
        receive(held, byCode, LocalDate.of(2026, 11, 17), 4);
        giveBack(held, byCode, LocalDate.of(2026, 11, 18));
        tasks.november(held, byCode);
        away.secondHalf(held, byCode);
        tasks.reminded();
        away.dues(held, byCode);
        transfers.autumn(held, byCode);
        transfers.november(held, byCode);
        screening.year(held, byCode);
        reviews.november(held, byCode);
        forum.november(held, byCode);
        exchange.november(held, byCode);
        invite(held, byCode, LocalDate.of(2026, 11, 29));
        cellMeetings.november(held, byCode);
    }

    /** Letters of each workplace; the second time the last workplace has not sent its own yet. */
    private void introduce(
            DemoOffices held,
            Map<String, Unit> byCode,
            List<DemoWorld.Person> people,
            LocalDate on,
            boolean sendAll) {
        clock.standAt(on.atTime(9, 0));
        int n = 0;
        for (DemoSheets.Committee committee : DemoSheets.WORKPLACES) {
            n++;
            Viewer office = held.of(Role.WORKPLACE_OFFICE, unit(byCode, committee.code()));
            List<UUID> own =
                    people.stream()
                            .filter(p -> office.scope().sees(p.workNo()))
                            .map(DemoWorld.Person::id)
                            .toList();
            boolean last = n == DemoSheets.WORKPLACES.size();
            office.call(() -> letters(office, own, sendAll || !last));
        }
    }

    private int letters(Viewer office, List<UUID> people, boolean send) {
        List<UUID> letters = introductions.issue(office, people).letters();
        if (send) {
            introductions.sign(
                    office, letters, new Introductions.Signer("Nông Văn Trường", "Phó Bí thư"));
            introductions.send(office, letters);
        }
        return letters.size();
    }

    /** The wards take in what came, at most so many each. */
    private void receive(DemoOffices held, Map<String, Unit> byCode, LocalDate on, int atMost) {
        clock.standAt(on.atTime(14, 0));
        for (DemoSheets.Committee committee : DemoSheets.WARDS) {
            Viewer ward = held.of(Role.RESIDENCE_OFFICE, unit(byCode, committee.code()));
            List<Letter> came = db.list(ward.scope(), LETTERS, Letter.class);
            for (Letter letter : came.subList(0, Math.min(atMost, came.size()))) {
                Unit cell = byCode.get(letter.wish());
                ward.call(() -> receive(held, ward, letter, cell));
            }
        }
    }

    private UUID receive(DemoOffices held, Viewer ward, Letter letter, @Nullable Unit cell) {
        Introductions.Placement placement = Introductions.Placement.later();
        if (cell != null) {
            List<Unit> groups =
                    units.children(ward.scope(), cell.no()).stream()
                            .filter(u -> u.kind() == UnitKind.GROUP)
                            .toList();
            placement =
                    new Introductions.Placement(
                            cell.id(),
                            groups.isEmpty() ? null : dice.one(groups).id(),
                            dice.one(held.committee(cell)));
        }
        introductions.acknowledge(ward, letter.id(), letter.version(), placement);
        return letter.id();
    }

    /**
     * Each ward gives letters back, one for each reason; the workplaces settle those who stand on a
     * register already, the others wait for their follow-up.
     */
    private void giveBack(DemoOffices held, Map<String, Unit> byCode, LocalDate on) {
        clock.standAt(on.atTime(9, 30));
        List<UUID> twice = new ArrayList<>();
        for (DemoSheets.Committee committee : DemoSheets.WARDS) {
            Viewer ward = held.of(Role.RESIDENCE_OFFICE, unit(byCode, committee.code()));
            List<Letter> came = db.list(ward.scope(), LETTERS, Letter.class);
            for (int i = 0; i < Math.min(BACK.size(), came.size()); i++) {
                Letter letter = came.get(i);
                Back back = BACK.get(i);
                if (back.reason() == ReturnReason.ALREADY_REGISTERED) {
                    twice.add(letter.id());
                }
                ward.scope()
                        .run(() ->
                                introductions.giveBack(
                                        ward,
                                        letter.id(),
                                        letter.version(),
                                        back.reason(),
                                        back.words()));
            }
        }
        clock.standAt(on.plusDays(2).atTime(10, 0));
        for (DemoSheets.Committee committee : DemoSheets.WORKPLACES) {
            Viewer office = held.of(Role.WORKPLACE_OFFICE, unit(byCode, committee.code()));
            for (Letter letter :
                    db.list(office.scope(), OWN, Letter.class, "ids", twice.toArray(UUID[]::new))) {
                office.scope()
                        .run(() ->
                                introductions.settle(
                                        office,
                                        letter.id(),
                                        letter.version(),
                                        "Đã có trong sổ theo giấy trước; giữ giấy ấy."));
            }
        }
    }

    /** Each cell of the wards meets; most come, some ask leave, for some the household comes. */
    private void meet(
            DemoOffices held, Map<String, Unit> byCode, LocalDate on, String title, int ofHoaBan) {
        for (DemoSheets.Committee committee : DemoSheets.WARDS) {
            int meeting = committee.equals(DemoSheets.HOA_BAN) ? ofHoaBan : committee.cells();
            for (int n = 1; n <= meeting; n++) {
                Viewer secretary =
                        held.of(Role.RESIDENCE_CELL_SECRETARY, unit(byCode, committee.cell(n)));
                secretary.call(() -> meet(secretary, on, title));
            }
        }
    }

    private UUID meet(Viewer secretary, LocalDate on, String title) {
        clock.standAt(on.minusDays(9).atTime(8, 30));
        UUID id = plan(secretary, on, title);
        clock.standAt(on.atTime(19, 30));
        List<UUID> invited =
                db.list(
                        secretary.scope(),
                        ATTENDANCE,
                        r -> r.getObject(1, UUID.class),
                        "meeting",
                        id);
        List<Meetings.Marking> marks = new ArrayList<>();
        for (UUID member : invited) {
            int throwOf = dice.below(100);
            Mark mark =
                    throwOf < 82
                            ? Mark.PRESENT
                            : throwOf < 90
                                    ? Mark.EXCUSED_BEFORE
                                    : throwOf < 96 ? Mark.ABSENT : Mark.HOUSEHOLD;
            marks.add(new Meetings.Marking(member, null, mark));
        }
        meetings.saveRollCall(secretary, id, marks);
        clock.standAt(on.atTime(21, 0));
        meetings.hold(secretary, id, version(secretary, id), true);
        if (marks.stream().anyMatch(m -> m.now() == Mark.ABSENT)) {
            clock.standAt(on.plusDays(1).atTime(8, 0));
            absences.ask(secretary, id);
        }
        return id;
    }

    private UUID plan(Viewer secretary, LocalDate on, String title) {
        UUID id =
                meetings.plan(
                        secretary,
                        new MeetingPlan(
                                secretary.unitNo(),
                                MeetingKind.PERIODIC,
                                title,
                                on,
                                LocalTime.of(19, 30),
                                "Nhà văn hóa",
                                "Thông báo tình hình địa phương\nLấy ý kiến về trật tự, vệ sinh khu dân cư"));
        meetings.invite(secretary, id, version(secretary, id));
        return id;
    }

    private int version(Viewer viewer, UUID meeting) {
        return (int) db.number(viewer.scope(), MEETING_VERSION, "meeting", meeting);
    }

    private void settle(DemoOffices held, Map<String, Unit> byCode, LocalDate on) {
        clock.standAt(on.atTime(6, 0));
        for (DemoSheets.Committee committee : DemoSheets.WARDS) {
            Viewer ward = held.of(Role.RESIDENCE_OFFICE, unit(byCode, committee.code()));
            ward.call(() -> absences.conclude(ward));
        }
    }

    /**
     * The round: some cells are done and returned, some wait for the ward, some have not met yet.
     */
    private void comment(DemoOffices held, Map<String, Unit> byCode) {
        for (DemoSheets.Committee committee : List.of(DemoSheets.HOA_BAN, DemoSheets.SUOI_MO)) {
            clock.standAt(LocalDate.of(2026, 11, 2).atTime(8, 0));
            Viewer ward = held.of(Role.RESIDENCE_OFFICE, unit(byCode, committee.code()));
            ward.call(() -> rounds.open(ward, 2026));
            int cells = committee.equals(DemoSheets.HOA_BAN) ? 7 : 3;
            for (int n = 1; n <= cells; n++) {
                Unit cell = unit(byCode, committee.cell(n));
                Viewer secretary = held.of(Role.RESIDENCE_CELL_SECRETARY, cell);
                int stage = n % 3;
                LocalDate met = LocalDate.of(2026, 11, 6 + n);
                secretary.call(() -> fill(held, secretary, cell, met, stage));
                if (stage == 1) {
                    clock.standAt(met.plusDays(3).atTime(10, 0));
                    ward.call(() -> giveOut(ward, cell));
                }
            }
        }
    }

    private int fill(DemoOffices held, Viewer secretary, Unit cell, LocalDate met, int stage) {
        clock.standAt(met.atTime(15, 0));
        List<Picked> drafts = picked(secretary.scope(), cell, "DRAFT");
        for (Picked draft : drafts) {
            Map<String, String> answers = new java.util.LinkedHashMap<>();
            OPTIONS.forEach((criterion, options) -> answers.put(criterion, dice.one(options)));
            comments.saveDraft(secretary, draft, answers, "");
        }
        if (stage == 0 || drafts.isEmpty()) {
            return 0;
        }
        clock.standAt(met.atTime(20, 0));
        decisions.record(
                secretary,
                cell.no(),
                new CollectiveDecisions.Meeting(
                        met,
                        "Nhà văn hóa",
                        held.committee(cell),
                        List.of(
                                new CollectiveDecisions.FrontPerson(
                                        "Hoàng Thị Bình", "Trưởng ban công tác Mặt trận"),
                                new CollectiveDecisions.FrontPerson("Lò Văn Tâm", "Ủy viên")),
                        new CollectiveDecisions.Votes(held.committee(cell).size() + 2, 0, 0),
                        "Thống nhất nhận xét các đảng viên có tên.",
                        drafts.stream().map(Picked::id).toList(),
                        List.of()));
        clock.standAt(met.plusDays(1).atTime(9, 0));
        comments.sign(
                secretary,
                picked(secretary.scope(), cell, "DRAFT"),
                new Signer(secretary.name(), "Bí thư"));
        return drafts.size();
    }

    private int giveOut(Viewer ward, Unit cell) {
        List<Picked> signed = picked(ward.scope(), cell, "CELL_SIGNED");
        comments.confirm(ward, signed, new Signer("Triệu Thu Phượng", "Bí thư"));
        comments.giveOut(ward, picked(ward.scope(), cell, "COMMUNE_CONFIRMED"));
        return signed.size();
    }

    private List<Picked> picked(Scope scope, Unit cell, String state) {
        return db.list(scope, COMMENTS, Picked.class, "cell", cell.no(), "state", state);
    }

    /** A meeting still to come, so that a member has something to answer. */
    private void invite(DemoOffices held, Map<String, Unit> byCode, LocalDate on) {
        clock.standAt(LocalDate.of(2026, 11, 19).atTime(8, 30));
        for (int n = 10; n <= DemoSheets.HOA_BAN.cells(); n++) {
            Viewer secretary =
                    held.of(
                            Role.RESIDENCE_CELL_SECRETARY,
                            unit(byCode, DemoSheets.HOA_BAN.cell(n)));
            secretary.call(() -> plan(secretary, on, "Sinh hoạt 6 tháng cuối năm 2026"));
        }
    }

    private static Unit unit(Map<String, Unit> byCode, String code) {
        Unit unit = byCode.get(code);
        if (unit == null) {
            throw new IllegalStateException("the invented world has no unit " + code);
        }
        return unit;
    }
}
