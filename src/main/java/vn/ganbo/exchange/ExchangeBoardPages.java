package vn.ganbo.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;

/** Bảng trao đổi: how each pair of committees answers the other, the same figures for all. */
@Controller
class ExchangeBoardPages {
    private static final int FIRST_YEAR = 2020;

    private final ExchangeBoardQueries queries;
    private final Exports exports;
    private final Clock clock;

    ExchangeBoardPages(ExchangeBoardQueries queries, Exports exports, Clock clock) {
        this.queries = queries;
        this.exports = exports;
        this.clock = clock;
    }

    record View(int year, int thisYear, List<ExchangeBoardQueries.Line> lines) {
        long sent() {
            return lines.stream().mapToLong(ExchangeBoardQueries.Line::sent).sum();
        }

        long answered() {
            return lines.stream().mapToLong(ExchangeBoardQueries.Line::answered).sum();
        }

        long late() {
            return lines.stream().mapToLong(ExchangeBoardQueries.Line::late).sum();
        }
    }

    @GetMapping("/exchange/board")
    String board(
            Viewer viewer, @RequestParam(required = false) @Nullable Integer year, Model model) {
        model.addAttribute("view", view(viewer, year));
        return "exchange/board";
    }

    @GetMapping("/exchange/board/export")
    void export(
            Viewer viewer,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam String as,
            HttpServletResponse answer) {
        View view = view(viewer, year);
        Listing<ExchangeBoardQueries.Line> list =
                new Listing<ExchangeBoardQueries.Line>(
                                "bang-trao-doi", "Bảng trao đổi hai chiều", LocalDate.now(clock))
                        .filter("Năm", Integer.toString(view.year()))
                        .column("Nơi gửi", 32, line -> Show.committee(line.from()))
                        .column("Nơi trả lời", 32, line -> Show.committee(line.to()))
                        .column("Đã gửi", 10, ExchangeBoardQueries.Line::sent)
                        .column("Đã trả lời", 10, ExchangeBoardQueries.Line::answered)
                        .column("Tỷ lệ trả lời (%)", 10, ExchangeBoardQueries.Line::rate)
                        .column("Trả lời muộn", 10, ExchangeBoardQueries.Line::answeredLate)
                        .column("Đang quá hạn", 10, ExchangeBoardQueries.Line::late)
                        .column("Số ngày trả lời", 12, ExchangeBoardQueries.Line::average);
        exports.send(viewer, list.of(view.lines()), as, answer);
    }

    private View view(Viewer viewer, @Nullable Integer year) {
        int thisYear = LocalDate.now(clock).getYear();
        int chosen =
                year == null || year < FIRST_YEAR || year > thisYear ? thisYear : year.intValue();
        return new View(chosen, thisYear, queries.ofYear(viewer.scope(), chosen));
    }
}
