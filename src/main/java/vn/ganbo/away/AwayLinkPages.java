package vn.ganbo.away;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.ganbo.kernel.Viewer;

/** Where a member comes with the cell's link, without signing in. It says nothing of anybody. */
@Controller
class AwayLinkPages {
    static final String PATH = "/tin/{token}";
    private static final int LONGEST = 64;

    private final AwayLinks acts;

    AwayLinkPages(AwayLinks acts) {
        this.acts = acts;
    }

    /**
     * The page.
     *
     * @param sent whether the button was pressed
     * @param received whether the sign was taken
     */
    record View(String token, boolean sent, boolean received) {}

    /** The same for every token; opening it takes nothing, for messengers look at links too. */
    @GetMapping(PATH)
    String show(@PathVariable String token, Model model) {
        model.addAttribute("view", new View(token, false, false));
        return "away/link";
    }

    @PostMapping(PATH)
    String send(@PathVariable String token, HttpServletResponse response, Model model) {
        Viewer nobody = Viewer.system("take a sign of life through a link");
        boolean received = token.length() <= LONGEST && nobody.call(() -> acts.use(nobody, token));
        if (!received) {
            response.setStatus(HttpStatus.GONE.value());
        }
        model.addAttribute("view", new View(token, true, received));
        return "away/link";
    }
}
