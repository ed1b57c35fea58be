package vn.ganbo.member;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.member.DisposalStore.Disposal;
import vn.ganbo.regulation.Retention;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Typed;

/** Hết hạn lưu giữ: what is due, what waits for the second approval, and what was done. */
@Controller
class DisposalPages {
    private static final int SHOWN = 100;

    private final Disposals disposals;
    private final DisposalStore store;

    DisposalPages(Disposals disposals, DisposalStore store) {
        this.disposals = disposals;
        this.store = store;
    }

    /**
     * One kind of record.
     *
     * @param due how many are due today
     * @param open the proposal of this unit that waits, or null
     * @param mayPropose whether the viewer may approve as the first
     */
    record Kind(Retention retention, long due, @Nullable Open open, boolean mayPropose) {}

    /** A proposal that waits; the viewer may be the second, or may only drop it. */
    record Open(Disposal disposal, boolean maySecond, boolean mayDrop) {}

    /** The page, drawn from these. */
    record View(String code, List<Kind> kinds, List<Disposal> past, Typed typed) {}

    @GetMapping("/disposals")
    String list(Viewer viewer, Model model) {
        return draw(viewer, Typed.empty(), model);
    }

    @PostMapping("/disposals")
    String propose(Viewer viewer, @RequestParam String kind, RedirectAttributes redirect) {
        disposals.propose(viewer, kind);
        return Acts.done(
                redirect,
                "/disposals",
                "Đã duyệt lần thứ nhất. Chưa có gì bị xóa; chờ một quản trị khác duyệt lần thứ hai.");
    }

    @PostMapping("/disposals/{id}/approval")
    String approve(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
        long done = disposals.approve(viewer, id);
        return Acts.done(
                redirect,
                "/disposals",
                "Hai người đã duyệt. Đã làm xong với " + Show.number(done) + " bản ghi.");
    }

    @PostMapping("/disposals/{id}/dropping")
    String drop(
            Viewer viewer,
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = Typed.of(request.getParameterMap());
        try {
            disposals.drop(viewer, id, Texts.clean(typed.or("reason", "")));
            return Acts.done(redirect, "/disposals", "Đã bỏ đề nghị. Các bản ghi vẫn còn nguyên.");
        } catch (Problems e) {
            response.setStatus(422);
            return draw(viewer, typed.with(e), model);
        }
    }

    private String draw(Viewer viewer, Typed typed, Model model) {
        Rulebook rulebook = disposals.rulebook(viewer);
        Map<String, Long> due = disposals.due(viewer, rulebook);
        List<Disposal> all = store.list(viewer.scope(), SHOWN);
        List<Kind> kinds =
                rulebook.norms().retention().stream()
                        .map(r -> kind(viewer, r, due.getOrDefault(r.key(), 0L), all))
                        .toList();
        List<Disposal> past = all.stream().filter(d -> !d.open()).toList();
        model.addAttribute("view", new View(rulebook.code(), kinds, past, typed));
        return "member/disposals";
    }

    private static Kind kind(Viewer viewer, Retention kept, long due, List<Disposal> all) {
        boolean acts = viewer.is(Role.ADMINISTRATOR);
        Open open =
                all.stream()
                        .filter(Disposal::open)
                        .filter(d -> d.proposal().kind().equals(kept.key()))
                        .filter(d -> d.proposal().unitNo() == viewer.unitNo())
                        .map(d ->
                                new Open(
                                        d,
                                        acts && !d.first().account().equals(viewer.account()),
                                        acts))
                        .findFirst()
                        .orElse(null);
        return new Kind(kept, due, open, acts && open == null && due > 0);
    }
}
