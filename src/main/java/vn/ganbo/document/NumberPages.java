package vn.ganbo.document;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** Sổ văn bản đi: the series of an office with their papers and their gaps. */
@Controller
class NumberPages {
    private static final int LISTED = 500;

    private final NumberBook book;
    private final Exports exports;
    private final Clock clock;

    NumberPages(NumberBook book, Exports exports, Clock clock) {
        this.book = book;
        this.exports = exports;
        this.clock = clock;
    }

    record View(
            List<NumberBook.Series> series,
            NumberBook.@Nullable Series chosen,
            List<NumberBook.Line> lines,
            List<Choice> kinds,
            boolean mayWrite,
            Typed typed) {
        String link(NumberBook.Series of) {
            return "?kind=" + of.kind() + "&term=" + of.termStart();
        }

        /** Whether papers of the chosen series are edited in Word. */
        boolean word() {
            return chosen != null && chosen.kind().edited();
        }

        /** Whether the reason typed for this number was not taken. */
        boolean failed(NumberBook.Line line) {
            return typed.failed() && Integer.toString(line.n()).equals(typed.get("n"));
        }

        List<NumberBook.Line> gaps() {
            return lines.stream().filter(NumberBook.Line::gap).toList();
        }
    }

    @GetMapping("/numbers")
    String show(
            Viewer viewer,
            @RequestParam(required = false) @Nullable PaperKind kind,
            @RequestParam(required = false) @Nullable LocalDate term,
            Model model) {
        return draw(viewer, kind, term, Typed.empty(), model);
    }

    @GetMapping("/numbers/export")
    void export(
            Viewer viewer,
            @RequestParam(required = false) @Nullable PaperKind kind,
            @RequestParam(required = false) @Nullable LocalDate term,
            @RequestParam String as,
            HttpServletResponse answer) {
        Optional<NumberBook.Series> chosen = chosen(series(viewer), kind, term);
        Listing<NumberBook.Line> list =
                new Listing<NumberBook.Line>("so-van-ban-di", "Sổ văn bản đi", LocalDate.now(clock))
                        .filter("Loại", chosen.map(s -> s.kind().label()).orElse(""))
                        .column("Số", 8, NumberBook.Line::n)
                        .column("Số, ký hiệu", 16, NumberBook.Line::number)
                        .column("Ngày cấp số", 12, NumberBook.Line::givenOn)
                        .column("Người cấp", 26, NumberBook.Line::givenBy)
                        .column("Ngày văn bản", 12, NumberBook.Line::madeOn)
                        .column("Về đồng chí", 28, NumberBook.Line::about)
                        .column("Ghi chú", 40, NumberPages::remark);
        exports.send(
                viewer,
                list.of(chosen.map(s -> lines(viewer, s, Integer.MAX_VALUE)).orElseGet(List::of)),
                as,
                answer);
    }

    private static String remark(NumberBook.Line line) {
        LocalDate gone = line.voidOn();
        if (gone != null) {
            return "đã rút ngày " + Show.date(gone);
        }
        String note = line.note();
        return note != null ? "không có văn bản: " + note : line.gap() ? "chưa có văn bản" : "";
    }

    @PostMapping("/numbers/reason")
    String explain(
            Viewer viewer,
            @RequestParam PaperKind kind,
            @RequestParam LocalDate term,
            @RequestParam int n,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            book.explain(viewer, kind, term, n, note);
                            return Acts.done(
                                    redirect,
                                    "/numbers?kind=" + kind + "&term=" + term,
                                    "Đã ghi lý do vào sổ.");
                        },
                        typed -> draw(viewer, kind, term, typed, model));
    }

    @PostMapping("/numbers/start")
    String start(
            Viewer viewer,
            @RequestParam PaperKind kind,
            @RequestParam(defaultValue = "") String last,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            String digits = last.strip();
                            int used = digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
                            book.goOnFrom(viewer, kind, used);
                            return Acts.done(
                                    redirect,
                                    "/numbers",
                                    "Số tiếp theo của %s là %02d."
                                            .formatted(
                                                    kind.label().toLowerCase(java.util.Locale.ROOT),
                                                    used + 1));
                        },
                        typed -> draw(viewer, null, null, typed, model));
    }

    private List<NumberBook.Series> series(Viewer viewer) {
        return book.series(viewer.scope(), viewer.unitNo());
    }

    private List<NumberBook.Line> lines(Viewer viewer, NumberBook.Series of, int most) {
        return book.lines(viewer.scope(), viewer.unitNo(), of.kind(), of.termStart(), most);
    }

    private static Optional<NumberBook.Series> chosen(
            List<NumberBook.Series> all, @Nullable PaperKind kind, @Nullable LocalDate term) {
        return all.stream()
                .filter(s -> kind == null || s.kind() == kind)
                .filter(s -> term == null || s.termStart().equals(term))
                .findFirst();
    }

    private String draw(
            Viewer viewer,
            @Nullable PaperKind kind,
            @Nullable LocalDate term,
            Typed typed,
            Model model) {
        List<NumberBook.Series> all = series(viewer);
        NumberBook.Series chosen = chosen(all, kind, term).orElse(null);
        model.addAttribute(
                "view",
                new View(
                        all,
                        chosen,
                        chosen == null ? List.of() : lines(viewer, chosen, LISTED),
                        Arrays.stream(PaperKind.values())
                                .filter(PaperKind::numbered)
                                .map(Choice::of)
                                .toList(),
                        !viewer.is(Role.AUDITOR),
                        typed));
        return "document/numbers";
    }
}
