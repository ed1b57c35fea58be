package vn.ganbo.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Export;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;

/** Bảng trao đổi: how each pair of committees answers the other, the same figures for all. */
@Controller
class ExchangeBoardPages {
    private static final int FIRST_YEAR = 2020;

    private final ExchangeBoardQueries queries;
    private final HalfSheets halfSheets;
    private final Exports exports;
    private final Clock clock;

    ExchangeBoardPages(
            ExchangeBoardQueries queries, HalfSheets halfSheets, Exports exports, Clock clock) {
        this.queries = queries;
        this.halfSheets = halfSheets;
        this.exports = exports;
        this.clock = clock;
    }

    record View(
            int year,
            int thisYear,
            List<ExchangeBoardQueries.Line> lines,
            List<ExchangeBoardQueries.SheetLine> sheets) {
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
            @RequestParam(defaultValue = "") String list,
            @RequestParam String as,
            HttpServletResponse answer) {
        View view = view(viewer, year);
        exports.send(viewer, list.equals("sheets") ? sheets(view) : notices(view), as, answer);
    }

    private Export notices(View view) {
        return new Listing<ExchangeBoardQueries.Line>(
                        "bang-trao-doi", "Bảng trao đổi hai chiều", LocalDate.now(clock))
                .filter("Năm", Integer.toString(view.year()))
                .column("Nơi gửi", 32, line -> Show.committee(line.from()))
                .column("Nơi trả lời", 32, line -> Show.committee(line.to()))
                .column("Đã gửi", 10, ExchangeBoardQueries.Line::sent)
                .column("Đã trả lời", 10, ExchangeBoardQueries.Line::answered)
                .column("Tỷ lệ trả lời (%)", 10, ExchangeBoardQueries.Line::rate)
                .column("Trả lời muộn", 10, ExchangeBoardQueries.Line::answeredLate)
                .column("Đang quá hạn", 10, ExchangeBoardQueries.Line::late)
                .column("Số ngày trả lời", 12, ExchangeBoardQueries.Line::average)
                .of(view.lines());
    }

    private Export sheets(View view) {
        return new Listing<ExchangeBoardQueries.SheetLine>(
                        "phieu-trao-doi-6-thang",
                        "Gửi phiếu trao đổi 6 tháng",
                        LocalDate.now(clock))
                .filter("Năm", Integer.toString(view.year()))
                .column("Nơi gửi", 36, line -> Show.committee(line.name()))
                .column("Phải gửi", 10, ExchangeBoardQueries.SheetLine::owed)
                .column("Đã gửi", 10, ExchangeBoardQueries.SheetLine::sent)
                .column("Gửi muộn", 10, ExchangeBoardQueries.SheetLine::sentLate)
                .column("Quá hạn chưa gửi", 12, ExchangeBoardQueries.SheetLine::missing)
                .of(view.sheets());
    }

    private View view(Viewer viewer, @Nullable Integer year) {
        LocalDate today = LocalDate.now(clock);
        int thisYear = today.getYear();
        int chosen =
                year == null || year < FIRST_YEAR || year > thisYear ? thisYear : year.intValue();
        return new View(
                chosen,
                thisYear,
                viewer.is(Role.ANALYST)
                        ? queries.answering(viewer.scope(), chosen)
                        : queries.pairs(viewer.scope(), chosen),
                sheets(viewer, chosen, today));
    }

    /** Of the halves of that year whose last day for sending the rulebook sets. */
    private List<ExchangeBoardQueries.SheetLine> sheets(Viewer viewer, int year, LocalDate today) {
        List<HalfYear> halves = new ArrayList<>();
        List<LocalDate> dues = new ArrayList<>();
        for (int month : new int[] {1, 7}) {
            HalfYear half = HalfYear.of(LocalDate.of(year, month, 1));
            LocalDate due = half.last().isBefore(today) ? halfSheets.dueOn(viewer, half) : null;
            if (due != null) {
                halves.add(half);
                dues.add(due);
            }
        }
        return halves.isEmpty() ? List.of() : queries.sheets(viewer.scope(), halves, dues);
    }
}
