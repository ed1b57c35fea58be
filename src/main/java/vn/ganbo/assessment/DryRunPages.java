package vn.ganbo.assessment;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.DraftRulebooks;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Pager;

/** A year's round under another rulebook: what would change, and for whom. */
@Controller
class DryRunPages {
    private static final String PATH = "/rounds/dry-run";
    private static final int SIZE = 50;

    private final DryRunQueries queries;
    private final Rulebooks rulebooks;
    private final DraftRulebooks drafts;
    private final Exports exports;
    private final Clock clock;

    DryRunPages(
            DryRunQueries queries,
            Rulebooks rulebooks,
            DraftRulebooks drafts,
            Exports exports,
            Clock clock) {
        this.queries = queries;
        this.rulebooks = rulebooks;
        this.drafts = drafts;
        this.exports = exports;
        this.clock = clock;
    }

    record View(
            int year,
            long seed,
            Rulebook now,
            @Nullable Rulebook other,
            List<Choice> books,
            @Nullable DryRun run,
            Pager pager) {
        List<DryRun.Change> shown() {
            return run == null
                    ? List.of()
                    : run.people().subList((int) pager.offset(), (int) pager.last());
        }

        String query() {
            return "year=%d&seed=%d&book=%s".formatted(year, seed, other == null ? "" : other.id());
        }
    }

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable Long seed,
            @RequestParam(defaultValue = "") String book,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("view", view(viewer, year, seed, book, page));
        return "assessment/dryrun";
    }

    private View view(
            Viewer viewer, @Nullable Integer year, @Nullable Long seed, String book, int page) {
        LocalDate today = LocalDate.now(clock);
        int of = year == null || year < 2000 || year > today.getYear() ? today.getYear() : year;
        LocalDate end = LocalDate.of(of, 12, 31);
        LocalDate on = end.isAfter(today) ? today : end;
        Rulebook now = rulebooks.on(viewer.scope(), on, viewer.unitNo());
        List<Choice> books = new ArrayList<>();
        drafts.all().forEach(one -> books.add(Choice.of(one.id(), one.code())));
        rulebooks.all().stream()
                .filter(one -> !one.id().equals(now.id()))
                .forEach(one -> books.add(Choice.of(one.id(), one.code())));
        Rulebook other =
                drafts.byId(book)
                        .or(() ->
                                rulebooks.all().stream()
                                        .filter(one -> one.id().equals(book))
                                        .findFirst())
                        .orElse(null);
        long drawnBy = seed == null ? of : seed;
        @Nullable DryRun run =
                other == null
                        ? null
                        : DryRun.of(
                                now,
                                other,
                                of,
                                drawnBy,
                                queries.people(viewer.scope(), of, on),
                                queries.cells(viewer.scope(), of, on));
        return new View(
                of,
                drawnBy,
                now,
                other,
                books,
                run,
                Pager.of(page, SIZE, run == null ? 0 : run.people().size()));
    }

    @GetMapping(PATH + "/export")
    void export(
            Viewer viewer,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable Long seed,
            @RequestParam(defaultValue = "") String book,
            @RequestParam String as,
            HttpServletResponse answer) {
        View view = view(viewer, year, seed, book, 1);
        Rulebook other = view.other();
        DryRun run = view.run();
        Listing<DryRun.Change> list =
                new Listing<DryRun.Change>(
                                "chay-thu-dot-nhan-xet",
                                "Chạy thử đợt nhận xét",
                                LocalDate.now(clock))
                        .filter("Năm", Integer.toString(view.year()))
                        .filter("Quy định chạy thử", other == null ? "chưa chọn" : other.code())
                        .filter("Số rút thăm", Long.toString(view.seed()))
                        .column("Họ và tên", 26, DryRun.Change::fullName)
                        .column("Chi bộ", 28, DryRun.Change::cell)
                        .column("Nơi công tác", 28, DryRun.Change::workName)
                        .column("Theo " + view.now().code(), 26, DryRun.Change::before)
                        .column("Theo quy định chạy thử", 34, DryRun.Change::after);
        exports.send(viewer, list.of(run == null ? List.of() : run.people()), as, answer);
    }
}
