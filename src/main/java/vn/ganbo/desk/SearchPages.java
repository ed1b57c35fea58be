package vn.ganbo.desk;

import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;

/** The search box of the header: each side searches its own list. */
@Controller
class SearchPages {
    /** 142, 142-GGT/ĐU; a card's number is longer or has a point. */
    private static final Pattern LETTER_NUMBER = Pattern.compile("\\d{1,5}([-/]\\D.*)?");

    @GetMapping("/search")
    String search(
            Viewer viewer, @RequestParam(defaultValue = "") String q, RedirectAttributes redirect) {
        redirect.addAttribute("q", q);
        if (LETTER_NUMBER.matcher(q.strip()).matches()
                && viewer.is(
                        Role.WORKPLACE_OFFICE,
                        Role.WORKPLACE_CELL_SECRETARY,
                        Role.RESIDENCE_OFFICE,
                        Role.RESIDENCE_CELL_SECRETARY,
                        Role.AUDITOR)) {
            return "redirect:/introductions";
        }
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
