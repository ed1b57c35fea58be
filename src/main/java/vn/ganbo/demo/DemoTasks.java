package vn.ganbo.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.ganbo.assignment.AskedBy;
import vn.ganbo.assignment.Assignments;
import vn.ganbo.assignment.NeighbourhoodRequests;
import vn.ganbo.assignment.Plans;
import vn.ganbo.assignment.ReviewClock;
import vn.ganbo.assignment.ReviewCycle;
import vn.ganbo.assignment.ReviewOutcome;
import vn.ganbo.assignment.TaskField;
import vn.ganbo.assignment.TaskResult;
import vn.ganbo.assignment.TaskReviews;
import vn.ganbo.assignment.Tasks;
import vn.ganbo.database.Db;
import vn.ganbo.demo.DemoResidents.Resident;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;

/** What three invented cells give their members to do, from March to November. */
@Component
@ConditionalOnProperty(name = "ganbo.demo", havingValue = "true")
class DemoTasks {
    static final Sql DUE =
            Sql.of(
                    """
                    select r.id, r.member_id
                      from assignment.published_review r
                     where r.unit_no between :low and :high
                       and r.unit_no <@ :scope::int4multirange
                       and r.cause = 'CYCLE'
                       and r.reviewed_on is null
                     order by r.to_day, r.member_id, r.id
                    """);

    /** Who is on the cell's register and not exempt from its meetings. */
    static final Sql PLACED =
            Sql.of(
                    """
                    select c.member_id as id, c.full_name
                      from liaison.published_contact c
                     where c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and c.valid @> :today::date
                       and not exists (select from member.published_exemption e
                                        where e.member_id = c.member_id)
                     order by c.sort_key, c.id
                     limit 2
                    """);

    static final int CELLS = 3;
    private static final int YEAR = 2026;
    private static final LocalDate SPRING = LocalDate.of(YEAR, 3, 1);

    /** Places on the list of the cell's own members. */
    private static final int REPORTS = 2;

    private static final int LATE = 3;
    private static final int ASKS = 8;

    /** A task, and the places of those who do it; a negative place: somebody of the register. */
    private record Duty(
            TaskField field,
            String title,
            String area,
            int households,
            String product,
            ReviewCycle cycle,
            int hours,
            String expertise,
            List<Integer> people) {}

    private static final List<Duty> DUTIES =
            List.of(
                    new Duty(
                            TaskField.FRONT,
                            "Phụ trách liên gia 1",
                            "Từ số nhà 1 đến số nhà 45",
                            22,
                            "Sổ theo dõi hộ, báo cáo chi bộ hằng tháng",
                            ReviewCycle.MONTH,
                            6,
                            "",
                            List.of(2)),
                    new Duty(
                            TaskField.FRONT,
                            "Phụ trách liên gia 2",
                            "Từ số nhà 46 đến số nhà 98",
                            27,
                            "Sổ theo dõi hộ, báo cáo chi bộ hằng tháng",
                            ReviewCycle.MONTH,
                            6,
                            "",
                            List.of(3)),
                    new Duty(
                            TaskField.SECURITY,
                            "Tổ tự quản an ninh, trật tự",
                            "Trục đường chính và hai ngõ nhánh",
                            60,
                            "Lịch tuần tra, vụ việc được hòa giải tại chỗ",
                            ReviewCycle.MONTH,
                            10,
                            "",
                            List.of(4, 6)),
                    new Duty(
                            TaskField.ENVIRONMENT,
                            "Vận động phân loại rác tại nhà",
                            "Khu tập thể và chợ tạm",
                            35,
                            "Từ 30 hộ trở lên phân loại rác",
                            ReviewCycle.QUARTER,
                            4,
                            "",
                            List.of(5, -1)),
                    new Duty(
                            TaskField.ECONOMY,
                            "Hướng dẫn hộ kinh doanh kê khai, dùng hóa đơn điện tử",
                            "Các hộ kinh doanh mặt đường",
                            14,
                            "Mỗi hộ tự kê khai được",
                            ReviewCycle.QUARTER,
                            8,
                            "kế toán",
                            List.of(6)),
                    new Duty(
                            TaskField.CULTURE,
                            "Phụ trách khuyến học và tủ sách",
                            "",
                            0,
                            "Mở cửa tối thứ bảy, danh sách học sinh được giúp",
                            ReviewCycle.QUARTER,
                            6,
                            "",
                            List.of(6, 7)),
                    new Duty(
                            TaskField.PARTY,
                            "Giúp đỡ quần chúng phấn đấu vào Đảng",
                            "",
                            0,
                            "Nhận xét sáu tháng một lần",
                            ReviewCycle.HALF_YEAR,
                            3,
                            "",
                            List.of(7)),
                    new Duty(
                            TaskField.NEIGHBOURHOOD,
                            "Thăm nom người cao tuổi sống một mình",
                            "Cả tổ dân phố",
                            5,
                            "Mỗi người được thăm ít nhất hai lần một tháng",
                            ReviewCycle.MONTH,
                            4,
                            "",
                            List.of(13)),
                    new Duty(
                            TaskField.ECONOMY,
                            "Rà soát hộ cần giúp trước Tết",
                            "Cả tổ dân phố",
                            120,
                            "Danh sách hộ, việc cần giúp từng hộ",
                            ReviewCycle.QUARTER,
                            5,
                            "",
                            List.of()),
                    new Duty(
                            TaskField.SECURITY,
                            "Kiểm tra bình chữa cháy, lối thoát nạn",
                            "Khu tập thể, ba dãy",
                            42,
                            "Biên bản từng dãy, việc cần sửa",
                            ReviewCycle.HALF_YEAR,
                            3,
                            "điện",
                            List.of()));

    private static final List<TaskReviews.Verdict> VERDICTS =
            List.of(
                    said(TaskResult.ON_TIME, ""),
                    said(TaskResult.ON_TIME, ""),
                    said(TaskResult.EXCEEDED, "Làm tốt, bà con đồng tình."),
                    said(TaskResult.LATE, "Chậm mười ngày vì mưa kéo dài; tháng sau làm bù."),
                    said(TaskResult.ON_TIME, ""),
                    said(
                            TaskResult.NOT_DONE,
                            "Gia đình có người ốm nên chưa làm được; chi ủy cử thêm người giúp."));

    private record Review(UUID id, UUID memberId) {}

    private final Tasks tasks;
    private final Assignments assignments;
    private final TaskReviews reviews;
    private final ReviewClock night;
    private final Plans plans;
    private final NeighbourhoodRequests requests;
    private final DemoResidents residents;
    private final Db db;
    private final DemoClock clock;

    DemoTasks(
            Tasks tasks,
            Assignments assignments,
            TaskReviews reviews,
            ReviewClock night,
            Plans plans,
            NeighbourhoodRequests requests,
            DemoResidents residents,
            Db db,
            DemoClock clock) {
        this.tasks = tasks;
        this.assignments = assignments;
        this.reviews = reviews;
        this.night = night;
        this.plans = plans;
        this.requests = requests;
        this.residents = residents;
        this.db = db;
        this.clock = clock;
    }

    /** Plans, tasks, who says yes to them, and how the first three months went. */
    void spring(DemoOffices held, Map<String, Unit> byCode) {
        for (int n = 1; n <= CELLS; n++) {
            Unit cell = cell(byCode, n);
            Viewer secretary = held.of(Role.RESIDENCE_CELL_SECRETARY, cell);
            List<Resident> own = residents.of(secretary.scope());
            clock.standAt(LocalDate.of(YEAR, 2, 10).atTime(20, 0));
            plan(own.get(REPORTS), cell, 0, "", true);
            plan(own.get(4), cell, 0, "", n == 1);
            List<Resident> placed = db.list(secretary.scope(), PLACED, Resident.class);
            for (Duty duty : DUTIES.subList(0, DUTIES.size() - (n - 1))) {
                clock.standAt(SPRING.plusDays(1).atTime(9, 0));
                UUID task = secretary.call(() -> tasks.add(secretary, written(duty)));
                for (int place : duty.people()) {
                    if (place >= 0) {
                        give(secretary, task, DemoResidents.at(own, place), cell, place % 2 == 0);
                    } else if (!placed.isEmpty()) {
                        give(secretary, task, placed.getFirst(), cell, true);
                    }
                }
            }
        }
        lookBack(held, byCode, LocalDate.of(YEAR, 4, 1), 4);
        lookBack(held, byCode, LocalDate.of(YEAR, 5, 1), 3);
        lookBack(held, byCode, LocalDate.of(YEAR, 6, 1), 5);
    }

    /** What was opened until that day is reviewed in every cell a few days later. */
    private void lookBack(
            DemoOffices held, Map<String, Unit> byCode, LocalDate first, int shifted) {
        night(first);
        for (int n = 1; n <= CELLS; n++) {
            Viewer secretary = held.of(Role.RESIDENCE_CELL_SECRETARY, cell(byCode, n));
            review(
                    secretary,
                    db.list(secretary.scope(), DUE, Review.class),
                    residents.of(secretary.scope()),
                    first.plusDays(3),
                    n + shifted);
        }
    }

    private static Tasks.NewTask written(Duty duty) {
        boolean basis = duty.field() == TaskField.PARTY;
        return new Tasks.NewTask(
                duty.field(),
                duty.title(),
                orNull(duty.area()),
                duty.households() == 0 ? null : duty.households(),
                "Chịu trách nhiệm trước chi bộ; khó thì báo chi ủy viên phụ trách",
                duty.product(),
                "Mời tổ trưởng, đoàn thể cùng làm",
                basis ? "05-NQ/CB" : "02-QC/CB",
                SPRING.minusDays(basis ? 4 : 20),
                SPRING,
                LocalDate.of(YEAR, 12, 31),
                duty.cycle(),
                duty.hours(),
                orNull(duty.expertise()),
                duty.field() == TaskField.NEIGHBOURHOOD);
    }

    /** The person says yes on the own page, or to the secretary. */
    private void give(Viewer secretary, UUID task, Resident person, Unit cell, boolean own) {
        UUID id = propose(secretary, task, person, SPRING.plusDays(4));
        clock.standAt(SPRING.plusDays(2).atTime(20, 0));
        if (own) {
            Viewer self = person.self(cell);
            self.scope().run(() -> assignments.answer(self, id, 1, true, "Tôi nhận."));
        } else {
            secretary
                    .scope()
                    .run(() ->
                            assignments.noteAnswer(secretary, id, 1, true, "", SPRING.plusDays(2)));
        }
    }

    private UUID propose(Viewer secretary, UUID task, Resident person, LocalDate since) {
        return secretary.call(() ->
                assignments.propose(
                        secretary,
                        task,
                        new Assignments.Proposal(
                                person.id(),
                                "Ở gần, có thời gian buổi tối.",
                                since,
                                LocalDate.of(YEAR, 12, 31))));
    }

    /** The first half of the year is looked back on. */
    void summer(DemoOffices held, Map<String, Unit> byCode) {
        night(LocalDate.of(YEAR, 7, 1));
        for (int n = 1; n <= CELLS; n++) {
            Unit cell = cell(byCode, n);
            Viewer secretary = held.of(Role.RESIDENCE_CELL_SECRETARY, cell);
            List<Resident> own = residents.of(secretary.scope());
            clock.standAt(LocalDate.of(YEAR, 7, 3).atTime(20, 0));
            plan(
                    own.get(REPORTS),
                    cell,
                    1,
                    "Đã đi hết các hộ một lượt, còn ba hộ chưa gặp được chủ nhà.",
                    true);
            review(
                    secretary,
                    db.list(secretary.scope(), DUE, Review.class),
                    own,
                    LocalDate.of(YEAR, 7, 4),
                    n);
        }
    }

    /**
     * July, the third quarter, and a request of the neighbourhood that becomes a task. The program
     * did not run at the beginning of September: August is looked back on with that month.
     */
    void autumn(DemoOffices held, Map<String, Unit> byCode) {
        lookBack(held, byCode, LocalDate.of(YEAR, 8, 1), 2);
        lookBack(held, byCode, LocalDate.of(YEAR, 10, 1), 1);
        Viewer secretary = held.of(Role.RESIDENCE_CELL_SECRETARY, cell(byCode, 1));
        clock.standAt(LocalDate.of(YEAR, 10, 12).atTime(9, 0));
        UUID asked =
                ask(
                        secretary,
                        AskedBy.FRONT,
                        TaskField.CULTURE,
                        "Dạy thiếu nhi bơi an toàn trong hè tới",
                        "Có kế hoạch lớp bơi hè: bể bơi, lịch học và hai người dạy.",
                        "thể thao",
                        LocalDate.of(YEAR, 10, 10));
        secretary.call(() -> requests.becomeTask(secretary, asked, 1));
    }

    /** October is reviewed but for one; somebody asks for less, somebody has not answered yet. */
    void november(DemoOffices held, Map<String, Unit> byCode) {
        night(LocalDate.of(YEAR, 11, 1));
        for (int n = 1; n <= CELLS; n++) {
            Unit cell = cell(byCode, n);
            Viewer secretary = held.of(Role.RESIDENCE_CELL_SECRETARY, cell);
            List<Resident> own = residents.of(secretary.scope());
            List<Review> due = new ArrayList<>(db.list(secretary.scope(), DUE, Review.class));
            due.removeIf(one -> one.memberId().equals(own.get(LATE).id()));
            review(secretary, due, own, LocalDate.of(YEAR, 11, 4), n + 2);
            clock.standAt(LocalDate.of(YEAR, 11, 10).atTime(9, 0));
            UUID task = secretary.call(() -> tasks.add(secretary, online()));
            UUID asks = propose(secretary, task, own.get(ASKS), LocalDate.of(YEAR, 11, 15));
            propose(secretary, task, own.get(5), LocalDate.of(YEAR, 11, 15));
            clock.standAt(LocalDate.of(YEAR, 11, 11).atTime(20, 0));
            Viewer self = own.get(ASKS).self(cell);
            self.scope()
                    .run(() ->
                            assignments.answer(
                                    self,
                                    asks,
                                    1,
                                    false,
                                    "Tôi trông cháu các tối trong tuần. Xin chỉ nhận sáng thứ bảy."));
        }
        Viewer secretary = held.of(Role.RESIDENCE_CELL_SECRETARY, cell(byCode, 1));
        clock.standAt(LocalDate.of(YEAR, 11, 18).atTime(9, 0));
        ask(
                secretary,
                AskedBy.GROUP,
                TaskField.NEIGHBOURHOOD,
                "Người biết điện giúp sửa đèn ngõ",
                "Tám bóng đèn ở ngõ 3 sáng lại, dây điện được kiểm tra; tổ dân phố đã mua bóng.",
                "điện",
                LocalDate.of(YEAR, 11, 17));
    }

    /** What somebody does who has gone away is put up for review; who is late is reminded. */
    void reminded() {
        night(LocalDate.of(YEAR, 11, 20));
    }

    private static Tasks.NewTask online() {
        return new Tasks.NewTask(
                TaskField.OTHER,
                "Hướng dẫn bà con dùng dịch vụ công trực tuyến",
                "Nhà văn hóa",
                null,
                null,
                "Hai buổi một tháng, danh sách người được giúp",
                null,
                null,
                null,
                LocalDate.of(YEAR, 11, 15),
                LocalDate.of(YEAR, 12, 31),
                ReviewCycle.MONTH,
                4,
                "tin học",
                false);
    }

    /** Some report, then the cell looks at what was done. */
    private void review(
            Viewer secretary, List<Review> due, List<Resident> own, LocalDate on, int shifted) {
        int n = shifted;
        for (Review review : due) {
            TaskReviews.Verdict verdict = VERDICTS.get(n % VERDICTS.size());
            boolean reports = n % 2 == 0 && report(secretary, review, own, on);
            n++;
            clock.standAt(on.plusDays(3).atTime(9, 0));
            secretary
                    .scope()
                    .run(() -> reviews.review(secretary, review.id(), reports ? 2 : 1, verdict));
        }
    }

    /** Own members report on their own page; whether this is one of them. */
    private boolean report(Viewer secretary, Review review, List<Resident> own, LocalDate on) {
        Viewer.Unit cell = secretary.unit();
        Optional<Resident> person =
                own.stream().filter(one -> one.id().equals(review.memberId())).findFirst();
        if (cell == null || person.isEmpty()) {
            return false;
        }
        clock.standAt(on.atTime(20, 0));
        Viewer self = person.get().self(cell);
        self.scope()
                .run(() ->
                        reviews.report(
                                self,
                                review.id(),
                                1,
                                "Đã đi từng nhà, ghi sổ đầy đủ. Hai hộ mới chuyển đến, đã làm quen."));
        return true;
    }

    private static TaskReviews.Verdict said(TaskResult result, String words) {
        return new TaskReviews.Verdict(result, ReviewOutcome.KEPT, words, null);
    }

    private void night(LocalDate on) {
        clock.standAt(on.atTime(4, 20));
        Viewer viewer = Viewer.system("open and remind of reviews of tasks");
        viewer.scope().run(() -> night.look(viewer));
    }

    private void plan(Resident person, Unit cell, int version, String half, boolean send) {
        Viewer self = person.self(cell);
        self.scope()
                .run(() ->
                        plans.save(
                                self,
                                new Plans.Typing(
                                        YEAR,
                                        version,
                                        "Hoàn thành nhiệm vụ chi bộ giao\nVận động được 20 hộ phân loại rác",
                                        "Mỗi tuần dành một buổi tối đi thăm hộ\nBáo cáo chi ủy viên phụ trách hằng tháng",
                                        "Học nghị quyết qua bản tóm tắt của chi bộ, một lớp tin học cơ bản",
                                        half),
                                send));
    }

    private UUID ask(
            Viewer secretary,
            AskedBy by,
            TaskField field,
            String title,
            String words,
            String expertise,
            LocalDate on) {
        return secretary.call(() ->
                requests.add(
                        secretary,
                        new NeighbourhoodRequests.Asked(by, field, title, words, expertise, on)));
    }

    private static Unit cell(Map<String, Unit> byCode, int n) {
        return DemoResidents.unit(byCode, DemoSheets.HOA_BAN.cell(n));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
