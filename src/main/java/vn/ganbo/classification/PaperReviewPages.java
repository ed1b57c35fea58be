package vn.ganbo.classification;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.classification.SelfReviewStore.Review;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.ClassificationBook;
import vn.ganbo.regulation.ClassificationRules;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** Bản tự kiểm điểm trên giấy, sent by who is away: the cell writes it down as it stands there. */
@Controller
class PaperReviewPages {
    private static final String PATH = ClassificationMenu.BOARD + "/reviews/{id}/paper";

    private final SelfReviews acts;
    private final SelfReviewStore store;
    private final ClassificationRules rules;

    PaperReviewPages(SelfReviews acts, SelfReviewStore store, ClassificationRules rules) {
        this.acts = acts;
        this.store = store;
        this.rules = rules;
    }

    record View(ReviewSheet sheet, List<Choice> levels, Typed typed) {}

    @GetMapping(PATH)
    String show(Viewer viewer, @PathVariable UUID id, Model model) {
        return draw(viewer, id, Typed.empty(), model);
    }

    @PostMapping(PATH)
    String enter(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String level,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        Typed form = Typed.of(request.getParameterMap());
        return new Redraw(request, response)
                .run(
                        () -> {
                            Problems.Gatherer problems = new Problems.Gatherer();
                            LocalDate received =
                                    form.day("receivedOn", "Ghi ngày nhận bản giấy.", problems);
                            acts.enterPaper(
                                    viewer,
                                    id,
                                    version,
                                    MyReviewPages.typing(request, level),
                                    received,
                                    problems);
                            return Acts.done(
                                    redirect,
                                    CellReviewPages.at(id),
                                    "Đã nhập bản giấy. Đảng viên đọc lại được ở trang của mình.");
                        },
                        typed -> draw(viewer, id, typed, model));
    }

    private String draw(Viewer viewer, UUID id, Typed typed, Model model) {
        Review review = store.find(viewer.scope(), id).orElseThrow(NotFound::new);
        if (!ClassificationMenu.ours(viewer, review.orgNo())) {
            throw new NotFound();
        }
        ClassificationBook book = rules.under(review.rulebook());
        model.addAttribute(
                "view",
                new View(
                        new ReviewSheet(review, book.form(review.form())),
                        MyReviewPages.levels(book),
                        typed));
        return "classification/paper";
    }
}
