package vn.ganbo.classification;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.classification.LevelDecisionStore.Proposal;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.ClassificationBook;
import vn.ganbo.regulation.ClassificationRules;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/**
 * The committee's page: proposals by cell, the cap with both readings, the decision. No level is
 * chosen before somebody chooses it (docs/decisions/0056).
 */
@Controller
class LevelDecisionPages {
    private static final String PATH = ClassificationMenu.BOARD + "/{year}/decision";

    private final LevelDecisions acts;
    private final LevelDecisionStore store;
    private final ClassificationRules rules;
    private final Clock clock;

    LevelDecisionPages(
            LevelDecisions acts, LevelDecisionStore store, ClassificationRules rules, Clock clock) {
        this.acts = acts;
        this.store = store;
        this.rules = rules;
        this.clock = clock;
    }

    /** What one cell proposes, in the order of the page. */
    record OfCell(int no, String name, List<Proposal> people) {
        OfCell {
            people = List.copyOf(people);
        }

        /** "xuất sắc 1, tốt 8, hoàn thành 2": what a tick for the whole cell decides. */
        String levels() {
            return LevelsChosen.words(people.stream().map(Proposal::proposed).toList());
        }
    }

    record View(
            UUID year,
            List<OfCell> cells,
            int open,
            long decided,
            List<ExcellentCap> caps,
            List<Choice> levels,
            List<Choice> percents,
            ClassificationBook book,
            LocalDate today,
            Typed typed) {}

    @GetMapping(PATH)
    String show(Viewer viewer, @PathVariable UUID year, Model model) {
        return draw(viewer, year, Typed.empty(), model);
    }

    @PostMapping(PATH)
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
                            LevelDecisions.Decision decision = decision(year, typed);
                            acts.decide(viewer, decision);
                            return Acts.done(
                                    redirect,
                                    ClassificationMenu.BOARD + "?year=" + year + "&state=DECIDED",
                                    "Đã ghi quyết định xếp loại cho %s đảng viên. Mỗi người đọc được mức của mình."
                                            .formatted(Show.number(decision.given().size())));
                        },
                        again -> draw(viewer, year, again, model));
    }

    /** A decision as it was typed, on members or on cells. */
    static LevelDecisions.Decision decision(UUID year, Typed typed) {
        Problems.Gatherer problems = new Problems.Gatherer();
        LocalDate day = typed.day("decidedOn", "Ghi ngày quyết định.", problems);
        problems.check();
        return new LevelDecisions.Decision(
                year,
                Texts.clean(typed.or("number", "")),
                day == null ? LocalDate.EPOCH : day,
                percent(typed),
                Texts.clean(typed.or("because", "")),
                LevelsChosen.read(typed));
    }

    private static int percent(Typed typed) {
        String text = typed.or("cap", "");
        return text.matches("\\d{1,2}") ? Integer.parseInt(text) : 0;
    }

    private String draw(Viewer viewer, UUID year, Typed typed, Model model) {
        List<Proposal> all = store.proposals(viewer.scope(), viewer.unitNo(), year);
        LocalDate today = LocalDate.now(clock);
        ClassificationBook book = rules.on(today);
        List<Proposal> open = all.stream().filter(Proposal::open).toList();
        List<LevelDecisions.Given> given =
                typed.failed()
                        ? LevelsChosen.read(typed)
                        : open.stream().map(Proposal::asProposed).toList();
        model.addAttribute(
                "view",
                new View(
                        year,
                        byCell(open),
                        open.size(),
                        all.size() - open.size(),
                        LevelDecisions.caps(all, given, cap(typed, book)),
                        LevelsChosen.choices(),
                        percents(book),
                        book,
                        today,
                        typed));
        return "classification/decision";
    }

    private static List<OfCell> byCell(List<Proposal> open) {
        return open.stream()
                .collect(
                        Collectors.groupingBy(
                                Proposal::workNo, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(cell ->
                        new OfCell(
                                cell.getKey(),
                                cell.getValue().getFirst().cellName(),
                                cell.getValue()))
                .toList();
    }

    /** The percentage typed, of the two that the rules know. */
    static int cap(Typed typed, ClassificationBook book) {
        return percent(typed) == book.raisedCap() ? book.raisedCap() : book.cap();
    }

    static List<Choice> percents(ClassificationBook book) {
        return List.of(
                Choice.of(book.cap(), book.cap() + " %"),
                Choice.of(book.raisedCap(), book.raisedCap() + " %")
                        .withHint(
                                "cấp có thẩm quyền quyết định cho tổ chức có thành tích xuất sắc"));
    }
}
