package vn.ganbo.classification;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import vn.ganbo.regulation.ClassificationLevel;
import vn.ganbo.regulation.ClassificationRules;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Picked;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** The committee's page: proposals, the cap with both readings, the decision. */
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

    record View(
            UUID year,
            List<Proposal> open,
            long decided,
            List<ExcellentCap> caps,
            List<Choice> levels,
            List<Choice> percents,
            ClassificationBook book,
            LocalDate today,
            Typed typed) {

        boolean exceeded() {
            return caps.stream().anyMatch(ExcellentCap::exceeded);
        }
    }

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
        List<LevelDecisions.Given> given = given(typed, problems);
        problems.check();
        return new LevelDecisions.Decision(
                year,
                Texts.clean(typed.or("number", "")),
                day == null ? LocalDate.EPOCH : day,
                percent(typed),
                Texts.clean(typed.or("because", "")),
                given);
    }

    private static List<LevelDecisions.Given> given(Typed typed, Problems.Gatherer problems) {
        List<LevelDecisions.Given> given = new ArrayList<>();
        for (Picked one : Picked.read(typed.values().getOrDefault("given", List.of()))) {
            String field = "level-" + one.id();
            ClassificationLevel level = SelfReviews.level(typed.or(field, ""));
            if (level == null) {
                problems.add(field, "Chọn mức xếp loại.");
            } else {
                given.add(new LevelDecisions.Given(one, level));
            }
        }
        return given;
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
        model.addAttribute(
                "view",
                new View(
                        year,
                        open,
                        all.size() - open.size(),
                        LevelDecisions.caps(all, wanted(open, typed), cap(typed, book)),
                        Choice.all(ClassificationLevel.values()),
                        percents(book),
                        book,
                        today,
                        typed));
        return "classification/decision";
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

    /** What would be given: what was typed, else what the cells propose. */
    private static List<LevelDecisions.Given> wanted(List<Proposal> open, Typed typed) {
        List<LevelDecisions.Given> given = new ArrayList<>();
        for (Proposal one : open) {
            Picked picked = new Picked(one.id(), one.version());
            @Nullable ClassificationLevel level =
                    SelfReviews.level(typed.or("level-" + one.id(), one.proposed().name()));
            if (level != null && (!typed.failed() || typed.has("given", picked.value()))) {
                given.add(new LevelDecisions.Given(picked, level));
            }
        }
        return given;
    }
}
