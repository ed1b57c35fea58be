package vn.ganbo.regulation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Typed;

/** Where a committee sets what the rulebook leaves to it. */
@Controller
class GuidancePages {
    private final Guidances guidances;
    private final GuidanceStore store;
    private final Rulebooks rulebooks;
    private final ClassificationRules classification;
    private final Clock clock;

    GuidancePages(
            Guidances guidances,
            GuidanceStore store,
            Rulebooks rulebooks,
            ClassificationRules classification,
            Clock clock) {
        this.guidances = guidances;
        this.store = store;
        this.rulebooks = rulebooks;
        this.classification = classification;
        this.clock = clock;
    }

    @GetMapping("/guidance")
    String list(Viewer viewer, Model model) {
        return draw(viewer, Typed.empty(), model);
    }

    @PostMapping("/guidance")
    String draft(
            Viewer viewer,
            @ModelAttribute GuidanceForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Typed typed = Typed.of(request.getParameterMap());
        try {
            guidances.draft(viewer, form.wish());
            return Acts.done(
                    redirect,
                    "/guidance",
                    "Đã lưu dự thảo. Hướng dẫn chỉ áp dụng sau khi được ban hành.");
        } catch (Problems problems) {
            response.setStatus(422);
            return draw(viewer, typed.with(problems), model);
        } catch (Refusal refusal) {
            response.setStatus(409);
            return draw(
                    viewer,
                    typed.with(Labels.say("refusal." + refusal.key(), refusal.words())),
                    model);
        }
    }

    @PostMapping("/guidance/{id}/publication")
    String publish(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            RedirectAttributes redirect) {
        guidances.publish(viewer, id, version);
        return Acts.done(redirect, "/guidance", "Đã ban hành hướng dẫn địa phương.");
    }

    @PostMapping("/guidance/{id}/discarding")
    String discard(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            RedirectAttributes redirect) {
        guidances.discard(viewer, id, version);
        return Acts.done(redirect, "/guidance", "Đã bỏ dự thảo.");
    }

    private String draw(Viewer viewer, Typed typed, Model model) {
        Rulebook rulebook = rulebooks.on(viewer.scope(), LocalDate.now(clock), viewer.unitNo());
        List<GuidanceStore.Kept> kept = store.list(viewer.scope(), viewer.unitNo());
        model.addAttribute("page", GuidancePage.of(viewer, rulebook, kept));
        model.addAttribute(
                "tabs", RegulationPages.tabs(rulebooks, classification, viewer, "/guidance"));
        model.addAttribute("typed", typed);
        return "regulation/guidance";
    }
}
