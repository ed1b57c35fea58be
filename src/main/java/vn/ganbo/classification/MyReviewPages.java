package vn.ganbo.classification;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
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
import vn.ganbo.classification.SelfReviewStore.Review;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.ClassificationBook;
import vn.ganbo.regulation.ClassificationLevel;
import vn.ganbo.regulation.ClassificationRules;
import vn.ganbo.regulation.PointGroup;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Link;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** Bản tự kiểm điểm: the member's own page, as a phone shows it. */
@Controller
class MyReviewPages {
    private static final String PATH = ClassificationMenu.MINE;
    private static final int A_ROW = 28;
    private static final int LEAST_ROWS = 4;
    private static final int MOST_ROWS = 14;

    private final SelfReviews acts;
    private final SelfReviewStore store;
    private final TaskInput tasks;
    private final ClassificationRules rules;

    MyReviewPages(
            SelfReviews acts, SelfReviewStore store, TaskInput tasks, ClassificationRules rules) {
        this.acts = acts;
        this.store = store;
        this.tasks = tasks;
        this.rules = rules;
    }

    record View(
            ReviewSheet sheet,
            List<Link> years,
            boolean mayWrite,
            Map<String, List<Prefill.Sentence>> known,
            List<Choice> levels,
            Typed typed) {

        List<Prefill.Sentence> known(String section) {
            return known.getOrDefault(section, List.of());
        }

        /** What was kept; before anything was, the sentences that the program knows. */
        @Nullable String value(String section) {
            return sheet.review().started() ? sheet.answer(section) : Prefill.text(known(section));
        }

        /** Rows in which what stands in a field can be read on a phone. */
        int rows(String section) {
            String text = value(section);
            int lines = text == null ? 0 : (int) text.lines().count() + text.length() / A_ROW;
            return Math.clamp(lines, LEAST_ROWS, MOST_ROWS);
        }
    }

    @GetMapping(PATH)
    String show(Viewer viewer, @RequestParam(required = false) @Nullable UUID review, Model model) {
        return draw(viewer, review, Typed.empty(), model);
    }

    @PostMapping(PATH + "/{id}")
    String save(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String level,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            acts.save(viewer, id, version, typing(request, level));
                            return Acts.done(
                                    redirect,
                                    PATH + "?review=" + id,
                                    "Đã lưu bản nháp. Chỉ đồng chí đọc được cho đến khi gửi.");
                        },
                        again -> draw(viewer, id, again, model));
    }

    @PostMapping(PATH + "/{id}/sending")
    String send(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String level,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            acts.send(viewer, id, version, typing(request, level));
                            return Acts.done(
                                    redirect,
                                    PATH + "?review=" + id,
                                    "Đã gửi bản tự kiểm điểm đến chi bộ.");
                        },
                        again -> draw(viewer, id, again, model));
    }

    /** Puts the known sentences under what was typed in one section; keeps nothing. */
    @PostMapping(PATH + "/{id}/sentences")
    String add(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam String section,
            HttpServletRequest request,
            Model model) {
        Typed typed = Typed.of(request.getParameterMap());
        Review review = own(viewer, id);
        List<Prefill.Sentence> sentences = known(viewer, review).getOrDefault(section, List.of());
        Map<String, List<String>> values = new HashMap<>(typed.values());
        String field = "s-" + section;
        values.put(field, List.of(Prefill.added(typed.or(field, ""), sentences)));
        return draw(viewer, id, new Typed(values, Map.of()), model);
    }

    private Review own(Viewer viewer, UUID id) {
        return store.mine(viewer.scope()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Map<String, List<Prefill.Sentence>> known(Viewer viewer, Review review) {
        return review.state() == ReviewState.DRAFT
                ? Prefill.of(
                        tasks.done(viewer.scope(), review.memberId(), review.year()),
                        tasks.plan(viewer.scope(), review.year()).orElse(null))
                : Map.of();
    }

    static SelfReviews.Typing typing(HttpServletRequest request, String level) {
        Map<String, String> fields = new HashMap<>();
        request.getParameterMap()
                .forEach((name, typed) -> {
                    if (name.startsWith("s-") || name.startsWith("p-")) {
                        fields.put(name, typed[0]);
                    }
                });
        return new SelfReviews.Typing(fields, level);
    }

    private String draw(Viewer viewer, @Nullable UUID asked, Typed typed, Model model) {
        List<Review> reviews = store.mine(viewer.scope());
        if (reviews.isEmpty() && asked == null) {
            return "classification/nomine";
        }
        Review review =
                reviews.stream()
                        .filter(one -> asked == null || one.id().equals(asked))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        ClassificationBook book = rules.under(review.rulebook());
        model.addAttribute(
                "view",
                new View(
                        new ReviewSheet(review, book.form(review.form())),
                        reviews.stream()
                                .map(one ->
                                        one.id().equals(review.id())
                                                ? Link.here("Năm " + one.year())
                                                : Link.to(
                                                        "Năm " + one.year(),
                                                        PATH + "?review=" + one.id()))
                                .toList(),
                        review.state() == ReviewState.DRAFT,
                        known(viewer, review),
                        levels(book),
                        typed));
        return "classification/mine";
    }

    /** The levels with the points from which each may be given. */
    static List<Choice> levels(ClassificationBook book) {
        return Arrays.stream(ClassificationLevel.values())
                .map(level ->
                        Choice.of(level)
                                .withHint(
                                        level == ClassificationLevel.NOT_FULFILLED
                                                ? "dưới %d điểm".formatted(book.below(level))
                                                : "từ %d điểm".formatted(book.rule(level).least())))
                .toList();
    }

    /** What a group is called with its points: "Tiêu chí chung (30 điểm)". */
    static String heading(PointGroup group) {
        return "%s (%d điểm)".formatted(Labels.of(group), group.most());
    }
}
