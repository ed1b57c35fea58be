package vn.ganbo.regulation;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;

/** The calendar of a year and the local guidance as files. */
@Controller
@ConditionalOnWebApplication
class RegulationExportPages {
    private final WorkingDays workingDays;
    private final GuidanceStore guidance;
    private final Rulebooks rulebooks;
    private final Exports exports;
    private final Clock clock;

    RegulationExportPages(
            WorkingDays workingDays,
            GuidanceStore guidance,
            Rulebooks rulebooks,
            Exports exports,
            Clock clock) {
        this.workingDays = workingDays;
        this.guidance = guidance;
        this.rulebooks = rulebooks;
        this.exports = exports;
        this.clock = clock;
    }

    /** A day of the calendar with the part of the page it stands in. */
    private record CalendarDay(String part, Holidays.Day day) {}

    @GetMapping("/working-days/export")
    void workingDays(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam String as,
            HttpServletResponse answer) {
        LocalDate today = LocalDate.now(clock);
        int chosen = RegulationPages.year(year, today);
        Listing<CalendarDay> list =
                new Listing<CalendarDay>("ngay-nghi", "Ngày nghỉ, ngày làm bù năm " + chosen, today)
                        .filter("Năm", Integer.toString(chosen))
                        .column("Loại", 22, CalendarDay::part)
                        .column("Ngày", 12, line -> line.day().date())
                        .column("Tên", 36, line -> line.day().name())
                        .column("Nguồn", 44, line -> line.day().basis().source())
                        .column(
                                "Đối chiếu",
                                20,
                                line -> Labels.of(line.day().basis().verification()));
        exports.send(viewer, list.of(days(chosen)), as, answer);
    }

    private List<CalendarDay> days(int year) {
        return workingDays.holidays().inYear(year).stream()
                .flatMap(known ->
                        Stream.of(
                                        part("Cần kiểm tra lại", known.pending()),
                                        part("Ngày nghỉ", known.off()),
                                        part("Làm bù", known.worked()))
                                .flatMap(lines -> lines))
                .toList();
    }

    private static Stream<CalendarDay> part(String part, List<Holidays.Day> days) {
        return days.stream().map(day -> new CalendarDay(part, day));
    }

    @GetMapping("/guidance/export")
    void guidance(Viewer viewer, @RequestParam String as, HttpServletResponse answer) {
        LocalDate today = LocalDate.now(clock);
        Rulebook rulebook = rulebooks.on(viewer.scope(), today, viewer.unitNo());
        GuidancePage page =
                GuidancePage.of(viewer, rulebook, guidance.list(viewer.scope(), viewer.unitNo()));
        Listing<GuidancePage.Line> list =
                new Listing<GuidancePage.Line>(
                                "huong-dan-dia-phuong", "Hướng dẫn địa phương", today)
                        .filter("Quy định", page.code())
                        .column("Mục", 40, GuidancePage.Line::label)
                        .column("Giá trị", 30, GuidancePage.Line::value)
                        .column("Văn bản của cấp ủy", 40, GuidancePage.Line::source)
                        .column("Áp dụng", 26, GuidancePage.Line::period)
                        .column("Trạng thái", 16, GuidancePage.Line::state)
                        .column("Người ghi", 24, GuidancePage.Line::by);
        exports.send(viewer, list.of(page.lines()), as, answer);
    }
}
