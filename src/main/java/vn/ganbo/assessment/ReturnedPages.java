package vn.ganbo.assessment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.document.PaperKind;
import vn.ganbo.document.Papers;
import vn.ganbo.document.PrintLayout;
import vn.ganbo.document.Prints;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Link;
import vn.ganbo.web.Pager;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** Returned slips at the workplace, and those about oneself. */
@Controller
class ReturnedPages {
    private static final int SIZE = 100;

    private final Comments comments;
    private final ReturnedQueries queries;
    private final HearingStore hearings;
    private final Papers papers;
    private final Prints prints;

    ReturnedPages(
            Comments comments,
            ReturnedQueries queries,
            HearingStore hearings,
            Papers papers,
            Prints prints) {
        this.comments = comments;
        this.queries = queries;
        this.hearings = hearings;
        this.papers = papers;
        this.prints = prints;
    }

    record View(
            boolean received,
            List<Link> tabs,
            List<ReturnedQueries.Line> lines,
            Pager pager,
            boolean mayReceive,
            boolean mayOpenPaper,
            Typed typed) {}

    /**
     * @param hearings how many questions of a cell wait for the person's words
     */
    record MineView(List<ReturnedQueries.Line> lines, int hearings) {}

    @GetMapping("/returned-comments")
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return draw(viewer, "received".equals(tab), page, Typed.empty(), model);
    }

    @PostMapping("/returned-comments/receipt")
    String receive(
            Viewer viewer,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            int received =
                                    comments.receive(viewer, new FormFields(typed).ids("comments"));
                            return Acts.done(
                                    redirect,
                                    "/returned-comments",
                                    received == 0
                                            ? "Phiếu đã chọn được nhận từ trước, không có gì thay đổi."
                                            : "Đã nhận %s phiếu vào hồ sơ. Nơi cư trú thấy là đã nhận."
                                                    .formatted(Show.number(received)));
                        },
                        again -> draw(viewer, false, 1, again, model));
    }

    /** Chosen slips in one file for the printer; the single stored papers are the record. */
    @PostMapping("/returned-comments/print")
    ResponseEntity<byte[]> print(
            Viewer viewer,
            @RequestParam(required = false) @Nullable List<UUID> comments,
            @RequestParam(defaultValue = "A4") PrintLayout layout) {
        if (comments == null || comments.isEmpty()) {
            throw Problems.of("comments", "Cần chọn ít nhất một phiếu nhận xét để in.");
        }
        List<UUID> chosen = queries.papers(viewer.scope(), comments);
        return prints.answer(
                viewer, PaperKind.COMMENT_SLIP.label(), papers.stored(viewer, chosen), layout);
    }

    @GetMapping("/my-comments")
    String mine(Viewer viewer, Model model) {
        model.addAttribute(
                "view",
                new MineView(queries.mine(viewer.scope()), hearings.mine(viewer.scope()).size()));
        return "assessment/mine";
    }

    private String draw(Viewer viewer, boolean received, int page, Typed typed, Model model) {
        ReturnedQueries.Counts counts = queries.counts(viewer.scope());
        Pager pager = Pager.of(page, SIZE, received ? counts.received() : counts.unread());
        model.addAttribute(
                "view",
                new View(
                        received,
                        List.of(
                                tab("Mới gửi về", "/returned-comments", counts.unread(), !received),
                                tab(
                                        "Đã nhận",
                                        "/returned-comments?tab=received",
                                        counts.received(),
                                        received)),
                        queries.list(viewer.scope(), received, SIZE, pager.offset()),
                        pager,
                        !received
                                && viewer.is(Role.WORKPLACE_OFFICE, Role.WORKPLACE_CELL_SECRETARY),
                        viewer.is(Role.WORKPLACE_OFFICE),
                        typed));
        return "assessment/returned";
    }

    private static Link tab(String label, String link, long count, boolean here) {
        return here ? Link.here(label, count) : Link.to(label, link, count);
    }
}
