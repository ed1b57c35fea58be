package vn.ganbo.meeting;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;

/** The year's meetings, and the roll of one, as files. */
@Controller
class MeetingExportPages {
    private final MeetingStore store;
    private final MeetingQueries queries;
    private final OpinionStore opinions;
    private final Exports exports;
    private final Clock clock;

    MeetingExportPages(
            MeetingStore store,
            MeetingQueries queries,
            OpinionStore opinions,
            Exports exports,
            Clock clock) {
        this.store = store;
        this.queries = queries;
        this.opinions = opinions;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping("/meetings/export")
    void meetings(
            Viewer viewer,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam String as,
            HttpServletResponse answer) {
        LocalDate today = LocalDate.now(clock);
        int shown = MeetingPages.year(year, today);
        Listing<MeetingQueries.Line> list =
                new Listing<MeetingQueries.Line>("cac-cuoc-hop", "Các cuộc họp năm " + shown, today)
                        .filter("Năm", Integer.toString(shown))
                        .column("Cuộc họp", 34, MeetingQueries.Line::title)
                        .column("Loại", 16, line -> Labels.of(line.kind()))
                        .column("Ngày", 12, MeetingQueries.Line::plannedOn)
                        .column("Giờ", 8, line -> line.startsAt().toString())
                        .column("Nơi họp", 24, MeetingQueries.Line::place)
                        .column("Hình thức", 18, line -> Labels.of(line.way()))
                        .column("Nơi mời", 26, line -> Show.committee(line.unitName()))
                        .column("Được mời", 9, MeetingQueries.Line::invited)
                        .column(
                                "Có mặt",
                                9,
                                line -> line.state() == MeetingState.HELD ? line.present() : null)
                        .column("Tình trạng", 14, line -> Labels.of(line.state()));
        exports.send(viewer, list.of(queries.all(viewer.scope(), shown)), as, answer);
    }

    /** The member's own invitations, as the page shows them. */
    @GetMapping("/my-meetings/export")
    void mine(Viewer viewer, @RequestParam String as, HttpServletResponse answer) {
        LocalDate today = LocalDate.now(clock);
        Listing<MeetingQueries.Mine> list =
                new Listing<MeetingQueries.Mine>(
                                "giay-moi-cua-toi", "Giấy mời, sinh hoạt của tôi", today)
                        .column("Cuộc họp", 34, MeetingQueries.Mine::title)
                        .column("Nơi mời", 26, MeetingQueries.Mine::unitName)
                        .column("Ngày", 12, MeetingQueries.Mine::plannedOn)
                        .column("Giờ", 8, line -> line.startsAt().toString())
                        .column("Nơi họp", 24, MeetingQueries.Mine::place)
                        .column(
                                "Đã trả lời",
                                14,
                                line -> line.reply() == null ? null : Labels.of(line.reply()))
                        .column(
                                "Tình trạng",
                                22,
                                line ->
                                        line.state() == MeetingState.HELD
                                                ? Labels.of(line.status(today))
                                                : Labels.of(line.state()))
                        .column(
                                "Lý do đã gửi",
                                36,
                                line -> line.answer() == null ? line.replyReason() : line.answer());
        exports.send(viewer, list.of(queries.mine(viewer.scope())), as, answer);
    }

    @GetMapping("/meetings/{id}/attendance/export")
    void roll(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam String as,
            HttpServletResponse answer) {
        Meeting meeting = store.find(viewer.scope(), id).orElseThrow(NotFound::new);
        LocalDate today = LocalDate.now(clock);
        Listing<MeetingQueries.Row> list =
                new Listing<MeetingQueries.Row>("diem-danh", "Điểm danh: " + meeting.title(), today)
                        .filter("Họp ngày", Show.date(meeting.plannedOn()))
                        .column("Họ và tên", 24, MeetingQueries.Row::fullName)
                        .column("Nơi công tác", 28, MeetingQueries.Row::workName)
                        .column("Chi bộ, tổ đảng", 26, MeetingQueries.Row::unitName)
                        .column("Kết quả", 26, row -> Labels.of(row.status(today)))
                        .column("Cách dự", 12, row -> row.mark() == Mark.FROM_AFAR ? "từ xa" : null)
                        .column(
                                "Sinh hoạt tạm thời",
                                36,
                                row -> row.stay() == null ? null : Labels.of(row.stay()));
        exports.send(viewer, list.of(queries.roll(viewer.scope(), id, null)), as, answer);
    }

    @GetMapping("/meetings/{id}/absences/export")
    void absences(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam String as,
            HttpServletResponse answer) {
        Meeting meeting = store.find(viewer.scope(), id).orElseThrow(NotFound::new);
        LocalDate today = LocalDate.now(clock);
        Listing<MeetingQueries.Row> list =
                new Listing<MeetingQueries.Row>(
                                "nguoi-vang", "Người vắng: " + meeting.title(), today)
                        .filter("Họp ngày", Show.date(meeting.plannedOn()))
                        .column("Họ và tên", 24, MeetingQueries.Row::fullName)
                        .column("Nơi công tác", 28, MeetingQueries.Row::workName)
                        .column("Chi bộ, tổ đảng", 26, MeetingQueries.Row::unitName)
                        .column("Kết quả", 26, row -> Labels.of(row.status(today)))
                        .column("Ngày hỏi", 12, MeetingQueries.Row::askedOn)
                        .column("Hạn trả lời", 12, MeetingQueries.Row::answerDue)
                        .column("Lý do", 36, MeetingQueries.Row::answer);
        exports.send(viewer, list.of(queries.absent(viewer.scope(), id)), as, answer);
    }

    @GetMapping("/meetings/{id}/opinions/export")
    void opinions(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam String as,
            HttpServletResponse answer) {
        Meeting meeting = store.find(viewer.scope(), id).orElseThrow(NotFound::new);
        Listing<OpinionStore.Opinion> list =
                new Listing<OpinionStore.Opinion>(
                                "y-kien", "Ý kiến: " + meeting.title(), LocalDate.now(clock))
                        .filter("Họp ngày", Show.date(meeting.plannedOn()))
                        .column(
                                "Người nêu",
                                26,
                                o -> o.fullName() == null ? "Nhân dân, qua Mặt trận" : o.fullName())
                        .column("Lĩnh vực", 22, o -> Labels.of(o.topic()))
                        .column("Ý kiến", 50, OpinionStore.Opinion::body)
                        .column("Tình trạng", 18, o -> Labels.of(o.state()))
                        .column("Chuyển đến", 26, OpinionStore.Opinion::passedTo)
                        .column("Ngày chuyển", 12, OpinionStore.Opinion::passedOn)
                        .column("Kết quả giải quyết", 40, OpinionStore.Opinion::outcome)
                        .column("Ngày giải quyết", 12, OpinionStore.Opinion::settledOn);
        exports.send(viewer, list.of(opinions.ofMeeting(viewer.scope(), id)), as, answer);
    }
}
