package vn.ganbo.assignment;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.assignment.PlanStore.Counts;
import vn.ganbo.assignment.PlanStore.Line;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Form;
import vn.ganbo.web.Link;
import vn.ganbo.web.Pager;
import vn.ganbo.web.Typed;

/** Kế hoạch năm: the member writes it, the cell reads those that were sent. */
@Controller
class PlanPages {
    private static final String PATH = AssignmentMenu.PLANS;
    private static final String MINE = AssignmentMenu.MY_PLAN;
    private static final int SIZE = 60;

    private final Plans acts;
    private final PlanStore store;
    private final TaskQueries tasks;
    private final Exports exports;
    private final Clock clock;

    PlanPages(Plans acts, PlanStore store, TaskQueries tasks, Exports exports, Clock clock) {
        this.acts = acts;
        this.store = store;
        this.tasks = tasks;
        this.exports = exports;
        this.clock = clock;
    }

    record MyView(int year, @Nullable Plan plan, List<Plan> earlier, boolean half, Typed typed) {}

    record ListView(
            int year,
            List<Link> tabs,
            List<Line> lines,
            Pager pager,
            List<Choice> cells,
            @Nullable UUID unit,
            boolean missing) {
        String query() {
            return PlanPages.query(unit, missing);
        }
    }

    private static String query(@Nullable UUID unit, boolean missing) {
        return "?missing=" + missing + (unit == null ? "" : "&unit=" + unit);
    }

    @GetMapping(MINE)
    String mine(Viewer viewer, Model model) {
        return mine(viewer, Typed.empty(), model);
    }

    @PostMapping(MINE)
    String save(
            Viewer viewer,
            @RequestParam int year,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String targets,
            @RequestParam(defaultValue = "") String measures,
            @RequestParam(defaultValue = "") String study,
            @RequestParam(defaultValue = "") String half,
            @RequestParam(defaultValue = "false") boolean send,
            Form form) {
        return form.run(
                () -> {
                    acts.save(
                            viewer,
                            new Plans.Typing(year, version, targets, measures, study, half),
                            send);
                    return form.done(
                            MINE,
                            send
                                    ? "Đã gửi kế hoạch đến chi bộ. Vẫn sửa được trong năm."
                                    : "Đã lưu kế hoạch.");
                },
                typed -> mine(viewer, typed, form.model()));
    }

    private String mine(Viewer viewer, Typed typed, Model model) {
        LocalDate today = LocalDate.now(clock);
        List<Plan> all = store.mine(viewer.scope());
        model.addAttribute(
                "view",
                new MyView(
                        today.getYear(),
                        all.stream()
                                .filter(one -> one.year() == today.getYear())
                                .findFirst()
                                .orElse(null),
                        all.stream().filter(one -> one.year() != today.getYear()).toList(),
                        today.getMonthValue() >= Plans.HALF,
                        typed));
        return "assignment/myplan";
    }

    @GetMapping(PATH)
    String list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(defaultValue = "false") boolean missing,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        int year = LocalDate.now(clock).getYear();
        List<TaskQueries.Cell> cells = tasks.cells(viewer.scope());
        Integer no = TaskPages.no(cells, unit);
        Counts counts = store.counts(viewer.scope(), year, no);
        long without = counts.people() - counts.sent();
        Pager pager = Pager.of(page, SIZE, missing ? without : counts.people());
        model.addAttribute(
                "view",
                new ListView(
                        year,
                        List.of(
                                missing
                                        ? Link.to(
                                                "Tất cả",
                                                PATH + query(unit, false),
                                                counts.people())
                                        : Link.here("Tất cả", counts.people()),
                                missing
                                        ? Link.here("Chưa gửi", without)
                                        : Link.to("Chưa gửi", PATH + query(unit, true), without)),
                        store.list(viewer.scope(), year, no, missing, SIZE, pager.offset()),
                        pager,
                        TaskPages.choices(cells),
                        unit,
                        missing));
        return "assignment/plans";
    }

    @GetMapping(PATH + "/export")
    void export(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(defaultValue = "false") boolean missing,
            @RequestParam String as,
            HttpServletResponse answer) {
        LocalDate today = LocalDate.now(clock);
        Listing<Line> list =
                new Listing<Line>(
                                "ke-hoach-dang-vien",
                                "Kế hoạch của đảng viên năm " + today.getYear(),
                                today)
                        .column("Chi bộ", 26, Line::unitName)
                        .column("Họ và tên", 26, Line::fullName)
                        .column("Mục tiêu", 40, Line::targets)
                        .column("Cách làm", 40, Line::measures)
                        .column("Học tập", 30, Line::study)
                        .column("Nhìn lại sáu tháng", 36, Line::halfWords)
                        .column("Ngày nhìn lại", 12, Line::halfOn)
                        .column("Đã gửi", 10, line -> line.sentAt() == null ? "" : "có");
        exports.send(
                viewer,
                list.of(
                        store.list(
                                viewer.scope(),
                                today.getYear(),
                                TaskPages.no(tasks.cells(viewer.scope()), unit),
                                missing,
                                null,
                                0)),
                as,
                answer);
    }

    @GetMapping(PATH + "/{id}")
    String show(Viewer viewer, @PathVariable UUID id, Model model) {
        model.addAttribute("plan", store.find(viewer.scope(), id).orElseThrow(NotFound::new));
        return "assignment/plan";
    }
}
