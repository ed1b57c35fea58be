package vn.ganbo.assessment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.document.PaperKind;
import vn.ganbo.document.PrintLayout;
import vn.ganbo.document.Prints;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.regulation.Signatory;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** Everything that waits for the committee's confirmation on one page, the notable first. */
@Controller
class WardConfirmationPages {
    private static final String PATH = "/comments/ward-confirmation";

    private final WardConfirmations confirmations;
    private final WardConfirmationQueries queries;
    private final CommentStore store;
    private final CommentPaper paper;
    private final Prints prints;
    private final Exports exports;
    private final Rulebooks rulebooks;
    private final Clock clock;

    WardConfirmationPages(
            WardConfirmations confirmations,
            WardConfirmationQueries queries,
            CommentStore store,
            CommentPaper paper,
            Prints prints,
            Exports exports,
            Rulebooks rulebooks,
            Clock clock) {
        this.confirmations = confirmations;
        this.queries = queries;
        this.store = store;
        this.paper = paper;
        this.prints = prints;
        this.exports = exports;
        this.rulebooks = rulebooks;
        this.clock = clock;
    }

    record View(
            int year,
            String unitName,
            WardConfirmation waiting,
            boolean all,
            List<Choice> posts,
            Typed typed) {
        /** A cell with a warning is ticked by hand only. */
        boolean checked(WardConfirmation.OfCell cell) {
            return typed.values().isEmpty()
                    ? all && cell.warnings().isEmpty()
                    : typed.has("cells", cell.value());
        }

        long unwarned() {
            return waiting.cells().stream().filter(cell -> cell.warnings().isEmpty()).count();
        }
    }

    private record Line(WardConfirmation.Slip slip, String why) {}

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "false") boolean all,
            Model model) {
        return draw(viewer, of(year), all, Typed.empty(), model);
    }

    private int of(@Nullable Integer year) {
        if (year == null) {
            return LocalDate.now(clock).getYear();
        }
        if (year < 2000 || year > 2100) {
            throw new NotFound();
        }
        return year;
    }

    @PostMapping(PATH)
    String confirm(
            Viewer viewer,
            @RequestParam int year,
            @RequestParam(defaultValue = "") String signer,
            @RequestParam(defaultValue = "") String post,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            int confirmed =
                                    confirmations.confirm(
                                            viewer,
                                            chosen(year, request),
                                            new Signer(signer, post));
                            return Acts.done(
                                    redirect,
                                    "/comments?tab=confirmed&year=" + year,
                                    "Đã xác nhận %s phiếu. Việc tiếp theo: gửi trả nơi công tác."
                                            .formatted(Show.number(confirmed)));
                        },
                        again -> draw(viewer, of(year), false, again, model));
    }

    /** The chosen slips in one file, in the order of the page: to sign and seal by hand. */
    @PostMapping(PATH + "/print")
    ResponseEntity<byte[]> print(
            Viewer viewer, @RequestParam int year, HttpServletRequest request) {
        List<Comment> slips =
                store.load(viewer.scope(), confirmations.picked(viewer, chosen(year, request)));
        return prints.answer(
                viewer,
                PaperKind.COMMENT_SLIP.label(),
                paper.drafts(viewer, slips, LocalDate.now(clock)),
                PrintLayout.A4);
    }

    private static WardConfirmations.Chosen chosen(int year, HttpServletRequest request) {
        return new WardConfirmations.Chosen(
                year, values(request, "cells"), values(request, "comments"));
    }

    private static List<String> values(HttpServletRequest request, String field) {
        String[] values = request.getParameterValues(field);
        return values == null ? List.of() : List.of(values);
    }

    @GetMapping(PATH + "/export")
    void export(
            Viewer viewer,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam String as,
            HttpServletResponse answer) {
        WardConfirmation waiting = queries.of(viewer.scope(), of(year));
        List<Line> lines = new ArrayList<>();
        waiting.notable()
                .forEach(one -> lines.add(new Line(one.slip(), String.join("; ", one.why()))));
        waiting.cells()
                .forEach(cell -> cell.slips().forEach(slip -> lines.add(new Line(slip, ""))));
        Listing<Line> list =
                new Listing<Line>("phieu-cho-xac-nhan", "Phiếu chờ xác nhận", LocalDate.now(clock))
                        .filter("Năm", Integer.toString(of(year)))
                        .column("Chi bộ", 28, line -> line.slip().cellName())
                        .column("Họ và tên", 24, line -> line.slip().fullName())
                        .column("Nơi công tác", 28, line -> line.slip().work())
                        .column("Cuộc họp", 36, line -> line.slip().meeting())
                        .column("Điều cần đọc", 40, Line::why);
        exports.send(viewer, list.of(lines), as, answer);
    }

    private String draw(Viewer viewer, int year, boolean all, Typed typed, Model model) {
        model.addAttribute(
                "view",
                new View(
                        year,
                        viewer.unit() == null ? "" : viewer.unit().name(),
                        queries.of(viewer.scope(), year),
                        all,
                        Signer.posts(
                                rulebooks.on(LocalDate.now(clock)),
                                Signatory.COMMENT,
                                Signatory.COMMUNE),
                        typed));
        return "assessment/wardconfirmation";
    }
}
