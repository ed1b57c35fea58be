package vn.ganbo.member;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Typed;

/**
 * Sửa hồ sơ: the office where the member has Party life, of a workplace or of a ward for its own,
 * corrects the record, or reads the personal ID number.
 */
@Controller
class RecordPages {
    private final Members members;
    private final MemberReads reads;
    private final MemberStore store;
    private final Clock clock;

    RecordPages(Members members, MemberReads reads, MemberStore store, Clock clock) {
        this.members = members;
        this.reads = reads;
        this.store = store;
        this.clock = clock;
    }

    /**
     * The form.
     *
     * @param stored what another clerk has put in place of what this form was drawn from: the label
     *     of a field and what stands there now
     * @param past what became of the last proposal, where a member proposes; null for the office
     */
    record EditView(
            MemberFile file,
            Typed typed,
            List<Stored> stored,
            CorrectionPages.@Nullable Past past) {

        /** A proposal of the member's own goes elsewhere, and holds no personal ID number. */
        boolean own() {
            return past != null;
        }

        String birth() {
            PartialDate birth = file.birth();
            return birth == null ? "" : birth.shown();
        }

        String commune() {
            return RecordFields.commune(file.residenceCommune(), file.communeName());
        }

        @Nullable String sex() {
            Sex sex = file.sex();
            return sex == null ? null : sex.name();
        }
    }

    /** A field as it is kept now, beside what was typed. */
    record Stored(String label, String text) {}

    record RevealView(MemberFile file, @Nullable String digits, Typed typed) {}

    @GetMapping("/members/{id}/edit")
    String edit(Viewer viewer, @PathVariable UUID id, Model model) {
        MemberFile file = members.file(viewer.scope(), id).orElseThrow(NotFound::new);
        reads.note(viewer, id);
        model.addAttribute("view", new EditView(file, Typed.empty(), List.of(), null));
        return "member/edit";
    }

    @PostMapping("/members/{id}")
    String change(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = Typed.of(request.getParameterMap());
        MemberFile file = members.file(viewer.scope(), id).orElseThrow(NotFound::new);
        try {
            RecordChange change =
                    new RecordForm(
                                    typed,
                                    LocalDate.now(clock),
                                    file.residenceCommune(),
                                    store.communes(viewer.scope()))
                            .read();
            members.change(viewer, id, version, change);
            return Acts.done(redirect, "/members/" + id, "Đã lưu hồ sơ.");
        } catch (Problems e) {
            response.setStatus(422);
            return again(viewer, id, typed.with(e), false, model);
        } catch (Conflict e) {
            response.setStatus(409);
            return again(
                    viewer,
                    id,
                    typed.with(Labels.say("conflict.changed", e.who(), Show.moment(e.at()))),
                    true,
                    model);
        }
    }

    private String again(Viewer viewer, UUID id, Typed typed, boolean conflict, Model model) {
        MemberFile file = members.file(viewer.scope(), id).orElseThrow(NotFound::new);
        EditView now = new EditView(file, typed, List.of(), null);
        model.addAttribute(
                "view", new EditView(file, typed, conflict ? stored(now) : List.of(), null));
        return "member/edit";
    }

    private static List<Stored> stored(EditView now) {
        return RecordFields.of(now.file()).stream()
                .filter(field -> !field.value().equals(now.typed().or(field.name(), "").strip()))
                .map(field ->
                        new Stored(
                                Labels.of("field." + field.name()),
                                RecordFields.shown(field.name(), field.value())))
                .toList();
    }

    @GetMapping("/members/{id}/personal-id")
    String askWhy(Viewer viewer, @PathVariable UUID id, Model model) {
        return reveal(viewer, id, null, Typed.empty(), model);
    }

    /** Not a redirect: the number is drawn once and lies nowhere, also in no session. */
    @PostMapping("/members/{id}/personal-id")
    String reveal(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable RevealReason reason,
            HttpServletResponse response,
            Model model) {
        if (reason == null) {
            response.setStatus(422);
            Typed nothing =
                    Typed.empty().with(Problems.of("reason", "Chọn lý do cần xem số định danh."));
            return reveal(viewer, id, null, nothing, model);
        }
        return reveal(
                viewer, id, members.revealPersonalId(viewer, id, reason), Typed.empty(), model);
    }

    private String reveal(
            Viewer viewer, UUID id, @Nullable String digits, Typed typed, Model model) {
        MemberFile file = members.file(viewer.scope(), id).orElseThrow(NotFound::new);
        if (file.maskedId() == null) {
            throw new NotFound();
        }
        model.addAttribute("view", new RevealView(file, digits, typed));
        return "member/personalid";
    }
}
