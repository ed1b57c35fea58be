package vn.ganbo.assignment;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.assignment.CoverageQueries.Line;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;

/** Bao quát: one page for a cell, one line for each cell of an office. */
@Controller
class CoveragePages {
    private static final String PATH = AssignmentMenu.COVERAGE;

    /** Hours a month that are much beside a job. OWN: changed on the page. */
    private static final int HOURS = 20;

    private static final int MOST_HOURS = 400;

    private final CoverageQueries queries;
    private final TaskQueries tasks;
    private final PeopleQueries people;
    private final Exports exports;
    private final Clock clock;

    CoveragePages(
            CoverageQueries queries,
            TaskQueries tasks,
            PeopleQueries people,
            Exports exports,
            Clock clock) {
        this.queries = queries;
        this.tasks = tasks;
        this.people = people;
        this.exports = exports;
        this.clock = clock;
    }

    record AllView(List<Line> lines, int hours) {
        Line total() {
            return new Line(
                    new UUID(0, 0),
                    "Tất cả",
                    sum(Line::tasks),
                    sum(Line::nobody),
                    sum(Line::households),
                    sum(Line::householdsNobody),
                    sum(Line::people),
                    sum(Line::without),
                    sum(Line::over),
                    sum(Line::chores),
                    sum(Line::choresContact),
                    sum(Line::late));
        }

        private long sum(java.util.function.ToLongFunction<Line> figure) {
            return lines.stream().mapToLong(figure).sum();
        }
    }

    /** One cell: its line, and what stands behind each figure. */
    record CellView(
            Line line,
            List<TaskQueries.Line> nobody,
            List<Person> without,
            List<Person> over,
            List<Person> unavailable,
            int hours,
            boolean oneOfMany,
            boolean mayWrite) {
        String query() {
            return "?hours=" + hours + "&unit=" + line.id();
        }
    }

    /** A line of the exported list of one cell. */
    record Gap(String kind, String what, String more) {}

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(defaultValue = "") String hours,
            Model model) {
        int most = hours(hours);
        List<TaskQueries.Cell> cells = tasks.cells(viewer.scope());
        Integer no = one(cells, unit);
        if (no == null) {
            model.addAttribute(
                    "view", new AllView(queries.cells(viewer.scope(), null, most), most));
            return "assignment/coverages";
        }
        model.addAttribute("view", cell(viewer, no, most, cells.size() > 1));
        return "assignment/coverage";
    }

    private CellView cell(Viewer viewer, int no, int most, boolean oneOfMany) {
        List<Person> all = people.list(viewer.scope(), no);
        List<Person> available = all.stream().filter(one -> one.unavailable() == null).toList();
        return new CellView(
                queries.cells(viewer.scope(), no, most).getFirst(),
                tasks.list(viewer.scope(), new TaskQueries.Filter(no, null, "", "nobody"), null, 0),
                available.stream().filter(one -> one.tasks() == 0).toList(),
                available.stream().filter(one -> one.hours() > most).toList(),
                all.stream().filter(one -> one.unavailable() != null && one.tasks() > 0).toList(),
                most,
                oneOfMany,
                AssignmentMenu.writes(viewer));
    }

    /** The cell that is meant: the chosen one, or the only one. */
    private static @Nullable Integer one(List<TaskQueries.Cell> cells, @Nullable UUID unit) {
        return unit == null && cells.size() == 1
                ? Integer.valueOf(cells.getFirst().no())
                : TaskPages.no(cells, unit);
    }

    private static int hours(String typed) {
        String text = typed.strip();
        return text.matches("\\d{1,3}") ? Math.min(Integer.parseInt(text), MOST_HOURS) : HOURS;
    }

    @GetMapping(PATH + "/export")
    void export(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(defaultValue = "") String hours,
            @RequestParam String as,
            HttpServletResponse answer) {
        int most = hours(hours);
        Integer no = one(tasks.cells(viewer.scope()), unit);
        LocalDate today = LocalDate.now(clock);
        String threshold = "trên %d giờ một tháng".formatted(most);
        if (no != null) {
            CellView cell = cell(viewer, no, most, false);
            Listing<Gap> list =
                    new Listing<Gap>(
                                    "bao-quat-nhiem-vu",
                                    "Bao quát nhiệm vụ " + cell.line().name(),
                                    today)
                            .filter("Quá tải", threshold)
                            .column("Nhóm", 28, Gap::kind)
                            .column("Nhiệm vụ, đảng viên", 40, Gap::what)
                            .column("Chi tiết", 52, Gap::more);
            exports.send(viewer, list.of(gaps(cell)), as, answer);
            return;
        }
        Listing<Line> list =
                new Listing<Line>("bao-quat-cac-chi-bo", "Bao quát nhiệm vụ các chi bộ", today)
                        .filter("Quá tải", threshold)
                        .column("Chi bộ", 34, Line::name)
                        .column("Nhiệm vụ", 10, Line::tasks)
                        .column("Chưa có người", 10, Line::nobody)
                        .column("Số hộ", 10, Line::households)
                        .column("Hộ chưa có người phụ trách", 12, Line::householdsNobody)
                        .column("Đảng viên làm được", 10, Line::people)
                        .column("Chưa có nhiệm vụ", 10, Line::without)
                        .column("Quá tải", 10, Line::over)
                        .column("Việc của tổ dân phố đã giao", 12, Line::chores)
                        .column("Trong đó cho đảng viên theo dõi", 12, Line::choresContact)
                        .column("Kiểm điểm quá hạn", 10, Line::late);
        exports.send(viewer, list.of(queries.cells(viewer.scope(), null, most)), as, answer);
    }

    /** The figures of the page first, then each task and each person it is about. */
    private static List<Gap> gaps(CellView cell) {
        List<Gap> out = new ArrayList<>(summary(cell));
        cell.nobody()
                .forEach(one ->
                        out.add(
                                new Gap(
                                        "Nhiệm vụ chưa có người",
                                        one.title(),
                                        one.place().isEmpty()
                                                ? Labels.of(one.field())
                                                : one.place())));
        cell.without()
                .forEach(one ->
                        out.add(
                                new Gap(
                                        "Đảng viên chưa có nhiệm vụ",
                                        one.fullName(),
                                        one.skills().isEmpty()
                                                ? one.from()
                                                : one.from() + " · " + one.skills())));
        cell.over()
                .forEach(one -> out.add(new Gap("Đảng viên quá tải", one.fullName(), one.load())));
        cell.unavailable()
                .forEach(one ->
                        out.add(
                                new Gap(
                                        "Có việc nhưng không làm được",
                                        one.fullName(),
                                        "%s, %s việc"
                                                .formatted(
                                                        one.unavailable(),
                                                        Show.number(one.tasks())))));
        return out;
    }

    private static List<Gap> summary(CellView cell) {
        Line line = cell.line();
        String all = "Tổng hợp";
        return List.of(
                new Gap(
                        all,
                        "Nhiệm vụ",
                        "%s, chưa có người %s"
                                .formatted(Show.number(line.tasks()), Show.number(line.nobody()))),
                new Gap(
                        all,
                        "Hộ phụ trách",
                        "%s, chưa có người %s"
                                .formatted(
                                        Show.number(line.households()),
                                        Show.number(line.householdsNobody()))),
                new Gap(
                        all,
                        "Đảng viên làm được việc",
                        "%s, chưa có nhiệm vụ %s, quá tải %s"
                                .formatted(
                                        Show.number(line.people()),
                                        Show.number(line.without()),
                                        Show.number(line.over()))),
                new Gap(all, "Kiểm điểm quá hạn", Show.number(line.late()) + " phân công"),
                new Gap(
                        all,
                        "Việc của tổ dân phố",
                        line.chores() == 0
                                ? "chưa giao cho đảng viên nào"
                                : "%s trong %s lượt giao cho đảng viên theo dõi nơi cư trú (%d %%)"
                                        .formatted(
                                                Show.number(line.choresContact()),
                                                Show.number(line.chores()),
                                                line.share())));
    }
}
