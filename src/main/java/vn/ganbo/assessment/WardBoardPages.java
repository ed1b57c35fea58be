package vn.ganbo.assessment;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.assessment.RoundRunStore.RoundRunKind;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Link;

/** The board of a province: how far the round of each ward is. */
@Controller
class WardBoardPages {
    private final WardBoardQueries queries;

    /** How long a finished run stands on the board. */
    static final Duration RUN_SHOWN = Duration.ofHours(12);

    private final RoundRunStore runs;
    private final Exports exports;
    private final Clock clock;

    WardBoardPages(WardBoardQueries queries, RoundRunStore runs, Exports exports, Clock clock) {
        this.queries = queries;
        this.runs = runs;
        this.exports = exports;
        this.clock = clock;
    }

    record Totals(
            long wards,
            long late,
            long slips,
            long returned,
            long confirmed,
            long signed,
            long ready) {
        static Totals of(List<WardBoardQueries.Line> lines, LocalDate today) {
            return new Totals(
                    lines.size(),
                    lines.stream().filter(line -> line.late(today) != null).count(),
                    lines.stream().mapToLong(WardBoardQueries.Line::total).sum(),
                    lines.stream().mapToLong(WardBoardQueries.Line::returned).sum(),
                    lines.stream().mapToLong(WardBoardQueries.Line::confirmed).sum(),
                    lines.stream().mapToLong(WardBoardQueries.Line::signed).sum(),
                    lines.stream().mapToLong(WardBoardQueries.Line::ready).sum());
        }

        long open() {
            return slips - returned - confirmed - signed - ready;
        }
    }

    /**
     * The board of one year.
     *
     * @param unopened wards without a round of this year, counted for who may open them
     * @param runs that open rounds now, have stopped or began today
     */
    record View(
            int year,
            LocalDate today,
            long unopened,
            List<Link> years,
            List<WardBoardQueries.Line> lines,
            Totals totals,
            List<RoundRunStore.Run> runs) {

        /** "Mở đợt cho 3 xã, phường", with the year where the board shows another one. */
        String opening() {
            return "Mở đợt%s cho %s xã, phường"
                    .formatted(
                            year == today.getYear() ? "" : " " + today.getYear(),
                            Show.number(unopened));
        }
    }

    @GetMapping("/rounds/wards")
    String board(
            Viewer viewer, @RequestParam(required = false) @Nullable Integer year, Model model) {
        LocalDate today = LocalDate.now(clock);
        List<WardBoardQueries.Year> all = queries.years(viewer.scope());
        List<Integer> years =
                all.stream()
                        .filter(one -> one.rounds() > 0)
                        .map(WardBoardQueries.Year::year)
                        .toList();
        int of = year != null ? year : years.isEmpty() ? today.getYear() : years.getFirst();
        List<WardBoardQueries.Line> lines = queries.board(viewer.scope(), of);
        model.addAttribute(
                "view",
                new View(
                        of,
                        today,
                        viewer.is(Role.ANALYST) ? unopened(all, today.getYear()) : 0,
                        years.stream()
                                .map(y ->
                                        y == of
                                                ? Link.here("Năm " + y)
                                                : Link.to("Năm " + y, "/rounds/wards?year=" + y))
                                .toList(),
                        lines,
                        Totals.of(lines, today),
                        viewer.is(Role.ANALYST)
                                ? runs.latest(
                                        viewer.scope(),
                                        RoundRunKind.OPEN,
                                        clock.instant().minus(RUN_SHOWN))
                                : List.of()));
        return "assessment/wardboard";
    }

    private static long unopened(List<WardBoardQueries.Year> years, int year) {
        return years.stream()
                .filter(one -> one.year() == year)
                .mapToLong(WardBoardQueries.Year::unopened)
                .sum();
    }

    @GetMapping("/rounds/wards/export")
    void export(
            Viewer viewer,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam String as,
            HttpServletResponse answer) {
        int of = year == null ? LocalDate.now(clock).getYear() : year;
        Listing<WardBoardQueries.Line> list =
                new Listing<WardBoardQueries.Line>(
                                "tien-do-nhan-xet", "Tiến độ nhận xét", LocalDate.now(clock))
                        .filter("Năm", Integer.toString(of))
                        .column("Đảng bộ xã, phường", 30, WardBoardQueries.Line::wardName)
                        .column("Chi bộ có phiếu", 10, WardBoardQueries.Line::cells)
                        .column("Chi bộ chưa ký phiếu nào", 12, WardBoardQueries.Line::unsigned)
                        .column("Số phiếu", 10, WardBoardQueries.Line::total)
                        .column("Chờ ký", 10, WardBoardQueries.Line::ready)
                        .column("Chờ xác nhận", 10, WardBoardQueries.Line::signed)
                        .column("Chờ gửi trả", 10, WardBoardQueries.Line::confirmed)
                        .column("Đã trả", 10, WardBoardQueries.Line::returned)
                        .column("Hạn gửi trả", 12, WardBoardQueries.Line::returnedDue);
        exports.send(viewer, list.of(queries.board(viewer.scope(), of)), as, answer);
    }
}
