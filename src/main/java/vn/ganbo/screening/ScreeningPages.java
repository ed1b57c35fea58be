package vn.ganbo.screening;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.ScreeningBook;
import vn.ganbo.regulation.ScreeningRules;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Link;
import vn.ganbo.web.Pager;

/** Rà soát, sàng lọc: whom to remind and help, the cases, and the figures. */
@Controller
class ScreeningPages {
    static final String PATH = ScreeningMenu.LINK;
    private static final String STATISTICS = PATH + "/statistics";
    private static final int SIZE = 100;
    private static final int MOST_PAGES = 10_000;

    private final ScreeningQueries queries;
    private final ScreeningRules rules;
    private final Exports exports;
    private final Clock clock;

    ScreeningPages(ScreeningQueries queries, ScreeningRules rules, Exports exports, Clock clock) {
        this.queries = queries;
        this.rules = rules;
        this.exports = exports;
        this.clock = clock;
    }

    record View(
            String tab,
            List<Link> tabs,
            List<ScreeningQueries.Warned> warned,
            List<ScreeningQueries.Line> cases,
            Pager pager,
            String q,
            List<ScreeningQueries.Found> found,
            boolean mayWrite,
            int year,
            ScreeningBook book) {

        /** What the ladder asks for after so many months. */
        String step(ScreeningQueries.Warned one) {
            return Labels.of("screeningStep." + rung(book, one.months()));
        }
    }

    static String rung(ScreeningBook book, long months) {
        if (months >= book.openMonths()) {
            return "OPEN";
        }
        if (months >= book.talkMonths()) {
            return "TALK";
        }
        return months > 0 ? "REMIND" : "ASK";
    }

    private static String tab(String typed) {
        return typed.equals("RUNNING") || typed.equals("DECIDED") ? typed : "WARNED";
    }

    @GetMapping(PATH)
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        String chosen = tab(tab);
        LocalDate today = LocalDate.now(clock);
        boolean onWarned = chosen.equals("WARNED");
        ScreeningQueries.Counts counts = queries.counts(viewer.scope());
        List<ScreeningQueries.Warned> warned =
                onWarned
                        ? queries.warned(
                                viewer.scope(),
                                today.getYear(),
                                SIZE,
                                (Math.clamp(page, 1, MOST_PAGES) - 1L) * SIZE)
                        : List.of();
        if (onWarned && warned.isEmpty() && page > 1) {
            return "redirect:" + PATH;
        }
        long warnedInAll = warned.isEmpty() ? 0 : warned.getFirst().total();
        Pager pager =
                Pager.of(
                        page,
                        SIZE,
                        switch (chosen) {
                            case "RUNNING" -> counts.running();
                            case "DECIDED" -> counts.decided();
                            default -> warnedInAll;
                        });
        model.addAttribute(
                "view",
                new View(
                        chosen,
                        List.of(
                                link("WARNED", chosen, onWarned ? warnedInAll : null),
                                link("RUNNING", chosen, counts.running()),
                                link("DECIDED", chosen, counts.decided())),
                        warned,
                        onWarned
                                ? List.of()
                                : queries.cases(
                                        viewer.scope(),
                                        chosen.equals("DECIDED"),
                                        SIZE,
                                        pager.offset()),
                        pager,
                        q,
                        q.isBlank() ? List.of() : queries.find(viewer.scope(), q),
                        Lapses.mayWrite(viewer),
                        today.getYear(),
                        rules.on(today)));
        return "screening/list";
    }

    /** Without a number where counting would cost as much as the list. */
    private static Link link(String tab, String chosen, @Nullable Long count) {
        String label = Labels.of("screeningTab." + tab);
        if (tab.equals(chosen)) {
            return count == null ? Link.here(label) : Link.here(label, count);
        }
        String to = PATH + "?tab=" + tab;
        return count == null ? Link.to(label, to) : Link.to(label, to, count);
    }

    @GetMapping(PATH + "/export")
    void export(
            Viewer viewer,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam String as,
            HttpServletResponse answer) {
        String chosen = tab(tab);
        LocalDate today = LocalDate.now(clock);
        ScreeningBook book = rules.on(today);
        if (chosen.equals("WARNED")) {
            Listing<ScreeningQueries.Warned> list =
                    new Listing<ScreeningQueries.Warned>(
                                    "can-nhac-giup-do",
                                    "Đảng viên cần nhắc, giúp đỡ năm " + today.getYear(),
                                    today)
                            .column("Họ và tên", 26, ScreeningQueries.Warned::fullName)
                            .column("Chi bộ", 30, ScreeningQueries.Warned::cellName)
                            .column("Tháng vắng", 12, ScreeningQueries.Warned::absent)
                            .column("Tháng chưa đóng đảng phí", 14, ScreeningQueries.Warned::unpaid)
                            .column(
                                    "Sổ đảng phí: chưa đóng, chưa hỏi",
                                    14,
                                    ScreeningQueries.Warned::notAsked)
                            .column("Gặp, nhắc gần nhất", 14, ScreeningQueries.Warned::talkedOn)
                            .column(
                                    "Việc tiếp theo",
                                    34,
                                    one -> Labels.of("screeningStep." + rung(book, one.months())));
            exports.send(
                    viewer, list.of(queries.warned(viewer.scope(), today.getYear())), as, answer);
            return;
        }
        Listing<ScreeningQueries.Line> list =
                new Listing<ScreeningQueries.Line>(
                                "truong-hop-xem-xet", "Trường hợp xem xét tư cách", today)
                        .filter("Danh sách", Labels.of("screeningTab." + chosen))
                        .column("Họ và tên", 26, ScreeningQueries.Line::fullName)
                        .column("Chi bộ", 30, ScreeningQueries.Line::cellName)
                        .column("Căn cứ", 40, line -> book.rule(line.ground()).text())
                        .column("Nghị quyết", 14, ScreeningQueries.Line::resolutionNo)
                        .column("Ngày nghị quyết", 12, ScreeningQueries.Line::resolutionOn)
                        .column("Đã nghe trình bày", 12, ScreeningQueries.Line::heardOn)
                        .column("Giúp đỡ đến", 12, ScreeningQueries.Line::planUntil)
                        .column("Tình trạng", 18, line -> Labels.of(line.state()))
                        .column(
                                "Kết quả",
                                22,
                                line -> line.outcome() == null ? null : Labels.of(line.outcome()))
                        .column("Quyết định", 14, ScreeningQueries.Line::decisionNo)
                        .column("Ngày quyết định", 12, ScreeningQueries.Line::decisionOn);
        exports.send(
                viewer,
                list.of(queries.cases(viewer.scope(), chosen.equals("DECIDED"))),
                as,
                answer);
    }

    record Figures(
            int year,
            String by,
            List<Link> years,
            List<Link> levels,
            List<ScreeningQueries.OfUnit> units,
            List<ScreeningQueries.OfGround> grounds,
            ScreeningBook book) {
        long sum(java.util.function.ToLongFunction<ScreeningQueries.OfUnit> of) {
            return units.stream().mapToLong(of).sum();
        }
    }

    private static String level(String typed) {
        return typed.equals("ORGANISATION") || typed.equals("PROVINCE") ? typed : "CELL";
    }

    private List<ScreeningQueries.OfUnit> units(Viewer viewer, int year, String by) {
        return switch (by) {
            case "ORGANISATION" -> queries.byUnit(viewer.scope(), year, "COMMUNE", "GRASSROOTS");
            case "PROVINCE" -> queries.byUnit(viewer.scope(), year, "PROVINCE");
            default -> queries.byUnit(viewer.scope(), year, "CELL");
        };
    }

    private int year(int typed) {
        int now = LocalDate.now(clock).getYear();
        return typed > now - 10 && typed <= now ? typed : now;
    }

    @GetMapping(STATISTICS)
    String statistics(
            Viewer viewer,
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "") String by,
            Model model) {
        int chosen = year(year);
        String level = level(by);
        LocalDate today = LocalDate.now(clock);
        List<Link> years =
                List.of(today.getYear(), today.getYear() - 1, today.getYear() - 2).stream()
                        .map(one -> {
                            String label = Integer.toString(one);
                            return one == chosen
                                    ? Link.here(label)
                                    : Link.to(label, STATISTICS + "?by=" + level + "&year=" + one);
                        })
                        .toList();
        List<Link> levels =
                List.of("CELL", "ORGANISATION", "PROVINCE").stream()
                        .map(one -> {
                            String label = Labels.of("screeningLevel." + one);
                            return one.equals(level)
                                    ? Link.here(label)
                                    : Link.to(label, STATISTICS + "?by=" + one + "&year=" + chosen);
                        })
                        .toList();
        model.addAttribute(
                "view",
                new Figures(
                        chosen,
                        level,
                        years,
                        levels,
                        units(viewer, chosen, level),
                        queries.byGround(viewer.scope(), chosen),
                        rules.on(today)));
        return "screening/statistics";
    }

    @GetMapping(STATISTICS + "/export")
    void exportStatistics(
            Viewer viewer,
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "") String by,
            @RequestParam String as,
            HttpServletResponse answer) {
        int chosen = year(year);
        String level = level(by);
        Listing<ScreeningQueries.OfUnit> list =
                new Listing<ScreeningQueries.OfUnit>(
                                "ra-khoi-dang-xoa-ten",
                                "Cho ra khỏi Đảng, xóa tên, khai trừ năm " + chosen,
                                LocalDate.now(clock))
                        .filter("Theo", Labels.of("screeningLevel." + level))
                        .column("Đơn vị", 40, ScreeningQueries.OfUnit::name)
                        .column("Mã", 18, ScreeningQueries.OfUnit::code)
                        .column("Trường hợp đã mở", 12, ScreeningQueries.OfUnit::opened)
                        .column("Tiến bộ, để lại", 12, ScreeningQueries.OfUnit::kept)
                        .column("Chuyển ủy ban kiểm tra", 12, ScreeningQueries.OfUnit::toInspection)
                        .column("Cho ra khỏi Đảng", 12, ScreeningQueries.OfUnit::leftParty)
                        .column("Xóa tên", 12, ScreeningQueries.OfUnit::struckOff)
                        .column("Khai trừ", 12, ScreeningQueries.OfUnit::expelled);
        exports.send(viewer, list.of(units(viewer, chosen, level)), as, answer);
    }
}
