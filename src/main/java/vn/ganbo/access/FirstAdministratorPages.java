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

/** The page that makes the first administrator; it does not exist once there is an account. */
@Controller
class FirstAdministratorPages {
    private final FirstAdministrator first;

    FirstAdministratorPages(FirstAdministrator first) {
        this.first = first;
    }

    @GetMapping("/first-administrator")
    String form(Model model) {
        return draw(model, Typed.empty());
    }

    @PostMapping("/first-administrator")
    String make(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = Typed.of(request.getParameterMap());
        try {
            first.make(
                    new FirstAdministrator.Form(
                            typed.or("code", ""),
                            typed.or("fullName", ""),
                            typed.or("userName", ""),
                            typed.or("password", ""),
                            typed.or("repeated", ""),
                            typed.or("unitCode", ""),
                            typed.or("unitName", "")));
        } catch (Problems problems) {
            response.setStatus(422);
            return draw(model, typed.with(problems));
        }
        return Acts.done(
                redirect, "/sign-in", "Đã tạo người quản trị đầu tiên. Đăng nhập để bắt đầu.");
    }

    private String draw(Model model, Typed typed) {
        if (!first.isAwaited()) {
            throw new NotFound();
        }
        model.addAttribute("typed", typed);
        model.addAttribute("root", first.root().map(u -> u.name()).orElse(""));
        return "access/first-administrator";
    }
}
