package vn.ganbo.classification;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Redraw;
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
    String add(
            Viewer viewer,
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = Typed.of(request.getParameterMap());
        return new Redraw(request, response)
                .run(
                        () -> {
                            acts.add(
                                    viewer,
                                    id,
                                    typed.or("opinionFrom", ""),
                                    day(typed),
                                    typed.or("opinionWords", ""));
                            return Acts.done(
                                    redirect,
                                    CellReviewPages.at(id) + "#opinions",
                                    "Đã ghi ý kiến. Ý kiến đứng cạnh phiếu của chi bộ và đi vào hồ sơ.");
                        },
                        again -> page.draw(viewer, id, again, model));
    }

    @PostMapping(PATH + "/{opinion}/withdrawal")
    String withdraw(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID opinion,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            acts.withdraw(viewer, id, opinion);
                            return Acts.done(
                                    redirect,
                                    CellReviewPages.at(id) + "#opinions",
                                    "Đã bỏ ý kiến ghi nhầm.");
                        },
                        again -> page.draw(viewer, id, again, model));
    }

    private static @Nullable LocalDate day(Typed typed) {
        Problems.Gatherer problems = new Problems.Gatherer();
        LocalDate day = typed.day("opinionOn", null, problems);
        problems.check();
        return day;
    }
}
