package vn.ganbo.away;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Form;
import vn.ganbo.web.Typed;

/** Where a member comes with the cell's link, without signing in. It says nothing of anybody. */
@Controller
class AwayLinkPages {
    static final String PATH = "/tin/{token}";
    static final String SAY_WHAT =
            "Viết điều đồng chí cần rồi gửi. Không cần gì thì bấm “Tôi vẫn ổn”.";
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
     * @param help what was written along
     */
    record View(String token, boolean sent, boolean received, String help, Typed typed) {}

    /** The same for every token; opening it takes nothing, for messengers look at links too. */
    @GetMapping(PATH)
    String show(@PathVariable String token, Model model) {
        return draw(new View(token, false, false, "", Typed.empty()), model);
    }

    /** Who presses for help before writing anything is neither well nor heard: the link stays. */
    @PostMapping(PATH)
    String send(@PathVariable String token, Form form) {
        String help = form.typed().or("help", "");
        Viewer nobody = Viewer.system("take a sign of life through a link");
        return form.run(
                () -> {
                    if (form.typed().has("asks", "help") && help.isBlank()) {
                        throw Problems.of("help", SAY_WHAT);
                    }
                    boolean received =
                            token.length() <= LONGEST
                                    && nobody.call(() -> acts.use(nobody, token, help));
                    if (!received) {
                        form.response().setStatus(HttpStatus.GONE.value());
                    }
                    return draw(
                            new View(token, true, received, help.strip(), Typed.empty()),
                            form.model());
                },
                again -> draw(new View(token, false, false, help, again), form.model()));
    }

    private static String draw(View view, Model model) {
        model.addAttribute("view", view);
        return "away/link";
    }
}
