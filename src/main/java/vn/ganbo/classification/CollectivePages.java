package vn.ganbo.classification;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.classification.CollectiveStore.Collective;
import vn.ganbo.classification.CollectiveStore.Line;
import vn.ganbo.classification.ReviewQueries.Year;
import vn.ganbo.document.PdfAnswer;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.ClassificationBook;
import vn.ganbo.regulation.ClassificationBook.CollectivePaper;
import vn.ganbo.regulation.ClassificationLevel;
import vn.ganbo.regulation.ClassificationRules;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Link;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** Kiểm điểm tập thể: cells and committee of a year, one report, and the decision on cells. */
@Controller
class CollectivePages {
    private static final String LIST = ClassificationMenu.BOARD + "/collectives";
    static final String ONE = ClassificationMenu.BOARD + "/{year}/collectives/{unit}";

    private final CollectiveReviews acts;
    private final CollectiveStore store;
    private final ReviewQueries queries;
    private final ContactWork work;
    private final CollectiveReport report;
    private final ClassificationRules rules;
    private final Exports exports;
    private final Clock clock;

    CollectivePages(
            CollectiveReviews acts,
            CollectiveStore store,
            ReviewQueries queries,
            ContactWork work,
            CollectiveReport report,
            ClassificationRules rules,
            Exports exports,
            Clock clock) {
        this.acts = acts;
        this.store = store;
        this.queries = queries;
        this.work = work;
        this.report = report;
        this.rules = rules;
        this.exports = exports;
        this.clock = clock;
    }

    record ListView(
            @Nullable Year year,
            List<Link> years,
            List<Line> lines,
            List<Line> open,
            @Nullable ExcellentCap cap,
            List<Choice> levels,
            List<Choice> percents,
            ClassificationBook book,
            LocalDate today,
            Typed typed) {

        /** What one tick for all of them decides. */
        String proposals() {
            return LevelsChosen.words(
                    open.stream().map(line -> line.asProposed().level()).toList());
        }
    }

    record View(
            Collective of,
            ClassificationBook book,
            CollectivePaper paper,
            List<ContactWork.Figure> figures,
            List<Choice> levels,
            boolean mayWrite,
            boolean mayPrint,
            boolean maySendBack,
            boolean mayRecord,
            boolean mayCorrect,
            LocalDate today,
            Typed typed) {

        @Nullable String answer(String section) {
            return of.answers().get(section);
        }
    }

    @GetMapping(LIST)
    String list(Viewer viewer, @RequestParam(required = false) @Nullable UUID year, Model model) {
        return list(viewer, year, Typed.empty(), model);
    }

    @GetMapping(LIST + "/export")
    void export(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID year,
            @RequestParam String as,
            HttpServletResponse answer) {
        Year chosen = ReviewYearPages.chosen(years(viewer), year);
        Listing<Line> list =
                new Listing<Line>(
                                "kiem-diem-tap-the",
                                "Kiểm điểm tập thể"
                                        + (chosen == null ? "" : " năm " + chosen.year()),
                                LocalDate.now(clock))
                        .column("Đơn vị", 34, Line::name)
                        .column("Tình trạng", 24, CollectivePages::state)
                        .column("Ngày họp", 12, Line::metOn)
                        .column("Ngày ký", 12, Line::signedOn)
                        .column("Đề nghị", 26, line -> ReviewYearPages.word(line.proposed()))
                        .column("Được xếp loại", 26, line -> ReviewYearPages.word(line.level()))
                        .column("Số quyết định", 18, Line::number)
                        .column("Ngày sửa", 12, Line::correctedOn);
        exports.send(
                viewer,
                list.of(chosen == null ? List.of() : store.list(viewer.scope(), chosen.id())),
                as,
                answer);
    }

    @PostMapping(ClassificationMenu.BOARD + "/{year}/collective-decision")
    String decide(
            Viewer viewer,
            @PathVariable UUID year,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = Typed.of(request.getParameterMap());
        return new Redraw(request, response)
                .run(
                        () -> {
                            acts.decide(viewer, LevelDecisionPages.decision(year, typed));
                            return Acts.done(
                                    redirect,
                                    LIST + "?year=" + year,
                                    "Đã ghi quyết định xếp loại tập thể.");
                        },
                        again ->
                                again.or("unit", "").equals(Integer.toString(viewer.unitNo()))
                                        ? draw(viewer, year, viewer.unitNo(), again, model)
                                        : list(viewer, year, again, model));
    }

    @GetMapping(ONE)
    String show(Viewer viewer, @PathVariable UUID year, @PathVariable int unit, Model model) {
        return draw(viewer, year, unit, Typed.empty(), model);
    }

    /** Mẫu 01 as a paper; of a draft only for whoever writes it. */
    @GetMapping(ONE + "/report")
    ResponseEntity<byte[]> report(Viewer viewer, @PathVariable UUID year, @PathVariable int unit) {
        Collective of = find(viewer, year, unit);
        if (!CollectiveReport.readable(viewer, of)) {
            throw new NotFound();
        }
        return PdfAnswer.of(
                report.draw(viewer, of, LocalDate.now(clock)),
                "Kiểm điểm %d - %s.pdf".formatted(of.year(), of.name()));
    }

    @PostMapping(ONE)
    String save(
            Viewer viewer,
            @PathVariable UUID year,
            @PathVariable int unit,
            @RequestParam int version,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            acts.save(
                                    viewer,
                                    new CollectiveReviews.Which(year, unit, version),
                                    words(request));
                            return Acts.done(redirect, at(year, unit), "Đã lưu bản nháp báo cáo.");
                        },
                        again -> draw(viewer, year, unit, again, model));
    }

    @PostMapping(ONE + "/sending")
    String send(
            Viewer viewer,
            @PathVariable UUID year,
            @PathVariable int unit,
            @RequestParam int version,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = Typed.of(request.getParameterMap());
        return new Redraw(request, response)
                .run(
                        () -> {
                            Problems.Gatherer problems = new Problems.Gatherer();
                            CollectiveReviews.Typed closing =
                                    new CollectiveReviews.Typed(
                                            typed.day("metOn", null, problems),
                                            CellReviewPages.count(typed, "attended", problems),
                                            votes(typed, ClassificationLevel.EXCELLENT, problems),
                                            votes(typed, ClassificationLevel.GOOD, problems),
                                            votes(typed, ClassificationLevel.FULFILLED, problems),
                                            votes(
                                                    typed,
                                                    ClassificationLevel.NOT_FULFILLED,
                                                    problems),
                                            SelfReviews.level(typed.or("proposed", "")),
                                            typed.day("signedOn", null, problems));
                            problems.check();
                            acts.send(
                                    viewer,
                                    new CollectiveReviews.Which(year, unit, version),
                                    words(request),
                                    closing);
                            return Acts.done(
                                    redirect,
                                    at(year, unit),
                                    "Đã gửi báo cáo kiểm điểm tập thể và mức đề nghị.");
                        },
                        again -> draw(viewer, year, unit, again, model));
    }

    @PostMapping(ONE + "/sending-back")
    String sendBack(
            Viewer viewer,
            @PathVariable UUID year,
            @PathVariable int unit,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String because,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            acts.sendBack(
                                    viewer,
                                    new CollectiveReviews.Which(year, unit, version),
                                    because);
                            return Acts.done(
                                    redirect,
                                    at(year, unit),
                                    "Đã chuyển lại báo cáo. Nơi viết đọc lý do, sửa và gửi lại.");
                        },
                        again -> draw(viewer, year, unit, again, model));
    }

    /** The field in which votes for a level are typed. */
    static String field(ClassificationLevel level) {
        return "v-" + level;
    }

    private static int votes(Typed typed, ClassificationLevel level, Problems.Gatherer problems) {
        return CellReviewPages.count(typed, field(level), problems);
    }

    private static Map<String, String> words(HttpServletRequest request) {
        Map<String, String> words = new HashMap<>();
        request.getParameterMap()
                .forEach((name, typed) -> {
                    if (name.startsWith("s-")) {
                        words.put(name, typed[0]);
                    }
                });
        return words;
    }

    private List<Year> years(Viewer viewer) {
        return queries.years(viewer.scope()).stream()
                .filter(one -> ClassificationMenu.ours(viewer, one.unitNo()))
                .toList();
    }

    private String list(Viewer viewer, @Nullable UUID asked, Typed typed, Model model) {
        List<Year> years = years(viewer);
        Year year = ReviewYearPages.chosen(years, asked);
        List<Line> lines = year == null ? List.of() : store.list(viewer.scope(), year.id());
        LocalDate today = LocalDate.now(clock);
        ClassificationBook book = rules.on(today);
        List<Line> open =
                year != null && year.unitNo() == viewer.unitNo()
                        ? lines.stream().filter(l -> l.waits() && !l.committee()).toList()
                        : List.of();
        List<LevelDecisions.Given> given =
                typed.failed()
                        ? LevelsChosen.read(typed)
                        : open.stream().map(Line::asProposed).toList();
        model.addAttribute(
                "view",
                new ListView(
                        year,
                        years.stream()
                                .map(one ->
                                        year != null && one.id().equals(year.id())
                                                ? Link.here("Năm " + one.year())
                                                : Link.to(
                                                        "Năm " + one.year(),
                                                        LIST + "?year=" + one.id()))
                                .toList(),
                        lines,
                        open,
                        CollectiveReviews.cap(lines, given, LevelDecisionPages.cap(typed, book)),
                        LevelsChosen.choices(),
                        LevelDecisionPages.percents(book),
                        book,
                        today,
                        typed));
        return "classification/collectives";
    }

    private String draw(Viewer viewer, UUID year, int unit, Typed typed, Model model) {
        Collective of = find(viewer, year, unit);
        ClassificationBook book = rules.under(of.rulebook());
        boolean waits = of.state() == CollectiveState.PROPOSED;
        boolean office = ClassificationMenu.office(viewer) && of.orgNo() == viewer.unitNo();
        model.addAttribute(
                "view",
                new View(
                        of,
                        book,
                        book.collective(),
                        work.of(viewer, of),
                        MyReviewPages.levels(book),
                        CollectiveReviews.mayWrite(viewer, of),
                        CollectiveReport.readable(viewer, of),
                        office && waits,
                        office && waits && of.committee(),
                        office,
                        LocalDate.now(clock),
                        typed));
        return "classification/collective";
    }

    private Collective find(Viewer viewer, UUID year, int unit) {
        return store.find(viewer.scope(), year, unit)
                .filter(found -> ClassificationMenu.ours(viewer, found.orgNo()))
                .orElseThrow(NotFound::new);
    }

    /** How far a report is, in words. */
    static String state(Line line) {
        CollectiveState state = line.state();
        return state == null ? "Chưa viết" : Labels.of(state);
    }

    static String at(UUID year, int unit) {
        return ClassificationMenu.BOARD + "/" + year + "/collectives/" + unit;
    }
}
