package vn.ganbo.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Typed;

/** Đổi mật khẩu: one's own, and the first one after a password given by an administrator. */
@Controller
class PasswordPages {
    private final Accounts accounts;
    private final Entrance entrance;

    PasswordPages(Accounts accounts, Entrance entrance) {
        this.accounts = accounts;
        this.entrance = entrance;
    }

    @GetMapping("/password")
    String form(HttpServletRequest request, Model model) {
        return draw(present(request), model, Typed.empty());
    }

    @PostMapping("/password")
    String change(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        Present present = present(request);
        SignedIn before = present.signedIn();
        Typed typed = Typed.of(request.getParameterMap());
        try {
            int stamp =
                    accounts.changeOwn(
                            before.account(),
                            typed.or("presentPassword", ""),
                            typed.or("password", ""),
                            typed.or("repeated", ""));
            entrance.begin(
                    request,
                    response,
                    new SignedIn(before.account(), before.person(), before.office(), stamp));
        } catch (Problems problems) {
            response.setStatus(422);
            return draw(present, model, Typed.empty().with(problems));
        }
        return Acts.done(
                redirect, "/", "Đã đổi mật khẩu. Các phiên khác của đồng chí đã kết thúc.");
    }

    private static String draw(Present present, Model model, Typed typed) {
        model.addAttribute("typed", typed);
        model.addAttribute("first", present.mustChange());
        return "access/password";
    }

    private static Present present(HttpServletRequest request) {
        Present present = Present.of(request);
        if (present == null) {
            throw new NotFound();
        }
        return present;
    }
}
