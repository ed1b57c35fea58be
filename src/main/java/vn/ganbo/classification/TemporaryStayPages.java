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

/** Acts on temporary Party life, drawn on the page of the review. */
@Controller
class TemporaryStayPages {
    private static final String PATH = ClassificationMenu.BOARD + "/reviews/{id}/temporary-stay";

    private final TemporaryStays acts;
    private final CellReviewPages page;

    TemporaryStayPages(TemporaryStays acts, CellReviewPages page) {
        this.acts = acts;
        this.page = page;
    }

    @PostMapping(PATH)
    String mark(
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
                            acts.mark(
                                    viewer, id, typed.or("stayCell", ""), day(typed, "stayAsked"));
                            return Acts.done(
                                    redirect,
                                    CellReviewPages.at(id),
                                    "Đã ghi nơi sinh hoạt tạm thời. Có nhận xét của chi bộ ấy thì chi bộ mới gửi được đề nghị.");
                        },
                        again -> page.draw(viewer, id, again, model));
    }

    @PostMapping(PATH + "/withdrawal")
    String withdraw(
            Viewer viewer,
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            acts.withdraw(viewer, id);
                            return Acts.done(
                                    redirect,
                                    CellReviewPages.at(id),
                                    "Đã bỏ ghi nơi sinh hoạt tạm thời.");
                        },
                        again -> page.draw(viewer, id, again, model));
    }

    @PostMapping(PATH + "/comment")
    String receive(
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
                            acts.receive(
                                    viewer,
                                    id,
                                    day(typed, "stayReceived"),
                                    typed.or("stayComment", ""));
                            return Acts.done(
                                    redirect,
                                    CellReviewPages.at(id),
                                    "Đã ghi nhận xét của chi bộ nơi sinh hoạt tạm thời.");
                        },
                        again -> page.draw(viewer, id, again, model));
    }

    /** What is no day is said here; that a day is missing, by the act. */
    private static @Nullable LocalDate day(Typed typed, String field) {
        Problems.Gatherer problems = new Problems.Gatherer();
        LocalDate day = typed.day(field, null, problems);
        problems.check();
        return day;
    }
}
