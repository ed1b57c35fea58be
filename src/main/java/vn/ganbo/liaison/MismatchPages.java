package vn.ganbo.liaison;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Export;
import vn.ganbo.spreadsheet.Export.Column;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.web.Link;

/** Đối chiếu hai bên: lists of those on whom workplace and residence do not agree. */
@Controller
class MismatchPages {
    private static final int SIZE = 200;

    private final MismatchQueries queries;
    private final Exports exports;
    private final Clock clock;

    MismatchPages(MismatchQueries queries, Exports exports, Clock clock) {
        this.queries = queries;
        this.exports = exports;
        this.clock = clock;
    }

    record View(
            boolean workplace,
            String path,
            String unitName,
            LocalDate on,
            Mismatch kind,
            List<Link> tabs,
            long count,
            List<MismatchQueries.Line> lines) {}

    @GetMapping("/introductions/reconciliation")
    String ofWorkplace(Viewer viewer, @RequestParam(defaultValue = "") String kind, Model model) {
        return page(viewer, true, kind, model);
    }

    @GetMapping("/register/reconciliation")
    String ofResidence(Viewer viewer, @RequestParam(defaultValue = "") String kind, Model model) {
        return page(viewer, false, kind, model);
    }

    @GetMapping("/introductions/reconciliation/export")
    void takeOfWorkplace(
            Viewer viewer,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam String as,
            HttpServletResponse answer) {
        exports.send(viewer, export(viewer, true, kind), as, answer);
    }

    @GetMapping("/register/reconciliation/export")
    void takeOfResidence(
            Viewer viewer,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam String as,
            HttpServletResponse answer) {
        exports.send(viewer, export(viewer, false, kind), as, answer);
    }

    private String page(Viewer viewer, boolean workplace, String asked, Model model) {
        Map<Mismatch, Long> counts = queries.counts(viewer.scope(), workplace);
        List<Mismatch> kinds = kinds(workplace);
        Mismatch kind =
                kinds.stream()
                        .filter(k -> k.name().equals(asked))
                        .findFirst()
                        .orElseGet(() -> first(kinds, counts));
        String path = workplace ? "/introductions/reconciliation" : "/register/reconciliation";
        model.addAttribute(
                "view",
                new View(
                        workplace,
                        path,
                        viewer.unit() == null ? "" : viewer.unit().name(),
                        LocalDate.now(clock),
                        kind,
                        kinds.stream().map(k -> tab(path, k, kind, counts)).toList(),
                        counts.getOrDefault(kind, 0L),
                        queries.list(viewer.scope(), workplace, kind, SIZE)));
        return "liaison/mismatch";
    }

    private static Link tab(String path, Mismatch kind, Mismatch here, Map<Mismatch, Long> counts) {
        long n = counts.getOrDefault(kind, 0L);
        return kind == here
                ? Link.here(Labels.of(kind), n)
                : Link.to(Labels.of(kind), path + "?kind=" + kind, n);
    }

    /** Where there is something to settle. */
    private static Mismatch first(List<Mismatch> kinds, Map<Mismatch, Long> counts) {
        return kinds.stream()
                .filter(k -> counts.getOrDefault(k, 0L) > 0)
                .findFirst()
                .orElse(kinds.getFirst());
    }

    private static List<Mismatch> kinds(boolean workplace) {
        return Arrays.stream(Mismatch.values())
                .filter(kind -> workplace || kind != Mismatch.NEVER_INTRODUCED)
                .toList();
    }

    private Export export(Viewer viewer, boolean workplace, String asked) {
        List<Mismatch> kinds = kinds(workplace);
        Mismatch kind =
                kinds.stream()
                        .filter(k -> k.name().equals(asked))
                        .findFirst()
                        .orElse(kinds.getFirst());
        return new Export(
                "doi-chieu",
                "Đối chiếu hai bên: " + Labels.of(kind),
                LocalDate.now(clock),
                List.of(),
                List.of(),
                List.of(
                        Column.of("STT", 5),
                        Column.of("Họ và tên", 24),
                        Column.of("Ngày sinh", 12),
                        Column.of("Nơi công tác", 28),
                        Column.of("Nơi cư trú", 28),
                        Column.of(Labels.of("mismatch." + kind + ".since"), 12),
                        Column.of("Vì sao", 36)),
                queries.counts(viewer.scope(), workplace).getOrDefault(kind, 0L),
                taker ->
                        queries.each(
                                viewer.scope(),
                                workplace,
                                kind,
                                row -> {
                                    MismatchQueries.Line line = MismatchQueries.line(row);
                                    taker.accept(
                                            new Object[] {
                                                row.getRow(),
                                                line.fullName(),
                                                line.shownBirth(),
                                                line.workName(),
                                                Show.committee(line.resName()),
                                                line.since(),
                                                line.why()
                                            });
                                }));
    }
}
