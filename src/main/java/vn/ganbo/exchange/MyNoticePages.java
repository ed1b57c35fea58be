package vn.ganbo.exchange;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Viewer;

/** What the two committees told each other about the member who is signed in. */
@Controller
class MyNoticePages {
    private final NoticeQueries queries;

    MyNoticePages(NoticeQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/exchange/mine")
    String mine(Viewer viewer, Model model) {
        UUID self = viewer.scope().self();
        if (self == null) {
            throw new NotFound();
        }
        List<NoticeQueries.Line> lines = queries.ofMember(viewer.scope(), self);
        model.addAttribute("lines", lines);
        return "exchange/mine";
    }
}
