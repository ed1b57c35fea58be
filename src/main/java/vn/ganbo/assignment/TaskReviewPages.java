package vn.ganbo.assignment;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.assignment.TaskReviewStore.Counts;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Form;
import vn.ganbo.web.Link;
import vn.ganbo.web.Pager;
import vn.ganbo.web.Typed;

/** Kiểm điểm nhiệm vụ: what is due, late and done, and one review with the cell's view. */
@Controller
class TaskReviewPages {
    private static final String PATH = AssignmentMenu.REVIEWS;
    private static final int SIZE = 60;

    private final TaskReviews acts;
    private final TaskReviewStore store;
    private final TaskQueries tasks;
    private final PeopleQueries people;
    private final Exports exports;
    private final Clock clock;

    TaskReviewPages(
            TaskReviews acts,
            TaskReviewStore store,
            TaskQueries tasks,
            PeopleQueries people,
            Exports exports,
            Clock clock) {
        this.acts = acts;
        this.store = store;
        this.tasks = tasks;
        this.people = people;
        this.exports = exports;
        this.clock = clock;
    }

    /** One line, and how many days it is late. */
    record Row(TaskReview review, long late) {}

    record ListView(
            List<Link> tabs,
            List<Row> rows,
            Pager pager,
            List<Choice> cells,
            @Nullable UUID unit,
            String which) {
        String query() {
            return TaskReviewPages.query(unit, which);
        }
    }

    record View(
            TaskReview review,
            long late,
            @Nullable Person successor,
            List<Choice> results,
            List<Choice> outcomes,
            boolean mayReview,
            Typed typed) {}

    @GetMapping(PATH)
    String list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(name = "which", defaultValue = "open") String typedWhich,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        String which = which(typedWhich);
        LocalDate today = LocalDate.now(clock);
        List<TaskQueries.Cell> cells = tasks.cells(viewer.scope());
        Integer no = TaskPages.no(cells, unit);
        Counts counts = store.counts(viewer.scope(), no, since(today));
        Pager pager =
                Pager.of(
                        page,
                        SIZE,
                        switch (which) {
                            case "late" -> counts.late();
                            case "changed" -> counts.changed();
                            case "done" -> counts.done();
                            default -> counts.open();
                        });
        model.addAttribute(
                "view",
                new ListView(
                        List.of(
                                tab("Cần kiểm điểm", "open", counts.open(), unit, which),
                                tab("Quá hạn", "late", counts.late(), unit, which),
                                tab("Có thay đổi", "changed", counts.changed(), unit, which),
                                tab("Đã kiểm điểm", "done", counts.done(), unit, which)),
                        store
                                .list(viewer.scope(), no, which, since(today), SIZE, pager.offset())
                                .stream()
                                .map(one -> new Row(one, one.late(today)))
                                .toList(),
                        pager,
                        TaskPages.choices(cells),
                        unit,
                        which));
        return "assignment/reviews";
    }

    /** Done ones are shown from the year before. */
    private static LocalDate since(LocalDate today) {
        return LocalDate.of(today.getYear() - 1, 1, 1);
    }

    private static String which(String typed) {
        return List.of("late", "changed", "done").contains(typed) ? typed : "open";
    }

    private static Link tab(
            String label, String which, long count, @Nullable UUID unit, String chosen) {
        return which.equals(chosen)
                ? Link.here(label, count)
                : Link.to(label, PATH + query(unit, which), count);
    }

    private static String query(@Nullable UUID unit, String which) {
        return "?which=" + which + (unit == null ? "" : "&unit=" + unit);
    }

    @GetMapping(PATH + "/export")
    void export(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(name = "which", defaultValue = "open") String typedWhich,
            @RequestParam String as,
            HttpServletResponse answer) {
        String which = which(typedWhich);
        LocalDate today = LocalDate.now(clock);
        Listing<TaskReview> list =
                new Listing<TaskReview>("kiem-diem-nhiem-vu", "Kiểm điểm thực hiện nhiệm vụ", today)
                        .column("Chi bộ", 26, TaskReview::unitName)
                        .column("Họ và tên", 26, TaskReview::fullName)
                        .column("Nhiệm vụ", 36, TaskReview::title)
                        .column("Vì sao kiểm điểm", 24, one -> Labels.of(one.cause()))
                        .column("Từ ngày", 12, TaskReview::fromDay)
                        .column("Đến ngày", 12, TaskReview::toDay)
                        .column("Hạn kiểm điểm", 12, TaskReview::dueOn)
                        .column("Quá hạn (ngày)", 10, one -> one.late(today))
                        .column("Đảng viên tự báo cáo", 36, TaskReview::selfWords)
                        .column("Kết quả", 18, one -> word(one.result()))
                        .column("Giữ, đổi, thôi", 18, one -> word(one.outcome()))
                        .column("Ý kiến chi ủy", 30, TaskReview::words)
                        .column("Ngày kiểm điểm", 12, TaskReview::reviewedOn);
        exports.send(
                viewer,
                list.of(
                        store.list(
                                viewer.scope(),
                                TaskPages.no(tasks.cells(viewer.scope()), unit),
                                which,
                                since(today),
                                null,
                                0)),
                as,
                answer);
    }

    private static String word(@Nullable Enum<?> constant) {
        return constant == null ? "" : Labels.of(constant);
    }

    @GetMapping(PATH + "/{id}")
    String show(Viewer viewer, @PathVariable UUID id, Model model) {
        return draw(viewer, id, Typed.empty(), model);
    }

    @PostMapping(PATH + "/{id}")
    String review(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String result,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String words,
            Form form) {
        return form.run(
                () -> {
                    Problems.Gatherer problems = new Problems.Gatherer();
                    LocalDate until = form.typed().day("until", null, problems);
                    problems.check();
                    acts.review(
                            viewer,
                            id,
                            version,
                            new TaskReviews.Verdict(
                                    Arrays.stream(TaskResult.values())
                                            .filter(one -> one.name().equals(result))
                                            .findFirst()
                                            .orElse(null),
                                    Arrays.stream(ReviewOutcome.values())
                                            .filter(one -> one.name().equals(outcome))
                                            .findFirst()
                                            .orElse(null),
                                    words,
                                    until));
                    return form.done(
                            PATH,
                            "Đã ghi kiểm điểm. Đảng viên đọc được kết quả và ý kiến của chi ủy.");
                },
                typed -> draw(viewer, id, typed, form.model()));
    }

    private String draw(Viewer viewer, UUID id, Typed typed, Model model) {
        TaskReview review = store.find(viewer.scope(), id).orElseThrow(NotFound::new);
        boolean open = review.reviewedOn() == null;
        model.addAttribute(
                "view",
                new View(
                        review,
                        review.late(LocalDate.now(clock)),
                        open && review.cause() != ReviewCause.CYCLE
                                ? successor(viewer, review)
                                : null,
                        Choice.all(TaskResult.values()),
                        Choice.all(ReviewOutcome.values()),
                        open && AssignmentMenu.writes(viewer),
                        typed));
        return "assignment/review";
    }

    /** Who could take it over: available, of the trade, with the least load. Only proposed. */
    private @Nullable Person successor(Viewer viewer, TaskReview review) {
        return people
                .beside(viewer.scope(), review.unitNo(), review.expertise(), review.chore())
                .stream()
                .filter(one -> one.unavailable() == null && !one.id().equals(review.memberId()))
                .findFirst()
                .orElse(null);
    }
}
