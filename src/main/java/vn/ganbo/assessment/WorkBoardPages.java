package vn.ganbo.assessment;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Link;

/** The board of a workplace: of whom a comment was asked for, and whose is back. */
@Controller
class WorkBoardPages {
    private final WorkBoardQueries queries;
    private final Exports exports;
    private final Clock clock;

    WorkBoardPages(WorkBoardQueries queries, Exports exports, Clock clock) {
        this.queries = queries;
        this.exports = exports;
        this.clock = clock;
    }

    record View(
            int year,
            LocalDate today,
            List<Link> years,
            List<WorkBoardQueries.Line> lines,
            long wanted,
            long asked,
            long returned,
            long received,
            long late) {}

    @GetMapping("/comment-board")
    String board(
            Viewer viewer, @RequestParam(required = false) @Nullable Integer year, Model model) {
        LocalDate today = LocalDate.now(clock);
        int of = year == null ? today.getYear() : year;
        List<WorkBoardQueries.Line> lines = queries.board(viewer.scope(), of);
        model.addAttribute(
                "view",
                new View(
                        of,
                        today,
                        List.of(tab(today.getYear(), of), tab(today.getYear() - 1, of)),
                        lines,
                        lines.stream().mapToLong(WorkBoardQueries.Line::wanted).sum(),
                        lines.stream().mapToLong(WorkBoardQueries.Line::asked).sum(),
                        lines.stream().mapToLong(WorkBoardQueries.Line::returned).sum(),
                        lines.stream().mapToLong(WorkBoardQueries.Line::received).sum(),
                        lines.stream().mapToLong(WorkBoardQueries.Line::late).sum()));
        return "assessment/workboard";
    }

    private static Link tab(int year, int here) {
        return year == here
                ? Link.here("Năm " + year)
                : Link.to("Năm " + year, "/comment-board?year=" + year);
    }

    @GetMapping("/comment-board/export")
    void export(
            Viewer viewer,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam String as,
            HttpServletResponse answer) {
        int of = year == null ? LocalDate.now(clock).getYear() : year;
        Listing<WorkBoardQueries.Line> list =
                new Listing<WorkBoardQueries.Line>(
                                "tien-do-xin-y-kien",
                                "Tiến độ xin ý kiến nơi cư trú",
                                LocalDate.now(clock))
                        .filter("Năm", Integer.toString(of))
                        .column("Chi bộ", 30, WorkBoardQueries.Line::cellName)
                        .column("Giữ mối liên hệ", 10, WorkBoardQueries.Line::registered)
                        .column("Miễn sinh hoạt", 10, WorkBoardQueries.Line::exempt)
                        .column("Đã xin ý kiến", 10, WorkBoardQueries.Line::asked)
                        .column("Phiếu đã về", 10, WorkBoardQueries.Line::returned)
                        .column("Đã nhận vào hồ sơ", 10, WorkBoardQueries.Line::received)
                        .column("Quá hạn", 10, WorkBoardQueries.Line::late);
        exports.send(viewer, list.of(queries.board(viewer.scope(), of)), as, answer);
    }
}
