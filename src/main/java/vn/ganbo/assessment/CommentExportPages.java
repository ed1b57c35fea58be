package vn.ganbo.assessment;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.assessment.CommentQueries.CommentTab;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;

/** Lists of slips and requests as files. What a slip says stands in the slip and the register. */
@Controller
class CommentExportPages {
    private final CommentListPages page;
    private final CommentQueries comments;
    private final RequestQueries requests;
    private final ReturnedQueries returned;
    private final Exports exports;
    private final Clock clock;

    CommentExportPages(
            CommentListPages page,
            CommentQueries comments,
            RequestQueries requests,
            ReturnedQueries returned,
            Exports exports,
            Clock clock) {
        this.page = page;
        this.comments = comments;
        this.requests = requests;
        this.returned = returned;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping("/comments/export")
    void comments(
            Viewer viewer,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable UUID cell,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam String as,
            HttpServletResponse answer) {
        LocalDate today = LocalDate.now(clock);
        int of = year == null ? today.getYear() : year;
        Unit unit = page.cell(viewer, cell);
        CommentQueries.Ask ask = new CommentQueries.Ask(of, unit == null ? null : unit.no());
        CommentQueries.Counts counts = comments.counts(viewer.scope(), ask);
        CommentTab chosen =
                CommentTab.of(tab).orElseGet(() -> CommentListPages.first(viewer, counts));
        Listing<CommentQueries.Line> list =
                new Listing<CommentQueries.Line>(
                                "phieu-nhan-xet", "Phiếu nhận xét năm " + of, today)
                        .filter("Bước", Labels.of(chosen))
                        .filter("Chi bộ", unit == null ? "" : unit.name())
                        .column("Họ và tên", 24, CommentQueries.Line::fullName)
                        .column("Chức vụ", 18, CommentQueries.Line::post)
                        .column("Nơi công tác", 28, CommentQueries.Line::workName)
                        .column("Chi bộ", 24, CommentQueries.Line::unitName)
                        .column("Mẫu phiếu", 18, line -> Labels.of(line.form()))
                        .column("Ngày họp", 12, CommentQueries.Line::metOn)
                        .column("Chi bộ ký", 12, CommentQueries.Line::cellSignedOn)
                        .column("Đảng ủy xác nhận", 12, CommentQueries.Line::confirmedOn)
                        .column("Gửi trả", 12, CommentQueries.Line::returnedOn)
                        .column("Hạn", 12, CommentQueries.Line::dueOn);
        exports.send(
                viewer,
                list.of(
                        counts.of(chosen),
                        taker -> comments.each(viewer.scope(), ask, chosen, taker)),
                as,
                answer);
    }

    @GetMapping("/comment-requests/export")
    void requests(
            Viewer viewer,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam String as,
            HttpServletResponse answer) {
        boolean open = !"answered".equals(tab);
        LocalDate today = LocalDate.now(clock);
        Listing<RequestQueries.Line> list =
                new Listing<RequestQueries.Line>("phieu-xin-y-kien", "Phiếu xin ý kiến", today)
                        .filter("Tình trạng", open ? "chưa trả lời" : "đã trả lời")
                        .column("Số phiếu", 14, RequestQueries.Line::number)
                        .column("Họ và tên", 24, RequestQueries.Line::fullName)
                        .column("Mục đích", 22, line -> Labels.of(line.purpose()))
                        .column("Nơi hỏi", 28, RequestQueries.Line::from)
                        .column("Gửi đến", 28, RequestQueries.Line::to)
                        .column("Ngày gửi", 12, RequestQueries.Line::askedOn)
                        .column("Hạn trả", 12, RequestQueries.Line::dueOn)
                        .column("Ngày trả", 12, RequestQueries.Line::answeredOn)
                        .column("Mã hồ sơ trên Cổng", 20, RequestQueries.Line::portalFileCode)
                        .column("Trạng thái", 16, line -> Labels.of(line.state()));
        exports.send(viewer, list.of(requests.all(viewer.scope(), open)), as, answer);
    }

    @GetMapping("/returned-comments/export")
    void returned(
            Viewer viewer,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam String as,
            HttpServletResponse answer) {
        boolean received = "received".equals(tab);
        ReturnedQueries.Counts counts = returned.counts(viewer.scope());
        Listing<ReturnedQueries.Line> list =
                new Listing<ReturnedQueries.Line>(
                                "phieu-nhan-xet-gui-ve",
                                "Phiếu nhận xét gửi về",
                                LocalDate.now(clock))
                        .filter("Tình trạng", received ? "đã nhận" : "mới gửi về")
                        .column("Họ và tên", 24, ReturnedQueries.Line::fullName)
                        .column("Chức vụ", 18, ReturnedQueries.Line::post)
                        .column("Đã gộp vào hồ sơ của", 22, ReturnedQueries.Line::keptName)
                        .column("Chi bộ", 26, ReturnedQueries.Line::workCell)
                        .column("Nơi cư trú", 28, ReturnedQueries.Line::ward)
                        .column("Năm", 8, ReturnedQueries.Line::year)
                        .column("Gửi về", 12, ReturnedQueries.Line::returnedOn)
                        .column("Số phiếu xin ý kiến", 14, ReturnedQueries.Line::requestNumber)
                        .column("Đã nhận", 12, ReturnedQueries.Line::receivedOn);
        exports.send(
                viewer,
                list.of(
                        received ? counts.received() : counts.unread(),
                        taker -> returned.each(viewer.scope(), received, taker)),
                as,
                answer);
    }

    /** The slips about the member who is signed in. */
    @GetMapping("/my-comments/export")
    void mine(Viewer viewer, @RequestParam String as, HttpServletResponse answer) {
        Listing<ReturnedQueries.Line> list =
                new Listing<ReturnedQueries.Line>(
                                "nhan-xet-ve-toi", "Nhận xét về tôi", LocalDate.now(clock))
                        .column("Năm", 8, ReturnedQueries.Line::year)
                        .column("Chi bộ nhận xét", 30, ReturnedQueries.Line::workCell)
                        .column("Đảng ủy nơi cư trú", 30, ReturnedQueries.Line::ward)
                        .column("Gửi về", 12, ReturnedQueries.Line::returnedOn)
                        .column("Đã đọc", 12, ReturnedQueries.Line::receivedOn);
        exports.send(viewer, list.of(returned.mine(viewer.scope())), as, answer);
    }
}
