package vn.ganbo.assessment;

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
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Picked;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** The person is heard: asked by the cell, answered on the phone or by word of mouth. */
@Controller
class HearingPages {
    private final Hearings hearings;
    private final HearingStore store;
    private final CommentCase page;

    HearingPages(Hearings hearings, HearingStore store, CommentCase page) {
        this.hearings = hearings;
        this.store = store;
        this.page = page;
    }

    record View(List<HearingStore.Open> open, Typed typed) {
        boolean failedAt(HearingStore.Open one) {
            return typed.failed() && typed.has("about", one.commentId().toString());
        }
    }

    @PostMapping("/comments/{id}/hearing")
    String ask(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            LocalDate due = hearings.ask(viewer, new Picked(id, version));
                            return Acts.done(
                                    redirect,
                                    "/comments/" + id,
                                    "Đã gửi đảng viên. Chi bộ chờ ý kiến đến hết ngày %s."
                                            .formatted(Show.date(due)));
                        },
                        again -> page.show(viewer, id, again, model));
    }

    @PostMapping("/comments/{id}/hearing/words")
    String note(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            hearings.note(viewer, id, words);
                            return Acts.done(
                                    redirect, "/comments/" + id, "Đã ghi ý kiến của đảng viên.");
                        },
                        again -> page.show(viewer, id, again, model));
    }

    @GetMapping("/my-comments/hearings")
    String mine(Viewer viewer, Model model) {
        return mine(viewer, Typed.empty(), model);
    }

    private String mine(Viewer viewer, Typed typed, Model model) {
        model.addAttribute("view", new View(store.mine(viewer.scope()), typed));
        return "assessment/hearings";
    }

    @PostMapping("/my-comments/hearings")
    String say(
            Viewer viewer,
            @RequestParam UUID about,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            hearings.say(viewer, about, words);
                            return Acts.done(
                                    redirect,
                                    "/my-comments",
                                    "Đã gửi. Chi ủy nơi cư trú đọc trước khi họp nhận xét.");
                        },
                        again -> mine(viewer, again, model));
    }
}
