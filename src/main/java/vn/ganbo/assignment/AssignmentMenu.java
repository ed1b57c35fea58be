package vn.ganbo.assignment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.DeskSheet;
import vn.ganbo.kernel.MenuEntry;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Tone;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Link;

/** What tasks put on desks and into the menu. */
@Configuration(proxyBeanMethods = false)
class AssignmentMenu {
    static final String TASKS = "/tasks";
    static final String ASSIGNMENTS = "/assignments";
    static final String REVIEWS = "/assignments/reviews";
    static final String COVERAGE = "/assignments/coverage";
    static final String PLANS = "/plans";
    static final String REQUESTS = "/neighbourhood-requests";
    static final String MY_PLAN = "/my-plan";
    static final String MINE = "/my-tasks";

    private static final Set<Role> CELLS =
            Set.of(Role.RESIDENCE_CELL_SECRETARY, Role.WORKPLACE_CELL_SECRETARY);

    private static final Set<Role> READERS =
            Set.of(
                    Role.RESIDENCE_OFFICE,
                    Role.RESIDENCE_CELL_SECRETARY,
                    Role.COMMITTEE_MEMBER_IN_CHARGE,
                    Role.WORKPLACE_OFFICE,
                    Role.WORKPLACE_CELL_SECRETARY);

    static final Sql NOBODY =
            Sql.of(
                    """
                    select count(*)
                      from assignment.task t
                     where t.unit_no between :low and :high
                       and t.unit_no <@ :scope::int4multirange
                       and t.closed_on is null
                       and (t.until is null or t.until >= :today::date)
                       and not exists (select from assignment.assignment a
                                        where a.task_id = t.id
                                          and a.state not in ('WITHDRAWN', 'ENDED')
                                          and (a.until is null or a.until >= :today::date))
                    """);

    static final Sql ASKED =
            Sql.of(
                    """
                    select count(*)
                      from assignment.assignment a
                     where a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                       and a.state = 'ADJUSTMENT_ASKED'
                    """);

    private static final Set<Role> OFFICES = Set.of(Role.RESIDENCE_OFFICE, Role.WORKPLACE_OFFICE);

    static final Sql REVIEWS_DUE =
            Sql.of(
                    """
                    select count(*)
                      from assignment.review r
                     where r.unit_no between :low and :high
                       and r.unit_no <@ :scope::int4multirange
                       and r.reviewed_on is null
                       and r.due_on >= :today::date
                    """);

    static final Sql REVIEWS_LATE =
            Sql.of(
                    """
                    select count(*)
                      from assignment.review r
                     where r.unit_no between :low and :high
                       and r.unit_no <@ :scope::int4multirange
                       and r.reviewed_on is null
                       and r.due_on < :today::date
                    """);

    static final Sql TO_REPORT =
            Sql.of(
                    """
                    select count(*)
                      from assignment.review r
                     where r.member_id = :self::uuid
                       and r.reviewed_on is null
                       and r.cause = 'CYCLE'
                       and r.self_on is null
                    """);

    static final Sql TO_ANSWER =
            Sql.of(
                    """
                    select count(*)
                      from assignment.assignment a
                     where a.member_id = :self::uuid
                       and a.state = 'PROPOSED'
                    """);

    private static final Map<String, String> SECTIONS = sections();

    private static Map<String, String> sections() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(TASKS, "Danh mục");
        all.put(ASSIGNMENTS, "Phân công");
        all.put(REVIEWS, "Kiểm điểm");
        all.put(COVERAGE, "Bao quát");
        all.put(REQUESTS, "Đề nghị của khu dân cư");
        all.put(PLANS, "Kế hoạch đảng viên");
        return all;
    }

    /** The parts of this work, the present one without a link. */
    static List<Link> sections(String here) {
        return SECTIONS.entrySet().stream()
                .map(one ->
                        one.getKey().equals(here)
                                ? Link.here(one.getValue())
                                : Link.to(one.getValue(), one.getKey()))
                .toList();
    }

    /** Whether the pages of this work are this office's to read. */
    static boolean reads(Viewer viewer) {
        return viewer.role() != null && READERS.contains(viewer.role());
    }

    /** Whether this office writes: the cell itself. Others read. */
    static boolean writes(Viewer viewer) {
        return viewer.role() != null && CELLS.contains(viewer.role());
    }

    @Bean
    MenuEntry tasksEntry() {
        return new MenuEntry(
                35,
                "Phân công nhiệm vụ",
                TASKS,
                "tasks",
                READERS,
                List.of(ASSIGNMENTS, PLANS, REQUESTS));
    }

    @Bean
    MenuEntry myTasksEntry() {
        return new MenuEntry(
                35, "Nhiệm vụ của tôi", MINE, "tasks", Set.of(Role.MEMBER), List.of(MY_PLAN));
    }

    @Bean
    DeskSheet tasksWithoutAnybody() {
        return new DeskSheet(
                "assignment.nobody",
                "Nhiệm vụ chưa có người làm",
                "Chọn người để phân công",
                Tone.WAIT,
                TASKS + "?which=nobody",
                TASKS,
                CELLS,
                NOBODY);
    }

    @Bean
    DeskSheet adjustmentsAsked() {
        return new DeskSheet(
                "assignment.asked",
                "Đề nghị điều chỉnh phân công",
                "Giữ, đổi hoặc rút, có lý do",
                Tone.ACT,
                ASSIGNMENTS + "?state=ADJUSTMENT_ASKED",
                TASKS,
                CELLS,
                ASKED);
    }

    @Bean
    DeskSheet tasksToAnswer() {
        return new DeskSheet(
                "assignment.to-answer",
                "Nhiệm vụ chi bộ đề nghị giao",
                "Nhận, hoặc xin điều chỉnh kèm lý do",
                Tone.ACT,
                MINE,
                MINE,
                Set.of(Role.MEMBER),
                TO_ANSWER);
    }

    @Bean
    DeskSheet taskReviewsLate() {
        return new DeskSheet(
                "assignment.reviews-late",
                "Kiểm điểm nhiệm vụ đã quá hạn",
                "Xem từng người, ghi kết quả",
                Tone.LATE,
                REVIEWS + "?which=late",
                TASKS,
                CELLS,
                REVIEWS_LATE);
    }

    @Bean
    DeskSheet taskReviewsDue() {
        return new DeskSheet(
                "assignment.reviews-due",
                "Nhiệm vụ đến kỳ kiểm điểm",
                "Ghi kết quả, giữ, điều chỉnh hay thôi",
                Tone.ACT,
                REVIEWS,
                TASKS,
                CELLS,
                REVIEWS_DUE);
    }

    @Bean
    DeskSheet taskReviewsLateInCells() {
        return new DeskSheet(
                "assignment.reviews-late-in-cells",
                "Kiểm điểm nhiệm vụ quá hạn ở chi bộ",
                "Nhắc chi bộ kiểm điểm",
                Tone.LATE,
                REVIEWS + "?which=late",
                TASKS,
                OFFICES,
                REVIEWS_LATE);
    }

    @Bean
    DeskSheet taskReportsToWrite() {
        return new DeskSheet(
                "assignment.to-report",
                "Nhiệm vụ cần tự báo cáo",
                "Ghi đã làm được gì trong kỳ",
                Tone.ACT,
                MINE,
                MINE,
                Set.of(Role.MEMBER),
                TO_REPORT);
    }
}
