package vn.ganbo.member;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
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
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Pager;
import vn.ganbo.web.Typed;

/** Hồ sơ có thể trùng: pairs, one pair side by side, and what was put together. */
@Controller
class DuplicatePages {
    private static final int SIZE = 50;
    private static final int LONGEST = 500;

    private final DuplicateQueries queries;
    private final Merges merges;
    private final MergeStore store;
    private final MemberReads reads;

    DuplicatePages(DuplicateQueries queries, Merges merges, MergeStore store, MemberReads reads) {
        this.queries = queries;
        this.merges = merges;
        this.store = store;
        this.reads = reads;
    }

    record ListView(List<DuplicateQueries.Pair> pairs, Pager pager) {}

    /** One field of two records; {@code takes} is the one proposed to stay. */
    record Compared(
            String field, String label, String kept, String gone, boolean differs, String takes) {}

    record PairView(
            MemberFile kept,
            MemberFile gone,
            List<Compared> fields,
            String versions,
            @Nullable String held,
            boolean mayDecide,
            Typed typed) {}

    /** One field of two records that were put together. */
    record Kept(String label, String kept, String gone, String after) {}

    record MergeView(MergeStore.Merge merge, List<Kept> fields, boolean mayUndo) {}

    @GetMapping("/duplicates")
    String list(Viewer viewer, @RequestParam(defaultValue = "1") int page, Model model) {
        List<DuplicateQueries.Pair> pairs =
                queries.pairs(viewer.scope(), SIZE, (Math.max(1, page) - 1L) * SIZE);
        long total = pairs.isEmpty() ? 0 : pairs.getFirst().total();
        model.addAttribute("view", new ListView(pairs, Pager.of(page, SIZE, total)));
        return "member/duplicates";
    }

    @GetMapping("/duplicates/{first}/{second}")
    String show(Viewer viewer, @PathVariable UUID first, @PathVariable UUID second, Model model) {
        return show(viewer, first, second, Typed.empty(), model);
    }

    private String show(Viewer viewer, UUID first, UUID second, Typed typed, Model model) {
        Merges.Plan plan = merges.plan(viewer.scope(), first, second);
        reads.note(viewer, first);
        reads.note(viewer, second);
        model.addAttribute(
                "view",
                new PairView(
                        plan.kept(),
                        plan.gone(),
                        compared(plan),
                        plan.versions(),
                        plan.held() == null
                                ? null
                                : Labels.say("refusal.member.merge-both-tied", plan.held()),
                        viewer.is(Role.WORKPLACE_OFFICE, Role.ADMINISTRATOR),
                        typed));
        return "member/duplicate";
    }

    /** What differs first; where one record is silent the other is proposed. */
    private static List<Compared> compared(Merges.Plan plan) {
        List<RecordFields.Field> others = RecordFields.of(plan.gone());
        List<Compared> differing = new ArrayList<>();
        List<Compared> alike = new ArrayList<>();
        int at = 0;
        for (RecordFields.Field field : RecordFields.of(plan.kept())) {
            Compared compared = compared(field.name(), field.value(), others.get(at++).value());
            (compared.differs() ? differing : alike).add(compared);
        }
        String id = plan.kept().maskedId();
        String other = plan.gone().maskedId();
        if (other != null) {
            differing.add(compared("personalId", id == null ? "" : id, other));
        }
        differing.addAll(alike);
        return differing;
    }

    private static Compared compared(String field, String kept, String gone) {
        return new Compared(
                field,
                Labels.of("field." + field),
                RecordFields.shown(field, kept),
                RecordFields.shown(field, gone),
                !kept.equals(gone),
                kept.isEmpty() ? "gone" : "kept");
    }

    @PostMapping("/duplicates/{first}/{second}/merge")
    String merge(
            Viewer viewer,
            @PathVariable UUID first,
            @PathVariable UUID second,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = Typed.of(request.getParameterMap());
        try {
            Merges.Plan plan = merges.plan(viewer.scope(), first, second);
            Problems.Gatherer problems = new Problems.Gatherer();
            String reason = Texts.clean(typed.or("reason", ""));
            problems.atMost("reason", reason, LONGEST);
            if (reason.isEmpty()) {
                problems.add(
                        "reason",
                        "Ghi căn cứ: vì sao biết hai hồ sơ là của một người, như đã hỏi đồng chí ấy hay đã xem hồ sơ giấy.");
            }
            Map<String, String> choices = new HashMap<>();
            for (Compared field : compared(plan)) {
                String chosen = typed.or("stays-" + field.field(), "kept");
                if (field.differs()) {
                    choices.put(field.field(), chosen);
                }
            }
            if (!typed.or("versions", "").equals(plan.versions())) {
                problems.add(
                        "",
                        "Một trong hai hồ sơ vừa được sửa ở cửa sổ khác. Xem lại các ô dưới đây rồi gộp.");
            }
            problems.check();
            merges.merge(viewer, plan, choices, plan.gone().workName(), reason);
            return Acts.done(
                    redirect,
                    "/members/" + plan.kept().id(),
                    "Đã gộp hai hồ sơ. Nếu nhầm, tách lại ở mục Hồ sơ đã gộp của trang này.");
        } catch (Problems e) {
            response.setStatus(422);
            return show(viewer, first, second, typed.with(e), model);
        }
    }

    @PostMapping("/duplicates/{first}/{second}/apart")
    String apart(
            Viewer viewer,
            @PathVariable UUID first,
            @PathVariable UUID second,
            RedirectAttributes redirect) {
        merges.tellApart(viewer, first, second);
        return Acts.done(
                redirect, "/duplicates", "Đã ghi: hai hồ sơ là của hai người, không hỏi lại nữa.");
    }

    @GetMapping("/merges/{id}")
    String merged(Viewer viewer, @PathVariable UUID id, Model model) {
        MergeStore.Merge merge = store.find(viewer.scope(), id).orElseThrow(NotFound::new);
        reads.note(viewer, merge.keptId());
        model.addAttribute(
                "view",
                new MergeView(
                        merge,
                        store.fields(viewer.scope(), id).stream()
                                .map(DuplicatePages::kept)
                                .toList(),
                        merge.undoneAt() == null
                                && viewer.is(Role.WORKPLACE_OFFICE, Role.ADMINISTRATOR)));
        return "member/merge";
    }

    private static Kept kept(MergeStore.Field field) {
        String name = field.field();
        return new Kept(
                Labels.of("field." + name),
                RecordFields.shown(name, field.keptText()),
                RecordFields.shown(name, field.goneText()),
                RecordFields.shown(name, field.afterText()));
    }

    @PostMapping("/merges/{id}/undo")
    String undo(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
        merges.undo(viewer, id);
        return Acts.done(
                redirect,
                "/merges/" + id,
                "Đã tách lại thành hai hồ sơ như trước. Những gì ghi thêm sau khi gộp ở lại hồ sơ đang dùng.");
    }
}
