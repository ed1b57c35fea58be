package vn.ganbo.desk;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;

/** The search box of the header: each side searches its own list. */
@Controller
class SearchPages {
    @GetMapping("/search")
    String search(
            Viewer viewer, @RequestParam(defaultValue = "") String q, RedirectAttributes redirect) {
        redirect.addAttribute("q", q);
        boolean residence =
                viewer.is(
                        Role.RESIDENCE_OFFICE,
                        Role.RESIDENCE_CELL_SECRETARY,
                        Role.COMMITTEE_MEMBER_IN_CHARGE,
                        Role.GROUP_LEADER,
                        Role.ANALYST);
        return residence ? "redirect:/register" : "redirect:/members";
    }
}
