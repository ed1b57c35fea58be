package vn.ganbo.member;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Acts;

/** Cùng hộ: the residence notes which members are of one family. */
@Controller
class HouseholdPages {
    private final Members members;
    private final Households households;

    HouseholdPages(Members members, Households households) {
        this.members = members;
        this.households = households;
    }

    record View(MemberSummary member, String typed, List<HouseholdStore.Candidate> candidates) {}

    @GetMapping("/members/{id}/household")
    String show(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        MemberSummary member = members.summary(viewer.scope(), id).orElseThrow(NotFound::new);
        model.addAttribute(
                "view", new View(member, q, households.candidates(viewer.scope(), member, q)));
        return "member/household";
    }

    @PostMapping("/members/{id}/household")
    String set(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(name = "member", required = false, defaultValue = "") List<UUID> others,
            RedirectAttributes redirect) {
        households.set(viewer, id, others);
        return Acts.done(redirect, "/members/" + id, "Đã ghi người cùng hộ.");
    }
}
