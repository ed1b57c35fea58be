package vn.ganbo.liaison;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** Biến động: letters that a change of the record has overtaken, and what is proposed for each. */
@Controller
class ChangePages {
    private static final String PATH = "/introductions/changes";

    private final ChangeQueries queries;
    private final Changes changes;
    private final Exports exports;
    private final Clock clock;

    ChangePages(ChangeQueries queries, Changes changes, Exports exports, Clock clock) {
        this.queries = queries;
        this.changes = changes;
        this.exports = exports;
        this.clock = clock;
    }

    record View(List<ChangeQueries.Line> lines, long count, boolean mayWrite, Typed typed) {}

    @GetMapping(PATH)
    String list(Viewer viewer, Model model) {
        return show(viewer, Typed.empty(), model);
    }

    private String show(Viewer viewer, Typed typed, Model model) {
        model.addAttribute(
                "view",
                new View(
                        queries.list(viewer.scope()),
                        queries.count(viewer.scope()),
                        viewer.is(Role.WORKPLACE_OFFICE),
                        typed));
        return "liaison/changes";
    }

    @GetMapping(PATH + "/export")
    void export(Viewer viewer, @RequestParam String as, HttpServletResponse answer) {
        Listing<ChangeQueries.Line> list =
                new Listing<ChangeQueries.Line>(
                                "bien-dong", "Biến động cần xử lý", LocalDate.now(clock))
                        .column("Họ và tên", 24, ChangeQueries.Line::fullName)
                        .column("Chi bộ", 26, ChangeQueries.Line::cellName)
                        .column("Số giấy", 14, ChangeQueries.Line::number)
                        .column("Giấy gửi đến", 28, line -> Show.committee(line.toName()))
                        .column("Tình trạng giấy", 18, line -> Labels.of(line.state()))
                        .column("Biến động", 28, ChangeQueries.Line::why)
                        .column("Đề xuất", 40, ChangeQueries.Line::proposal);
        exports.send(viewer, list.of(queries.all(viewer.scope())), as, answer);
    }

    @PostMapping(PATH)
    String settle(
            Viewer viewer,
            @RequestParam(required = false) @Nullable List<UUID> letters,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            Changes.Settled settled =
                                    changes.settle(viewer, letters == null ? List.of() : letters);
                            return Acts.done(
                                    redirect,
                                    settled.issued() == null ? PATH : "/introductions?tab=to-sign",
                                    sentence(settled));
                        },
                        typed -> show(viewer, typed, model));
    }

    private static String sentence(Changes.Settled settled) {
        String closed =
                settled.closed() == 0
                        ? ""
                        : "Đã kết thúc %s giấy cũ và báo hai bên. "
                                .formatted(Show.number(settled.closed()));
        Introductions.Issued issued = settled.issued();
        return issued == null ? closed.strip() : closed + IntroductionPages.issuedSentence(issued);
    }
}
