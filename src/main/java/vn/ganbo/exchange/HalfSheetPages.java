package vn.ganbo.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.exchange.HalfSheetStore.Partner;
import vn.ganbo.exchange.HalfSheetStore.Seen;
import vn.ganbo.exchange.HalfSheetStore.Sheet;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.regulation.Signatory;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Link;
import vn.ganbo.web.Pager;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** Phiếu trao đổi 6 tháng: to whom it has gone, from whom it came, one sheet. */
@Controller
class HalfSheetPages {
    private static final String PATH = "/half-sheets";
    private static final int SIZE = 100;

    private final HalfSheets sheets;
    private final HalfSheetStore store;
    private final Rulebooks rulebooks;
    private final Exports exports;
    private final Clock clock;

    HalfSheetPages(
            HalfSheets sheets,
            HalfSheetStore store,
            Rulebooks rulebooks,
            Exports exports,
            Clock clock) {
        this.sheets = sheets;
        this.store = store;
        this.rulebooks = rulebooks;
        this.exports = exports;
        this.clock = clock;
    }

    /** One figure with its words. */
    record Figure(String label, long n) {}

    /** A committee on the other side: our sheet, theirs, and what ours says or would say. */
    record Row(
            int no,
            String name,
            List<Figure> figures,
            @Nullable Sheet ours,
            @Nullable Sheet theirs) {}

    record ListView(
            HalfYear half,
            List<Link> tabs,
            @Nullable LocalDate due,
            boolean late,
            List<Row> rows,
            boolean mayWrite,
            List<Choice> posts,
            Typed typed) {}

    /** What a superior reads: which sheets went from whom to whom. */
    record SeenView(HalfYear half, List<Link> tabs, List<Seen> sheets, Pager pager) {}

    record View(Sheet sheet, HalfYear half, List<Figure> figures, boolean mayReceive) {}

    @GetMapping(PATH)
    String list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable LocalDate half,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return viewer.is(Role.AUDITOR)
                ? seen(viewer, chosen(half), page, model)
                : list(viewer, chosen(half), Typed.empty(), model);
    }

    private String seen(Viewer viewer, HalfYear half, int page, Model model) {
        Pager pager = Pager.of(page, SIZE, store.seen(viewer.scope(), half));
        model.addAttribute(
                "view",
                new SeenView(
                        half,
                        tabs(half),
                        store.seen(viewer.scope(), half, SIZE, pager.offset()),
                        pager));
        return "exchange/half-sheets-seen";
    }

    /** The half-year asked for; else the one that has ended last. */
    private HalfYear chosen(@Nullable LocalDate asked) {
        HalfYear now = HalfYear.of(LocalDate.now(clock));
        return asked == null ? now.before() : HalfYear.of(asked);
    }

    private List<Link> tabs(HalfYear half) {
        HalfYear now = HalfYear.of(LocalDate.now(clock));
        List<Link> tabs = new ArrayList<>();
        for (HalfYear one : List.of(now, now.before(), now.before().before())) {
            tabs.add(
                    one.equals(half)
                            ? Link.here(one.words())
                            : Link.to(one.words(), PATH + "?half=" + Show.date(one.first())));
        }
        return tabs;
    }

    private String list(Viewer viewer, HalfYear half, Typed typed, Model model) {
        LocalDate today = LocalDate.now(clock);
        LocalDate due = sheets.dueOn(viewer, half);
        model.addAttribute(
                "view",
                new ListView(
                        half,
                        tabs(half),
                        due,
                        due != null && today.isAfter(due),
                        rows(viewer, half),
                        HalfSheets.mayWrite(viewer),
                        rulebooks
                                .on(today)
                                .requirePosts(Signatory.OFFICIAL_LETTER, Signatory.ISSUER)
                                .stream()
                                .map(post -> Choice.of(post, post))
                                .toList(),
                        typed));
        return "exchange/half-sheets";
    }

    private List<Row> rows(Viewer viewer, HalfYear half) {
        Direction writes = Direction.writtenBy(viewer);
        List<Sheet> kept = store.of(viewer.scope(), half);
        List<Row> rows = new ArrayList<>();
        for (Partner partner : store.partners(viewer.scope(), writes, half, LocalDate.now(clock))) {
            Sheet ours = find(kept, partner.partnerNo(), writes, true);
            rows.add(
                    new Row(
                            partner.partnerNo(),
                            partner.partnerName(),
                            figures(ours == null ? partner.figures() : ours.figures()),
                            ours,
                            find(kept, partner.partnerNo(), writes, false)));
        }
        return rows;
    }

    private static @Nullable Sheet find(
            List<Sheet> kept, int partner, Direction writes, boolean ours) {
        for (Sheet sheet : kept) {
            int other = writes == Direction.TO_RESIDENCE ? sheet.wardNo() : sheet.workNo();
            if (other == partner && sheet.fromSide().equals(writes.from()) == ours) {
                return sheet;
            }
        }
        return null;
    }

    /** In the order of the labels' list, which is that of reading. */
    private static List<Figure> figures(String kept) {
        Map<String, Long> known = Figures.read(kept);
        return Arrays.stream(Labels.of("halfFigures").split(" "))
                .filter(known::containsKey)
                .map(key -> new Figure(Labels.of("halfFigure." + key), known.getOrDefault(key, 0L)))
                .toList();
    }

    @GetMapping(PATH + "/export")
    void export(
            Viewer viewer,
            @RequestParam(required = false) @Nullable LocalDate half,
            @RequestParam String as,
            HttpServletResponse answer) {
        HalfYear chosen = chosen(half);
        if (viewer.is(Role.AUDITOR)) {
            exportSeen(viewer, chosen, as, answer);
            return;
        }
        Listing<Row> list =
                new Listing<Row>("phieu-trao-doi", "Phiếu trao đổi 6 tháng", LocalDate.now(clock))
                        .filter("Kỳ", chosen.words())
                        .column("Nơi bên kia", 34, row -> Show.committee(row.name()))
                        .column("Số liệu", 70, HalfSheetPages::words)
                        .column(
                                "Mình gửi ngày",
                                12,
                                row -> row.ours() == null ? null : row.ours().sentOn())
                        .column(
                                "Bên kia gửi ngày",
                                12,
                                row -> row.theirs() == null ? null : row.theirs().sentOn());
        exports.send(viewer, list.of(rows(viewer, chosen)), as, answer);
    }

    private void exportSeen(Viewer viewer, HalfYear half, String as, HttpServletResponse answer) {
        Listing<Seen> list =
                new Listing<Seen>("phieu-trao-doi", "Phiếu trao đổi 6 tháng", LocalDate.now(clock))
                        .filter("Kỳ", half.words())
                        .column("Nơi gửi", 34, sheet -> Show.committee(sheet.from()))
                        .column("Nơi nhận", 34, sheet -> Show.committee(sheet.to()))
                        .column("Ngày gửi", 12, Seen::sentOn)
                        .column("Ngày nhận", 12, Seen::receivedOn);
        exports.send(
                viewer,
                list.of(
                        store.seen(viewer.scope(), half),
                        taker -> store.eachSeen(viewer.scope(), half, taker)),
                as,
                answer);
    }

    private static String words(Row row) {
        return String.join(
                "; ",
                row.figures().stream()
                        .map(figure -> figure.label() + ": " + Show.number(figure.n()))
                        .toList());
    }

    @PostMapping(PATH)
    String send(
            Viewer viewer,
            @RequestParam LocalDate half,
            @RequestParam(required = false) @Nullable List<Integer> partners,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String signer,
            @RequestParam(defaultValue = "") String post,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        HalfYear chosen = HalfYear.of(half);
        return new Redraw(request, response)
                .run(
                        () -> {
                            int sent =
                                    sheets.send(
                                            viewer,
                                            chosen,
                                            partners == null ? List.of() : partners,
                                            body,
                                            new Signer(signer, post));
                            return Acts.done(
                                    redirect,
                                    PATH + "?half=" + Show.date(chosen.first()),
                                    "Đã ký và gửi %s phiếu trao đổi.".formatted(Show.number(sent)));
                        },
                        typed -> list(viewer, chosen, typed, model));
    }

    @GetMapping(PATH + "/{id}")
    String show(Viewer viewer, @PathVariable UUID id, Model model) {
        Sheet sheet = store.one(viewer.scope(), id).orElseThrow(NotFound::new);
        boolean ours = Direction.writtenBy(viewer).from().equals(sheet.fromSide());
        model.addAttribute(
                "view",
                new View(
                        sheet,
                        new HalfYear(sheet.half()),
                        figures(sheet.figures()),
                        !ours && HalfSheets.mayWrite(viewer) && sheet.receivedOn() == null));
        return "exchange/half-sheet";
    }

    @PostMapping(PATH + "/{id}/receipt")
    String receive(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
        sheets.receive(viewer, id);
        return Acts.done(redirect, PATH + "/" + id, "Đã ghi là đã nhận. Nơi gửi thấy ngay.");
    }
}
