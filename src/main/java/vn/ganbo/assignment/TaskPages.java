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
import org.springframework.web.util.UriComponentsBuilder;
import vn.ganbo.assignment.TaskQueries.Cell;
import vn.ganbo.assignment.TaskQueries.Counts;
import vn.ganbo.assignment.TaskQueries.Filter;
import vn.ganbo.assignment.TaskQueries.Line;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Form;
import vn.ganbo.web.Link;
import vn.ganbo.web.Pager;
import vn.ganbo.web.Typed;

/** Danh mục nhiệm vụ: the list, one task with who could do it, and its form. */
@Controller
class TaskPages {
    private static final String PATH = AssignmentMenu.TASKS;
    private static final int SIZE = 60;
    private static final int SUGGESTED = 8;
    private static final int ALL_SHOWN = 12;
    private static final int LONGEST = 500;
    private static final int LONGEST_TITLE = 200;
    private static final int MOST_HOURS = 200;
    private static final int MOST_HOUSEHOLDS = 100_000;

    /** What is read by everybody who reads the catalogue. */
    private static final List<String> NAMES_NOBODY =
            List.of("title", "area", "product", "responsibility", "authority");

    private final Tasks acts;
    private final TaskStore store;
    private final TaskQueries queries;
    private final AssignmentStore assignments;
    private final PeopleQueries people;
    private final Exports exports;
    private final Clock clock;

    TaskPages(
            Tasks acts,
            TaskStore store,
            TaskQueries queries,
            AssignmentStore assignments,
            PeopleQueries people,
            Exports exports,
            Clock clock) {
        this.acts = acts;
        this.store = store;
        this.queries = queries;
        this.assignments = assignments;
        this.people = people;
        this.exports = exports;
        this.clock = clock;
    }

    record ListView(
            List<Link> tabs,
            List<Line> lines,
            Pager pager,
            List<Choice> cells,
            List<Choice> fields,
            @Nullable UUID unit,
            @Nullable TaskField field,
            String q,
            String which,
            boolean mayWrite) {
        boolean filtered() {
            return unit != null || field != null || !q.isBlank();
        }

        String query() {
            return TaskPages.query(unit, field, q, which);
        }
    }

    /** Somebody beside the task, with what speaks for and against. */
    record Candidate(
            Person person, @Nullable String unavailable, long matches, @Nullable Integer age) {}

    record View(
            Task task,
            List<Assignment> running,
            List<Assignment> past,
            List<Candidate> candidates,
            boolean mayWrite,
            @Nullable UUID chosen,
            LocalDate today,
            Typed typed) {

        /** The day from which somebody could do it: none that has passed. */
        LocalDate from() {
            return task.since().isBefore(today) ? today : task.since();
        }

        List<Candidate> first() {
            return candidates.subList(0, shown(candidates.size()));
        }

        /** Folded on the page: a long list stands between the choice and its reason. */
        List<Candidate> others() {
            return candidates.subList(shown(candidates.size()), candidates.size());
        }

        boolean chosenAmongOthers() {
            return others().stream().anyMatch(one -> one.person().id().equals(chosen));
        }

        /** Whether the task asks for a trade that nobody has named. */
        boolean nobodyMatches() {
            return task.expertise() != null
                    && candidates.stream().noneMatch(one -> one.matches() > 0);
        }
    }

    /** How many of so many people stand on a page unfolded. */
    static int shown(int people) {
        return people > ALL_SHOWN ? SUGGESTED : people;
    }

    record FormView(
            @Nullable Task task,
            List<Choice> fields,
            List<Choice> cycles,
            boolean residence,
            Typed typed) {
        String action() {
            return task == null ? PATH : PATH + "/" + task.id();
        }

        String heading() {
            return task == null ? "Thêm nhiệm vụ" : "Sửa nhiệm vụ";
        }
    }

    @GetMapping(PATH)
    String list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "which", defaultValue = "open") String typedWhich,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        String which = which(typedWhich);
        List<Cell> cells = queries.cells(viewer.scope());
        Filter filter = new Filter(no(cells, unit), field(field), q, which);
        Counts counts = queries.counts(viewer.scope(), filter);
        long total =
                switch (which) {
                    case "closed" -> counts.closed();
                    case "nobody" -> counts.nobody();
                    default -> counts.open();
                };
        Pager pager = Pager.of(page, SIZE, total);
        model.addAttribute(
                "view",
                new ListView(
                        List.of(
                                tab("Đang làm", "open", counts.open(), unit, filter),
                                tab("Chưa có người", "nobody", counts.nobody(), unit, filter),
                                tab("Đã đóng", "closed", counts.closed(), unit, filter)),
                        queries.list(viewer.scope(), filter, SIZE, pager.offset()),
                        pager,
                        choices(cells),
                        Choice.all(TaskField.values()),
                        unit,
                        filter.field(),
                        q,
                        which,
                        AssignmentMenu.writes(viewer)));
        return "assignment/tasks";
    }

    private static String which(String typed) {
        return List.of("nobody", "closed").contains(typed) ? typed : "open";
    }

    private static Link tab(
            String label, String which, long count, @Nullable UUID unit, Filter filter) {
        return which.equals(filter.which())
                ? Link.here(label, count)
                : Link.to(label, PATH + query(unit, filter.field(), filter.q(), which), count);
    }

    private static String query(
            @Nullable UUID unit, @Nullable TaskField field, String q, String which) {
        UriComponentsBuilder link = UriComponentsBuilder.newInstance().queryParam("which", which);
        if (unit != null) {
            link.queryParam("unit", unit);
        }
        if (field != null) {
            link.queryParam("field", field);
        }
        if (!q.isBlank()) {
            link.queryParam("q", "{q}");
            return link.encode().buildAndExpand(q.strip()).toUriString();
        }
        return link.build().toUriString();
    }

    /** Cells to choose; none where there is only one. */
    static List<Choice> choices(List<Cell> cells) {
        return cells.size() < 2
                ? List.of()
                : cells.stream().map(cell -> Choice.of(cell.id(), cell.name())).toList();
    }

    /** The number of a chosen cell, or null where none is chosen. */
    static @Nullable Integer no(List<Cell> cells, @Nullable UUID unit) {
        if (unit == null) {
            return null;
        }
        return cells.stream()
                .filter(cell -> cell.id().equals(unit))
                .map(Cell::no)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static @Nullable TaskField field(String name) {
        return Arrays.stream(TaskField.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    @GetMapping(PATH + "/export")
    void export(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "which", defaultValue = "open") String typedWhich,
            @RequestParam String as,
            HttpServletResponse answer) {
        String which = which(typedWhich);
        List<Cell> cells = queries.cells(viewer.scope());
        Filter filter = new Filter(no(cells, unit), field(field), q, which);
        Listing<Line> list =
                new Listing<Line>(
                                "danh-muc-nhiem-vu",
                                "Danh mục nhiệm vụ của chi bộ",
                                LocalDate.now(clock))
                        .filter("Lĩnh vực", filter.field() == null ? "" : Labels.of(filter.field()))
                        .typed("Tìm", q)
                        .column("Lĩnh vực", 20, line -> Labels.of(line.field()))
                        .column("Rõ việc", 36, Line::title)
                        .column("Địa bàn, hộ", 20, Line::place)
                        .column("Rõ người", 28, Line::people)
                        .column("Từ ngày", 20, Line::since)
                        .column("Đến hết ngày", 20, Line::until)
                        .column("Rõ trách nhiệm", 28, Line::responsibility)
                        .column("Rõ sản phẩm", 28, Line::product)
                        .column("Rõ thẩm quyền", 26, Line::authority)
                        .column("Căn cứ", 22, Line::basis)
                        .column("Kỳ kiểm điểm", 14, line -> Labels.of(line.cycle()))
                        .column("Giờ mỗi tháng", 12, Line::hours)
                        .column("Cần chuyên môn", 20, Line::expertise)
                        .column("Việc của tổ dân phố", 12, line -> line.chore() ? "có" : "");
        if (cells.size() > 1) {
            list.column("Chi bộ", 26, Line::unitName);
        }
        if (!which.equals("open")) {
            list.column("Đã đóng", 13, Line::closedOn);
        }
        exports.send(viewer, list.of(queries.list(viewer.scope(), filter, null, 0)), as, answer);
    }

    @GetMapping(PATH + "/new")
    String form(Viewer viewer, Model model) {
        return form(viewer, null, Typed.empty(), model);
    }

    @PostMapping(PATH)
    String add(Viewer viewer, Form form) {
        return form.run(
                () -> {
                    UUID id = acts.add(viewer, read(form.typed()));
                    return form.done(
                            PATH + "/" + id,
                            "Đã thêm nhiệm vụ. Chọn người để phân công ngay dưới đây.");
                },
                typed -> form(viewer, null, typed, form.model()));
    }

    @GetMapping(PATH + "/{id}/edit")
    String edit(Viewer viewer, @PathVariable UUID id, Model model) {
        return form(viewer, own(viewer, id), Typed.empty(), model);
    }

    @PostMapping(PATH + "/{id}")
    String change(Viewer viewer, @PathVariable UUID id, @RequestParam int version, Form form) {
        return form.run(
                () -> {
                    acts.change(viewer, id, version, read(form.typed()));
                    return form.done(PATH + "/" + id, "Đã lưu nhiệm vụ.");
                },
                typed -> form(viewer, own(viewer, id), typed, form.model()));
    }

    @PostMapping(PATH + "/{id}/closing")
    String close(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String because,
            Form form) {
        return form.run(
                () -> {
                    acts.close(viewer, id, version, because);
                    return form.done(PATH + "/" + id, "Đã đóng nhiệm vụ.");
                },
                typed -> draw(viewer, id, null, typed, form.model()));
    }

    @GetMapping(PATH + "/{id}")
    String show(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID person,
            Model model) {
        return draw(viewer, id, person, Typed.empty(), model);
    }

    /** The task's page, also after a proposal was refused. */
    String draw(Viewer viewer, UUID id, @Nullable UUID chosen, Typed typed, Model model) {
        Task task = own(viewer, id);
        List<Assignment> all = assignments.ofTask(viewer.scope(), id);
        boolean mayWrite = AssignmentMenu.writes(viewer) && task.closedOn() == null;
        LocalDate today = LocalDate.now(clock);
        List<UUID> there =
                all.stream().filter(one -> one.state().open()).map(Assignment::memberId).toList();
        model.addAttribute(
                "view",
                new View(
                        task,
                        all.stream().filter(one -> one.state().open()).toList(),
                        all.stream().filter(one -> !one.state().open()).toList(),
                        task.closedOn() != null
                                ? List.of()
                                : people
                                        .beside(
                                                viewer.scope(),
                                                task.unitNo(),
                                                task.expertise(),
                                                task.chore())
                                        .stream()
                                        .filter(one -> !there.contains(one.id()))
                                        .map(one ->
                                                new Candidate(
                                                        one,
                                                        one.unavailable(),
                                                        one.matches(task.expertise()),
                                                        one.age(today)))
                                        .toList(),
                        mayWrite,
                        chosen,
                        today,
                        typed));
        return "assignment/task";
    }

    private Task own(Viewer viewer, UUID id) {
        return store.find(viewer.scope(), id).orElseThrow(NotFound::new);
    }

    private static String form(Viewer viewer, @Nullable Task task, Typed typed, Model model) {
        model.addAttribute(
                "view",
                new FormView(
                        task,
                        Choice.all(TaskField.values()),
                        Choice.all(ReviewCycle.values()),
                        viewer.is(Role.RESIDENCE_CELL_SECRETARY),
                        typed));
        return "assignment/taskform";
    }

    private static Tasks.NewTask read(Typed typed) {
        Problems.Gatherer problems = new Problems.Gatherer();
        TaskField field = field(typed.or("field", ""));
        if (field == null) {
            problems.add("field", "Chọn lĩnh vực.");
        }
        ReviewCycle cycle =
                Arrays.stream(ReviewCycle.values())
                        .filter(one -> one.name().equals(typed.or("cycle", "")))
                        .findFirst()
                        .orElse(null);
        if (cycle == null) {
            problems.add("cycle", "Chọn kỳ kiểm điểm.");
        }
        String title = typed.text("title", "Ghi nhiệm vụ trong một dòng.", LONGEST_TITLE, problems);
        String product = typed.text("product", "Ghi kết quả cần đạt.", LONGEST, problems);
        LocalDate since = typed.day("since", "Ghi ngày bắt đầu.", problems);
        LocalDate until = typed.day("until", null, problems);
        if (since != null && until != null && until.isBefore(since)) {
            problems.add("until", "Ngày cuối đứng trước ngày đầu.");
        }
        Integer hours = count(typed, "hours", MOST_HOURS, problems);
        Integer households = count(typed, "households", MOST_HOUSEHOLDS, problems);
        Tasks.NewTask task =
                new Tasks.NewTask(
                        field == null ? TaskField.OTHER : field,
                        title,
                        optional(typed, "area", problems),
                        households,
                        optional(typed, "responsibility", problems),
                        product,
                        optional(typed, "authority", problems),
                        optional(typed, "basisNumber", problems),
                        typed.day("basisOn", null, problems),
                        since == null ? LocalDate.EPOCH : since,
                        until,
                        cycle == null ? ReviewCycle.QUARTER : cycle,
                        hours == null ? 0 : hours,
                        optional(typed, "expertise", problems),
                        typed.has("chore", "true"));
        for (String line : NAMES_NOBODY) {
            Citizens.keepOut(problems, line, typed.or(line, ""));
        }
        problems.check();
        return task;
    }

    private static @Nullable String optional(
            Typed typed, String field, Problems.Gatherer problems) {
        String text = typed.text(field, null, LONGEST, problems);
        return text.isEmpty() ? null : text;
    }

    /** A whole number from 0, or null where nothing is typed. */
    static @Nullable Integer count(
            Typed typed, String field, int most, Problems.Gatherer problems) {
        String text = typed.or(field, "").strip().replace(".", "");
        if (text.isEmpty()) {
            return null;
        }
        if (text.matches("\\d{1,6}") && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        problems.add(
                field, "“%s” không phải một số từ 0 đến %d.".formatted(typed.or(field, ""), most));
        return null;
    }
}
