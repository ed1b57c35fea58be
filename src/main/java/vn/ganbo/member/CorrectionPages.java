package vn.ganbo.member;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Typed;

/** Đề nghị sửa hồ sơ: the member proposes, the office decides with before and after in view. */
@Controller
class CorrectionPages {
    private static final int LONGEST = 200;
    private static final int SHOWN = 200;

    private final Corrections corrections;
    private final CorrectionStore store;
    private final Members members;

    CorrectionPages(Corrections corrections, CorrectionStore store, Members members) {
        this.corrections = corrections;
        this.store = store;
        this.members = members;
    }

    /** A proposal in the list of the office. */
    record Waiting(UUID id, String fullName, String fields, Instant proposedAt) {}

    /**
     * A field side by side.
     *
     * @param now what the record holds where it has changed since the proposal, or null
     */
    record Compared(
            String field,
            String label,
            String before,
            String after,
            @Nullable String now,
            @Nullable Boolean approved,
            @Nullable String reason) {}

    /** What became of the member's last proposal; no fields where there was none. */
    record Past(boolean open, List<Compared> fields) {}

    record ShowView(
            CorrectionStore.Correction correction,
            List<Compared> fields,
            boolean mayDecide,
            Typed typed) {}

    @GetMapping("/members/me/correction")
    String form(Viewer viewer, Model model) {
        return form(viewer, Typed.empty(), model);
    }

    private String form(Viewer viewer, Typed typed, Model model) {
        MemberFile file = members.file(viewer.scope(), self(viewer)).orElseThrow(NotFound::new);
        Past past =
                store.latestOwn(viewer.scope())
                        .map(last -> new Past(last.open(), compared(viewer, last.id(), file)))
                        .orElseGet(() -> new Past(false, List.of()));
        model.addAttribute("view", new RecordPages.EditView(file, typed, List.of(), past));
        return "member/edit";
    }

    @PostMapping("/members/me/correction")
    String propose(
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = Typed.of(request.getParameterMap());
        try {
            corrections.propose(viewer, self(viewer), typed);
            return Acts.done(
                    redirect,
                    "/members/me/correction",
                    "Đã gửi đề nghị. Văn phòng xem rồi trả lời từng ô; hồ sơ chưa thay đổi.");
        } catch (Problems e) {
            response.setStatus(422);
            return form(viewer, typed.with(e), model);
        }
    }

    private static UUID self(Viewer viewer) {
        UUID self = viewer.scope().self();
        if (self == null) {
            throw new NotFound();
        }
        return self;
    }

    @GetMapping("/corrections")
    String list(Viewer viewer, Model model) {
        model.addAttribute(
                "view",
                store.open(viewer.scope(), SHOWN).stream()
                        .map(c ->
                                new Waiting(
                                        c.id(), c.fullName(), labels(c.fields()), c.proposedAt()))
                        .toList());
        return "member/corrections";
    }

    static String labels(String fields) {
        List<String> words = new ArrayList<>();
        for (String field : fields.split(",")) {
            words.add(Labels.of("field." + field));
        }
        return String.join(", ", words);
    }

    @GetMapping("/corrections/{id}")
    String show(Viewer viewer, @PathVariable UUID id, Model model) {
        return show(viewer, id, Typed.empty(), model);
    }

    private String show(Viewer viewer, UUID id, Typed typed, Model model) {
        CorrectionStore.Correction correction =
                store.find(viewer.scope(), id).orElseThrow(NotFound::new);
        MemberFile file =
                members.file(viewer.scope(), correction.memberId()).orElseThrow(NotFound::new);
        model.addAttribute(
                "view",
                new ShowView(
                        correction,
                        compared(viewer, id, file),
                        correction.open() && Periods.mayChange(viewer),
                        typed));
        return "member/correction";
    }

    private List<Compared> compared(Viewer viewer, UUID correction, MemberFile file) {
        Map<String, String> now =
                RecordFields.of(file).stream()
                        .collect(
                                Collectors.toMap(
                                        RecordFields.Field::name, RecordFields.Field::value));
        List<Compared> out = new ArrayList<>();
        for (CorrectionStore.Field field : store.fields(viewer.scope(), correction)) {
            String kept = now.getOrDefault(field.field(), "");
            boolean moved = field.approved() == null && !kept.equals(field.before());
            out.add(
                    new Compared(
                            field.field(),
                            Labels.of("field." + field.field()),
                            RecordFields.shown(field.field(), field.before()),
                            RecordFields.shown(field.field(), field.after()),
                            moved ? RecordFields.shown(field.field(), kept) : null,
                            field.approved(),
                            field.reason()));
        }
        return out;
    }

    @PostMapping("/corrections/{id}/decision")
    String decide(
            Viewer viewer,
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = Typed.of(request.getParameterMap());
        if (store.find(viewer.scope(), id).isEmpty()) {
            throw new NotFound();
        }
        try {
            corrections.decide(viewer, id, read(typed, store.fields(viewer.scope(), id)));
            return Acts.done(
                    redirect, "/corrections", "Đã trả lời đề nghị. Đồng chí ấy được báo kết quả.");
        } catch (Problems e) {
            response.setStatus(422);
            return show(viewer, id, typed.with(e), model);
        }
    }

    private static List<CorrectionStore.Verdict> read(
            Typed typed, List<CorrectionStore.Field> fields) {
        Problems.Gatherer problems = new Problems.Gatherer();
        List<CorrectionStore.Verdict> out = new ArrayList<>();
        for (CorrectionStore.Field field : fields) {
            String name = field.field();
            String label = Labels.of("field." + name);
            String said = typed.or("verdict-" + name, "");
            String reason = Texts.clean(typed.or("reason-" + name, ""));
            problems.atMost("reason-" + name, reason, LONGEST);
            if (!said.equals("yes") && !said.equals("no")) {
                problems.add("verdict-" + name, label + ": chọn đồng ý hoặc không đồng ý.");
            } else if (said.equals("no") && reason.isEmpty()) {
                problems.add(
                        "reason-" + name, label + ": ghi lý do không đồng ý để đồng chí ấy biết.");
            }
            out.add(
                    new CorrectionStore.Verdict(
                            name, said.equals("yes"), reason.isEmpty() ? null : reason));
        }
        problems.check();
        return out;
    }
}
