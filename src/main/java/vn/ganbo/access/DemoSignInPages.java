package vn.ganbo.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.web.Acts;

/** Demonstration alone: become one of the invented people without a password. */
@Controller
@ConditionalOnProperty(name = "ganbo.demo", havingValue = "true")
class DemoSignInPages {
    private final DemoPeople people;
    private final Accounts accounts;
    private final SignIn signIn;
    private final Entrance entrance;
    private final Resumption resumption;

    DemoSignInPages(
            DemoPeople people,
            Accounts accounts,
            SignIn signIn,
            Entrance entrance,
            Resumption resumption) {
        this.people = people;
        this.accounts = accounts;
        this.signIn = signIn;
        this.entrance = entrance;
        this.resumption = resumption;
    }

    @PostMapping("/demo-sign-in")
    String signIn(
            @RequestParam("office") UUID office,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        DemoPeople.Person chosen =
                people.groups().stream()
                        .flatMap(g -> g.people().stream())
                        .filter(p -> p.office().equals(office))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        accounts.ensureForDemo(chosen.person(), office);
        if (signIn.demo(chosen.person(), office)
                instanceof SignIn.Outcome.Welcome(SignedIn signedIn)) {
            Present present = entrance.begin(request, response, signedIn);
            Carried carried = Carried.back(request);
            if (carried != null) {
                return resumption.after(request, model, redirect, present, carried);
            }
            return Acts.done(
                    redirect,
                    "/",
                    "Đồng chí đang xem với vai " + chosen.name() + ", " + chosen.title() + ".");
        }
        throw new NotFound();
    }
}
