package vn.ganbo.classification;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Form;
import vn.ganbo.web.Typed;

/** Opinions heard before the decision, drawn on the page of the review. */
@Controller
class ReviewOpinionPages {
    private static final String PATH = ClassificationMenu.BOARD + "/reviews/{id}/opinions";

    private final ReviewOpinions acts;
    private final CellReviewPages page;

    ReviewOpinionPages(ReviewOpinions acts, CellReviewPages page) {
        this.acts = acts;
        this.page = page;
    }

    @PostMapping(PATH)
    String add(Viewer viewer, @PathVariable UUID id, Form form) {
        Typed typed = form.typed();
        return form.run(
                () -> {
                    acts.add(
                            viewer,
                            id,
                            typed.or("opinionFrom", ""),
                            day(typed),
                            typed.or("opinionWords", ""));
                    return form.done(
                            at(id),
                            "Đã ghi ý kiến. Ý kiến đứng cạnh phiếu của chi bộ và đi vào hồ sơ.");
                },
                again -> page.draw(viewer, id, again, form.model()));
    }

    @PostMapping(PATH + "/{opinion}/withdrawal")
    String withdraw(Viewer viewer, @PathVariable UUID id, @PathVariable UUID opinion, Form form) {
        return form.run(
                () -> {
                    acts.withdraw(viewer, id, opinion);
                    return form.done(at(id), "Đã bỏ ý kiến ghi nhầm.");
                },
                again -> page.draw(viewer, id, again, form.model()));
    }

    private static String at(UUID id) {
        return CellReviewPages.at(id) + "#opinions";
    }

    private static @Nullable LocalDate day(Typed typed) {
        Problems.Gatherer problems = new Problems.Gatherer();
        LocalDate day = typed.day("opinionOn", null, problems);
        problems.check();
        return day;
    }
}
