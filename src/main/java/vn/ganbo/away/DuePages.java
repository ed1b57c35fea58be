package vn.ganbo.away;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.away.DueStore.Cell;
import vn.ganbo.away.DueStore.Row;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Form;
import vn.ganbo.web.Link;
import vn.ganbo.web.Pager;
import vn.ganbo.web.Typed;

/** Đảng phí: a month to be marked by taps, and the year as a grid. */
@Controller
class DuePages {
    private static final String PATH = AwayTabs.DUES;
    private static final int SIZE = 100;
    private static final int EARLIEST = 2000;

    private final Dues acts;
    private final DueStore store;
    private final Exports exports;
    private final Clock clock;

    DuePages(Dues acts, DueStore store, Exports exports, Clock clock) {
        this.acts = acts;
        this.store = store;
        this.exports = exports;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param month 1 to 12, or 0 for the whole year
     */
    record View(
            List<Link> around,
            List<Choice> years,
            List<Choice> months,
            int year,
            int month,
            List<Row> rows,
            Pager pager,
            String link,
            List<Choice> cells,
            @Nullable Integer cell,
            boolean mayMark,
            Typed typed) {

        List<Integer> twelve() {
            return List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        }

        List<DueMark> marks() {
            return List.of(DueMark.values());
        }
    }

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable Integer month,
            @RequestParam(required = false) @Nullable Integer cell,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return draw(viewer, year, month, cell, page, Typed.empty(), model);
    }

    @PostMapping(PATH)
    String mark(
            Viewer viewer,
            @RequestParam String month,
            @RequestParam String tap,
            @RequestParam(required = false) @Nullable Integer cell,
            Form form) {
        YearMonth of = month(month);
        return form.run(
                () -> {
                    String back =
                            PATH
                                    + "?year="
                                    + of.getYear()
                                    + "&month="
                                    + of.getMonthValue()
                                    + (cell == null ? "" : "&cell=" + cell);
                    if (tap.equals("rest")) {
                        int marked =
                                acts.restHasPaid(viewer, cell == null ? viewer.unitNo() : cell, of);
                        return form.done(
                                back, "Đã ghi đóng đảng phí cho %d đồng chí.".formatted(marked));
                    }
                    String[] parts = tap.split("\\.", 2);
                    acts.mark(viewer, id(parts[0]), of, mark(parts));
                    return "redirect:" + back + "#m-" + parts[0];
                },
                again ->
                        draw(
                                viewer,
                                of.getYear(),
                                of.getMonthValue(),
                                cell,
                                1,
                                again,
                                form.model()));
    }

    private static YearMonth month(String typed) {
        try {
            return YearMonth.parse(typed);
        } catch (DateTimeException e) {
            throw new NotFound();
        }
    }

    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }

    private static DueMark mark(String[] parts) {
        return Arrays.stream(DueMark.values())
                .filter(one -> parts.length == 2 && one.name().equals(parts[1]))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    @GetMapping(PATH + "/export")
    void export(
            Viewer viewer,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable Integer cell,
            @RequestParam String as,
            HttpServletResponse answer) {
        int of = year(year);
        Listing<Row> list =
                new Listing<Row>("dang-phi", "Đảng phí năm " + of, LocalDate.now(clock))
                        .column("Chi bộ", 28, Row::cellName)
                        .column("Họ và tên", 24, Row::fullName);
        for (int n = 1; n <= 12; n++) {
            int month = n;
            list.column("Tháng " + n, 11, row -> word(row.mark(month)));
        }
        exports.send(
                viewer,
                list.column("Số tháng chưa đóng", 10, row -> row.count(DueMark.UNPAID))
                        .of(store.year(viewer.scope(), of, cell, null, 0)),
                as,
                answer);
    }

    private static String word(@Nullable DueMark mark) {
        return mark == null ? "" : Labels.of(mark);
    }

    private int year(@Nullable Integer asked) {
        int now = YearMonth.now(clock).getYear();
        return asked == null || asked < EARLIEST || asked > now ? now : asked;
    }

    private String draw(
            Viewer viewer,
            @Nullable Integer asked,
            @Nullable Integer month,
            @Nullable Integer cell,
            int page,
            Typed typed,
            Model model) {
        YearMonth now = YearMonth.now(clock);
        int year = year(asked);
        int last = year == now.getYear() ? now.getMonthValue() : 12;
        int shown = month == null ? last : Math.clamp(month, 0, last);
        String of = cell == null ? "" : "&cell=" + cell;
        List<Choice> months = new ArrayList<>();
        for (int n = last; n >= 0; n--) {
            months.add(Choice.of(n, n == 0 ? "Cả năm" : "Tháng " + n));
        }
        List<Choice> years = new ArrayList<>();
        for (int n = now.getYear(); n > now.getYear() - 4; n--) {
            years.add(Choice.of(n, Integer.toString(n)));
        }
        List<Cell> cells = store.cells(viewer.scope());
        Pager pager = Pager.of(page, SIZE, store.count(viewer.scope(), cell));
        model.addAttribute(
                "view",
                new View(
                        AwayTabs.at(viewer, PATH),
                        years,
                        months,
                        year,
                        shown,
                        store.year(viewer.scope(), year, cell, SIZE, pager.offset()),
                        pager,
                        PATH + "?year=" + year + "&month=" + shown + of,
                        cells.size() < 2
                                ? List.of()
                                : cells.stream().map(c -> Choice.of(c.no(), c.name())).toList(),
                        cell,
                        viewer.is(
                                Role.RESIDENCE_CELL_SECRETARY,
                                Role.WORKPLACE_CELL_SECRETARY,
                                Role.COMMITTEE_MEMBER_IN_CHARGE),
                        typed));
        return "away/dues";
    }
}
