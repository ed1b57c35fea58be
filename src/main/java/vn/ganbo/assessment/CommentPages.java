package vn.ganbo.assessment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.document.PaperKind;
import vn.ganbo.document.PrintLayout;
import vn.ganbo.document.Prints;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.Criterion;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Picked;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** One comment slip: drafted, signed, read. */
@Controller
class CommentPages {
    private final Comments comments;
    private final CommentQueries queries;
    private final CommentStore store;
    private final CommentCase page;
    private final CommentPaper paper;
    private final Prints prints;
    private final Clock clock;

    CommentPages(
            Comments comments,
            CommentQueries queries,
            CommentStore store,
            CommentCase page,
            CommentPaper paper,
            Prints prints,
            Clock clock) {
        this.comments = comments;
        this.queries = queries;
        this.store = store;
        this.page = page;
        this.paper = paper;
        this.prints = prints;
        this.clock = clock;
    }

    @GetMapping("/comments/{id}")
    String show(Viewer viewer, @PathVariable UUID id, Model model) {
        if (viewer.is(Role.MEMBER, Role.WORKPLACE_OFFICE, Role.WORKPLACE_CELL_SECRETARY)) {
            comments.read(viewer, id);
        }
        return page.show(viewer, id, Typed.empty(), model);
    }

    /**
     * Saves the draft; with {@code next} the way leads on to the next person, with {@code insert}
     * the sentences from the evidence come behind what was typed.
     */
    @PostMapping("/comments/{id}")
    String save(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            comments.saveTyped(
                                    viewer,
                                    new Picked(id, version),
                                    criteria -> answers(criteria, typed),
                                    other(viewer, id, typed),
                                    shortcomings(typed));
                            return Acts.done(
                                    redirect,
                                    onward(viewer, id, typed),
                                    typed.containsKey("insert")
                                            ? "Đã đưa các câu gợi ý vào Nhận xét khác và lưu dự thảo."
                                                    + " Hãy đọc lại, sửa cho đúng ý tập thể."
                                            : "Đã lưu dự thảo.");
                        },
                        again -> page.show(viewer, id, again, model));
    }

    /**
     * Signs for the cell; what was changed on the page is saved first and stays where the signature
     * is refused. The version that was typed is then an older one, and nobody else's doing.
     */
    @PostMapping("/comments/{id}/signature")
    String sign(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        Redraw redraw = new Redraw(request, response);
        return redraw.run(
                () -> {
                    int seen = saved(viewer, new Picked(id, version), typed);
                    return redraw.run(
                            () -> {
                                comments.sign(
                                        viewer,
                                        List.of(new Picked(id, seen)),
                                        new Signer(text(typed, "signer"), text(typed, "post")));
                                return Acts.done(
                                        redirect,
                                        "/comments/" + id,
                                        "Chi bộ đã ký. Phiếu đang chờ Đảng ủy xác nhận.");
                            },
                            again -> page.show(viewer, id, again.without("version"), model));
                },
                again -> page.show(viewer, id, again, model));
    }

    /** The slip on paper as it stands, for the pen; the stored paper is made at the return. */
    @GetMapping("/comments/{id}/slip")
    ResponseEntity<byte[]> slip(Viewer viewer, @PathVariable UUID id) {
        Comment comment = store.load(viewer.scope(), id);
        return prints.answer(
                viewer,
                PaperKind.COMMENT_SLIP.label() + " - " + comment.body().fullName(),
                paper.drafts(viewer, List.of(comment), LocalDate.now(clock)),
                PrintLayout.A4);
    }

    private int saved(Viewer viewer, Picked picked, MultiValueMap<String, String> typed) {
        CommentBody stored = store.text(viewer.scope(), picked.id()).body();
        Map<String, String> answers = answers(comments.criteria(stored), typed);
        answers.values().removeIf(String::isBlank);
        String other = text(typed, "other").replace("\r\n", "\n").strip();
        List<Shortcoming> lacking = shortcomings(typed);
        boolean same =
                answers.equals(stored.answers())
                        && lacking.equals(stored.shortcomings())
                        && other.equals(Objects.requireNonNullElse(stored.other(), ""));
        return same
                ? picked.version()
                : comments.saveDraft(viewer, picked, answers, other, lacking);
    }

    /** The rows that say something; a day that cannot be read is a problem of its field. */
    private static List<Shortcoming> shortcomings(MultiValueMap<String, String> typed) {
        FormFields fields = new FormFields(typed);
        List<Shortcoming> out = new ArrayList<>();
        for (int i = 0; typed.containsKey("fact-" + i); i++) {
            String fact = CommentReplies.paragraphs(text(typed, "fact-" + i));
            String suggestion = CommentReplies.paragraphs(text(typed, "suggestion-" + i));
            if (!fact.isEmpty() || !suggestion.isEmpty() || !fields.text("due-" + i).isEmpty()) {
                out.add(new Shortcoming(fact, suggestion, fields.day("due-" + i, "hạn khắc phục")));
            }
        }
        fields.check();
        return out;
    }

    private static Map<String, String> answers(
            List<Criterion> criteria, MultiValueMap<String, String> typed) {
        Map<String, String> answers = new HashMap<>();
        criteria.forEach(c -> answers.put(c.key(), text(typed, c.key())));
        return answers;
    }

    private String onward(Viewer viewer, UUID id, MultiValueMap<String, String> typed) {
        if (!typed.containsKey("next")) {
            return "/comments/" + id;
        }
        UUID next = queries.one(viewer.scope(), id).orElseThrow(NotFound::new).nextId();
        return "/comments/" + (next == null ? id : next);
    }

    /** What was typed; with {@code insert} the sentences from the evidence come behind it. */
    private String other(Viewer viewer, UUID id, MultiValueMap<String, String> typed) {
        String written = text(typed, "other");
        return typed.containsKey("insert") ? page.withDraft(viewer, id, written) : written;
    }

    private static String text(MultiValueMap<String, String> typed, String field) {
        return Objects.requireNonNullElse(typed.getFirst(field), "");
    }
}
