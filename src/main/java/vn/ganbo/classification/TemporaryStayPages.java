package vn.ganbo.classification;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Form;
import vn.ganbo.web.Typed;

/** Acts on temporary Party life, drawn on the page of the review. */
@Controller
class TemporaryStayPages {
    private static final String PATH = CellReviewPages.PATH + "/temporary-stay";
    private static final String PLACE = "#stay";

    private final TemporaryStays acts;
    private final CellReviewPages page;

    TemporaryStayPages(TemporaryStays acts, CellReviewPages page) {
        this.acts = acts;
        this.page = page;
    }

    @PostMapping(PATH)
    String mark(Viewer viewer, @PathVariable UUID id, Form form) {
        Typed typed = form.typed();
        return page.act(
                viewer,
                id,
                form,
                () ->
                        acts.mark(
                                viewer,
                                id,
                                typed.or("stayCell", ""),
                                CellReviewPages.day(typed, "stayAsked")),
                PLACE,
                "Đã ghi nơi sinh hoạt tạm thời. Có nhận xét của chi bộ ấy thì chi bộ mới gửi được đề nghị.");
    }

    @PostMapping(PATH + "/withdrawal")
    String withdraw(Viewer viewer, @PathVariable UUID id, Form form) {
        return page.act(
                viewer,
                id,
                form,
                () -> acts.withdraw(viewer, id),
                PLACE,
                "Đã bỏ ghi nơi sinh hoạt tạm thời.");
    }

    @PostMapping(PATH + "/host")
    String read(Viewer viewer, @PathVariable UUID id, Form form) {
        return page.act(
                viewer,
                id,
                form,
                () -> acts.read(viewer, id),
                PLACE,
                "Đã ghi theo hồ sơ sinh hoạt tạm thời; xem ở mục dưới.");
    }

    @PostMapping(PATH + "/comment")
    String receive(Viewer viewer, @PathVariable UUID id, Form form) {
        Typed typed = form.typed();
        return page.act(
                viewer,
                id,
                form,
                () ->
                        acts.receive(
                                viewer,
                                id,
                                CellReviewPages.day(typed, "stayReceived"),
                                typed.or("stayComment", "")),
                PLACE,
                "Đã ghi nhận xét của chi bộ nơi sinh hoạt tạm thời.");
    }
}
