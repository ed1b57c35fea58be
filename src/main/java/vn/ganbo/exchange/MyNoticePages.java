package vn.ganbo.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;

/** What the two committees told each other about the member who is signed in. */
@Controller
class MyNoticePages {
    private final NoticeQueries queries;

    private final Exports exports;
    private final Clock clock;

    MyNoticePages(NoticeQueries queries, Exports exports, Clock clock) {
        this.queries = queries;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping("/exchange/mine")
    String mine(Viewer viewer, Model model) {
        model.addAttribute("lines", lines(viewer));
        return "exchange/mine";
    }

    @GetMapping("/exchange/mine/export")
    void export(Viewer viewer, @RequestParam String as, HttpServletResponse answer) {
        Listing<NoticeQueries.Line> list =
                new Listing<NoticeQueries.Line>(
                                "trao-doi-ve-toi", "Hai nơi trao đổi về tôi", LocalDate.now(clock))
                        .column("Việc", 26, line -> Labels.of(line.kind()))
                        .column("Nơi gửi", 32, line -> Show.committee(line.fromName()))
                        .column("Số công văn", 16, NoticeQueries.Line::number)
                        .column("Ngày gửi", 12, NoticeQueries.Line::sentOn)
                        .column("Trình bày đến hết", 12, NoticeQueries.Line::hearUntil)
                        .column("Ngày trả lời", 12, NoticeQueries.Line::answeredOn)
                        .column("Tình trạng", 20, line -> Labels.of(line.state()));
        exports.send(viewer, list.of(lines(viewer)), as, answer);
    }

    private List<NoticeQueries.Line> lines(Viewer viewer) {
        UUID self = viewer.scope().self();
        if (self == null) {
            throw new NotFound();
        }
        return queries.ofMember(viewer.scope(), self);
    }
}
