package vn.ganbo.assignment;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.ganbo.assignment.AssignmentQueries.Count;
import vn.ganbo.assignment.AssignmentQueries.Line;
import vn.ganbo.assignment.Assignments.CellReply;
import vn.ganbo.kernel.History;
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

/** Phân công: the cell proposes, writes down oral answers, decides and ends. */
@Controller
class AssignmentPages {
    private static final String PATH = AssignmentMenu.ASSIGNMENTS;
    private static final int SIZE = 60;

    private final Assignments acts;
    private final AssignmentStore store;
    private final AssignmentQueries queries;
    private final TaskQueries tasks;
    private final TaskPages taskPages;
    private final TaskReviews looks;
    private final TaskReviewStore reviews;
    private final History history;
    private final Exports exports;
    private final Clock clock;

    AssignmentPages(
            Assignments acts,
            AssignmentStore store,
            AssignmentQueries queries,
            TaskQueries tasks,
            TaskPages taskPages,
            TaskReviews looks,
            TaskReviewStore reviews,
            History history,
            Exports exports,
            Clock clock) {
        this.acts = acts;
        this.store = store;
        this.queries = queries;
        this.tasks = tasks;
        this.taskPages = taskPages;
        this.looks = looks;
        this.reviews = reviews;
        this.history = history;
        this.exports = exports;
        this.clock = clock;
    }

    record ListView(
            List<Link> tabs,
            List<Line> lines,
            Pager pager,
            List<Choice> cells,
            @Nullable UUID unit,
            String q,
            @Nullable AssignmentState state,
            boolean mayWrite) {
        String query() {
            return AssignmentPages.query(unit, q, state);
        }
    }

    record View(
            Assignment assignment,
            List<TaskReview> reviews,
            List<History.Line> history,
            List<Choice> replies,
            boolean mayNote,
            boolean mayDecide,
            boolean mayWithdraw,
            boolean mayEnd,
            LocalDate today,
            Typed typed) {

        /** Whether it runs, and nobody is to look at it for a change already. */
        boolean mayPutUp() {
            return mayEnd
                    && reviews.stream()
                            .noneMatch(one ->
                                    one.reviewedOn() == null && one.cause() != ReviewCause.CYCLE);
        }
    }

    @GetMapping(PATH)
    String list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        AssignmentState chosen = state(state);
        List<TaskQueries.Cell> cells = tasks.cells(viewer.scope());
        Integer no = TaskPages.no(cells, unit);
        Map<AssignmentState, Long> counts =
                queries.counts(viewer.scope(), no, q).stream()
                        .collect(Collectors.toMap(Count::state, Count::people));
        long all = counts.values().stream().mapToLong(n -> n).sum();
        List<Link> tabs = new ArrayList<>();
        tabs.add(tab("Tất cả", all, unit, q, null, chosen));
        for (AssignmentState one : AssignmentState.values()) {
            tabs.add(tab(Labels.of(one), counts.getOrDefault(one, 0L), unit, q, one, chosen));
        }
        Pager pager = Pager.of(page, SIZE, chosen == null ? all : counts.getOrDefault(chosen, 0L));
        model.addAttribute(
                "view",
                new ListView(
                        tabs,
                        queries.list(viewer.scope(), no, q, chosen, SIZE, pager.offset()),
                        pager,
                        TaskPages.choices(cells),
                        unit,
                        q,
                        chosen,
                        AssignmentMenu.writes(viewer)));
        return "assignment/assignments";
    }

    private static Link tab(
            String label,
            long count,
            @Nullable UUID unit,
            String q,
            @Nullable AssignmentState state,
            @Nullable AssignmentState chosen) {
        return state == chosen
                ? Link.here(label, count)
                : Link.to(label, PATH + query(unit, q, state), count);
    }

    private static String query(@Nullable UUID unit, String q, @Nullable AssignmentState state) {
        UriComponentsBuilder link =
                UriComponentsBuilder.newInstance()
                        .queryParam("state", state == null ? "" : state.name());
        if (unit != null) {
            link.queryParam("unit", unit);
        }
        if (!q.isBlank()) {
            link.queryParam("q", "{q}");
            return link.encode().buildAndExpand(q.strip()).toUriString();
        }
        return link.build().toUriString();
    }

    private static @Nullable AssignmentState state(String name) {
        return Arrays.stream(AssignmentState.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    @GetMapping(PATH + "/export")
    void export(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam String as,
            HttpServletResponse answer) {
        AssignmentState chosen = state(state);
        Listing<Line> list =
                new Listing<Line>(
                                "phan-cong-dang-vien",
                                "Theo dõi và phân công nhiệm vụ đảng viên",
                                LocalDate.now(clock))
                        .filter("Tình trạng", chosen == null ? "" : Labels.of(chosen))
                        .typed("Tìm", q)
                        .column("Chi bộ", 26, Line::unitName)
                        .column("Họ và tên", 26, Line::fullName)
                        .column(
                                "Đảng viên",
                                20,
                                line -> line.contact() ? "theo dõi nơi cư trú" : "của chi bộ")
                        .column("Nhiệm vụ", 36, Line::title)
                        .column("Lĩnh vực", 22, line -> Labels.of(line.field()))
                        .column("Địa bàn, hộ", 20, Line::place)
                        .column("Kết quả cần đạt", 30, Line::product)
                        .column("Giờ mỗi tháng", 13, Line::hours)
                        .column("Từ ngày", 17, Line::since)
                        .column("Đến hết ngày", 12, Line::until)
                        .column("Tình trạng", 22, line -> Labels.of(line.state()))
                        .column("Lý do phân công", 30, Line::reason)
                        .column("Ý kiến của đảng viên", 30, Line::answer)
                        .column("Chi bộ quyết định", 30, Line::decided)
                        .column("Thôi phân công", 12, Line::endedOn)
                        .column("Lý do thôi", 30, Line::endedBecause);
        exports.send(
                viewer,
                list.of(
                        queries.list(
                                viewer.scope(),
                                TaskPages.no(tasks.cells(viewer.scope()), unit),
                                q,
                                chosen,
                                null,
                                0)),
                as,
                answer);
    }

    @PostMapping(AssignmentMenu.TASKS + "/{id}/assignments")
    String propose(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID member,
            @RequestParam(defaultValue = "") String reason,
            Form form) {
        return form.run(
                () -> {
                    Problems.Gatherer problems = new Problems.Gatherer();
                    if (member == null) {
                        problems.add("member", "Chọn người được phân công.");
                    }
                    if (reason.isBlank()) {
                        problems.add("reason", Assignments.WHY_THIS_PERSON);
                    }
                    LocalDate since = form.typed().day("since", "Ghi ngày bắt đầu.", problems);
                    LocalDate until = form.typed().day("until", null, problems);
                    problems.check();
                    UUID made =
                            acts.propose(
                                    viewer,
                                    id,
                                    new Assignments.Proposal(
                                            member == null ? id : member,
                                            reason,
                                            since == null ? LocalDate.EPOCH : since,
                                            until));
                    return form.done(
                            PATH + "/" + made,
                            "Đã đề nghị phân công. Đảng viên thấy ở trang của mình để nhận hoặc xin điều chỉnh.");
                },
                typed -> taskPages.draw(viewer, id, member, typed, form.model()));
    }

    @GetMapping(PATH + "/{id}")
    String show(Viewer viewer, @PathVariable UUID id, Model model) {
        return draw(viewer, id, Typed.empty(), model);
    }

    @PostMapping(PATH + "/{id}/answer")
    String note(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String said,
            @RequestParam(defaultValue = "") String words,
            Form form) {
        return form.run(
                () -> {
                    boolean accepts = accepts(said);
                    Problems.Gatherer problems = new Problems.Gatherer();
                    LocalDate on = form.typed().day("on", "Ghi ngày đảng viên trả lời.", problems);
                    problems.check();
                    acts.noteAnswer(
                            viewer,
                            id,
                            version,
                            accepts,
                            words,
                            on == null ? LocalDate.now(clock) : on);
                    return form.done(PATH + "/" + id, "Đã ghi trả lời của đảng viên.");
                },
                typed -> draw(viewer, id, typed, form.model()));
    }

    /** What was chosen: to take the task, or to ask for an adjustment. */
    static boolean accepts(String said) {
        return switch (said) {
            case "ACCEPTS" -> true;
            case "ASKS" -> false;
            default -> throw Problems.of("said", "Chọn: nhận nhiệm vụ, hay xin điều chỉnh.");
        };
    }

    @PostMapping(PATH + "/{id}/decision")
    String decide(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reply,
            @RequestParam(defaultValue = "") String words,
            Form form) {
        return form.run(
                () -> {
                    Problems.Gatherer problems = new Problems.Gatherer();
                    CellReply chosen =
                            Arrays.stream(CellReply.values())
                                    .filter(one -> one.name().equals(reply))
                                    .findFirst()
                                    .orElse(null);
                    if (chosen == null) {
                        problems.add("reply", "Chọn cách giải quyết.");
                    }
                    if (words.isBlank()) {
                        problems.add("words", Assignments.WHY_THE_CELL);
                    }
                    LocalDate since = form.typed().day("since", null, problems);
                    LocalDate until = form.typed().day("until", null, problems);
                    problems.check();
                    acts.decide(
                            viewer,
                            id,
                            version,
                            chosen == null ? CellReply.KEEP : chosen,
                            words,
                            since,
                            until);
                    return form.done(
                            PATH + "/" + id, "Đã ghi quyết định của chi bộ; đảng viên đọc được.");
                },
                typed -> draw(viewer, id, typed, form.model()));
    }

    @PostMapping(PATH + "/{id}/hardship")
    String hardToGoOn(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String words,
            Form form) {
        return form.run(
                () -> {
                    looks.askToLook(viewer, id, version, words);
                    return form.done(
                            PATH + "/" + id, "Đã đưa phân công này vào danh sách xem lại.");
                },
                typed -> draw(viewer, id, typed, form.model()));
    }

    @PostMapping(PATH + "/{id}/ending")
    String end(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String because,
            Form form) {
        return form.run(
                () -> {
                    acts.end(viewer, id, version, because);
                    return form.done(PATH + "/" + id, "Đã thôi phân công.");
                },
                typed -> draw(viewer, id, typed, form.model()));
    }

    private String draw(Viewer viewer, UUID id, Typed typed, Model model) {
        Assignment assignment = store.find(viewer.scope(), id).orElseThrow(NotFound::new);
        boolean writes = AssignmentMenu.writes(viewer);
        AssignmentState state = assignment.state();
        model.addAttribute(
                "view",
                new View(
                        assignment,
                        reviews.ofAssignment(viewer.scope(), id),
                        history.ofThing(viewer.scope(), id),
                        Choice.all(CellReply.values()),
                        writes && state == AssignmentState.PROPOSED,
                        writes && state == AssignmentState.ADJUSTMENT_ASKED,
                        writes && state == AssignmentState.PROPOSED,
                        writes && state == AssignmentState.ACCEPTED,
                        LocalDate.now(clock),
                        typed));
        return "assignment/assignment";
    }
}
