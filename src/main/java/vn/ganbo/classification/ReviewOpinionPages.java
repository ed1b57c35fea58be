package vn.ganbo.classification;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Form;
import vn.ganbo.web.Typed;

/** Opinions heard before the decision, drawn on the page of the review. */
@Controller
class ReviewOpinionPages {
    private static final String PATH = CellReviewPages.PATH + "/opinions";
    private static final String PLACE = "#opinions";

    private final ReviewOpinions acts;
    private final CellReviewPages page;

    ReviewOpinionPages(ReviewOpinions acts, CellReviewPages page) {
        this.acts = acts;
        this.page = page;
    }

    @PostMapping(PATH)
    String add(Viewer viewer, @PathVariable UUID id, Form form) {
        Typed typed = form.typed();
        return page.act(
                viewer,
                id,
                form,
                () ->
                        acts.add(
                                viewer,
                                id,
                                typed.or("opinionFrom", ""),
                                CellReviewPages.day(typed, "opinionOn"),
                                typed.or("opinionWords", "")),
                PLACE,
                "Đã ghi ý kiến. Ý kiến đứng cạnh phiếu của chi bộ và đi vào hồ sơ.");
    }

    @PostMapping(PATH + "/{opinion}/withdrawal")
    String withdraw(Viewer viewer, @PathVariable UUID id, @PathVariable UUID opinion, Form form) {
        return page.act(
                viewer,
                id,
                form,
                () -> acts.withdraw(viewer, id, opinion),
                PLACE,
                "Đã bỏ ý kiến ghi nhầm.");
    }
}
