package vn.ganbo.away;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.away.AwayStatistics.Figures;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.AwayBook;
import vn.ganbo.regulation.AwayRules;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Link;

/** Giảm, miễn by ground, per cell or per organisation above. */
@Controller
class AwayStatisticsPages {
    private static final String PATH = AwayTabs.STATISTICS;

    private final AwayStatistics statistics;
    private final AwayRules rules;
    private final Exports exports;
    private final Clock clock;

    AwayStatisticsPages(AwayStatistics statistics, AwayRules rules, Exports exports, Clock clock) {
        this.statistics = statistics;
        this.rules = rules;
        this.exports = exports;
        this.clock = clock;
    }

    record View(
            List<Link> around,
            List<Link> tabs,
            List<Figures> all,
            List<Figures> units,
            String link,
            AwayBook book,
            LocalDate today) {}

    @GetMapping(PATH)
    String show(Viewer viewer, @RequestParam(defaultValue = "CELL") String by, Model model) {
        boolean byCell = !by.equals("ABOVE");
        LocalDate today = LocalDate.now(clock);
        AwayBook book = rules.on(today);
        List<Figures> figures = figures(viewer, byCell, book);
        model.addAttribute(
                "view",
                new View(
                        AwayTabs.at(viewer, PATH),
                        List.of(
                                byCell
                                        ? Link.here("Theo chi bộ")
                                        : Link.to("Theo chi bộ", PATH + "?by=CELL"),
                                byCell
                                        ? Link.to("Theo đảng bộ", PATH + "?by=ABOVE")
                                        : Link.here("Theo đảng bộ")),
                        figures.stream().filter(one -> one.unitNo() == null).toList(),
                        figures.stream().filter(one -> one.unitNo() != null).toList(),
                        PATH + "/export?by=" + (byCell ? "CELL" : "ABOVE"),
                        book,
                        today));
        return "away/statistics";
    }

    @GetMapping(PATH + "/export")
    void export(
            Viewer viewer,
            @RequestParam(defaultValue = "CELL") String by,
            @RequestParam String as,
            HttpServletResponse answer) {
        LocalDate today = LocalDate.now(clock);
        AwayBook book = rules.on(today);
        Listing<Figures> list =
                new Listing<Figures>(
                                "thong-ke-giam-mien",
                                "Giảm, miễn công tác và sinh hoạt đảng theo lý do",
                                today)
                        .column("Tổ chức", 34, AwayStatisticsPages::unit)
                        .column("Thuộc", 30, Figures::above)
                        .column("Lý do", 44, one -> book.brief(one.ground()))
                        .column("Đang miễn", 10, Figures::exempt)
                        .column("Đang giảm", 10, Figures::reduced)
                        .column("Đơn chờ xử lý", 10, Figures::waiting)
                        .column("Được quyết định trong năm", 12, Figures::decided)
                        .column("Hết trong 60 ngày", 10, Figures::ending)
                        .column("Trở lại trong năm", 10, Figures::returned)
                        .column("Lâu chưa có tin", 10, Figures::silent);
        exports.send(viewer, list.of(figures(viewer, !by.equals("ABOVE"), book)), as, answer);
    }

    private List<Figures> figures(Viewer viewer, boolean byCell, AwayBook book) {
        return statistics.figures(viewer.scope(), byCell, book.silence().getLast());
    }

    static String unit(Figures of) {
        String name = of.unitName();
        return name == null ? "Tất cả" : name;
    }
}
