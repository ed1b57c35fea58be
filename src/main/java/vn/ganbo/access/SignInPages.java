package vn.ganbo.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Tone;
import vn.ganbo.web.Shell;
import vn.ganbo.web.Typed;

/** Đăng nhập, đăng xuất, and the page for a session that ended in the middle of a form. */
@Controller
class SignInPages {
    private final SignIn signIn;
    private final Entrance entrance;
    private final Rights rights;
    private final Resumption resumption;
    private final FirstAdministrator first;
    private final ObjectProvider<DemoPeople> people;
    private final boolean demo;

    SignInPages(
            SignIn signIn,
            Entrance entrance,
            Rights rights,
            Resumption resumption,
            FirstAdministrator first,
            ObjectProvider<DemoPeople> people,
            @Value("${ganbo.demo:false}") boolean demo) {
        this.signIn = signIn;
        this.entrance = entrance;
        this.rights = rights;
        this.resumption = resumption;
        this.first = first;
        this.people = people;
        this.demo = demo;
    }

    @GetMapping("/sign-in")
    String form(HttpServletRequest request, Model model) {
        if (Present.of(request) != null) {
            return "redirect:/";
        }
        return draw(model, next(request), null, null, Typed.empty());
    }

    @PostMapping("/sign-in")
    String signIn(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        Carried carried = Carried.back(request);
        Typed typed = Typed.of(request.getParameterMap());
        SignIn.Outcome outcome =
                signIn.by(
                        typed.or("username", ""),
                        typed.or("password", ""),
                        carried == null ? null : carried.office());
        if (outcome instanceof SignIn.Outcome.Welcome welcome) {
            Present present = entrance.begin(request, response, welcome.signedIn());
            return carried == null
                    ? "redirect:" + next(request)
                    : resumption.after(request, model, redirect, present, carried);
        }
        response.setStatus(422);
        return draw(model, next(request), carried, sentence(outcome), typed);
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, RedirectAttributes redirect) {
        entrance.end(request);
        redirect.addFlashAttribute("notice", new Shell.Notice("Đồng chí đã đăng xuất.", Tone.DONE));
        return "redirect:/sign-in";
    }

    /** Forwarded to, never called from outside. */
    @PostMapping(SessionEnded.PATH)
    String ended(HttpServletRequest request, HttpServletResponse response, Model model) {
        Carried late = SessionEnded.late(request);
        if (late == null) {
            throw new NotFound();
        }
        Present present = Present.of(request);
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpServletResponse.SC_OK);
            response.setHeader("HX-Retarget", "body");
        }
        if (present != null) {
            return resumption.stale(response, model, present, late);
        }
        if ("/sign-in".equals(late.path())) {
            return draw(
                    model,
                    next(request),
                    Carried.back(request),
                    "Trang đăng nhập đã mở quá lâu nên chưa đăng nhập được. Ghi lại mật khẩu rồi"
                            + " bấm Đăng nhập.",
                    Typed.of(request.getParameterMap()));
        }
        return draw(model, "/", late.goesTo(rights) ? late : null, null, Typed.empty());
    }

    private String draw(
            Model model,
            String next,
            @Nullable Carried carried,
            @Nullable String problem,
            Typed typed) {
        model.addAttribute(
                "page",
                new SignInPage(
                        title(carried),
                        "/".equals(next) ? "" : next,
                        carried,
                        problem,
                        typed,
                        first.isAwaited(),
                        groups()));
        return "access/sign-in";
    }

    private String title(@Nullable Carried carried) {
        if (carried != null) {
            return "Phiên làm việc đã hết";
        }
        return demo ? "Chọn một người để xem thử" : "Đăng nhập";
    }

    private List<DemoPeople.Group> groups() {
        DemoPeople all = demo ? people.getIfAvailable() : null;
        return all == null ? List.of() : all.groups();
    }

    /** Where to go after the sign-in: a page of ours, else the desk. */
    private String next(HttpServletRequest request) {
        @Nullable String next = request.getParameter("next");
        return next != null
                        && Paths.ours(next)
                        && rights.meets("GET", Paths.withoutQuery(next)) != null
                ? next
                : "/";
    }

    private static String sentence(SignIn.Outcome outcome) {
        return switch (outcome) {
            case SignIn.Outcome.Wrong _ ->
                    "Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra phím Caps Lock và bộ gõ"
                            + " tiếng Việt rồi thử lại.";
            case SignIn.Outcome.Wait w ->
                    "Đã thử nhiều lần chưa đúng. Chờ "
                            + inWords(w.left())
                            + " rồi thử lại; nếu quên mật khẩu, nhờ người quản trị đặt lại.";
            case SignIn.Outcome.Locked _ ->
                    "Tài khoản này đang bị khóa. Liên hệ người quản trị của đơn vị.";
            case SignIn.Outcome.NoOffice _ ->
                    "Hôm nay đồng chí không giữ chức vụ nào trong chương trình. Liên hệ người"
                            + " quản trị của đơn vị.";
            case SignIn.Outcome.TooLate _ ->
                    "Mật khẩu dùng một lần đã quá hạn. Nhờ người quản trị đặt lại.";
            case SignIn.Outcome.Welcome _ -> "";
        };
    }

    private static String inWords(Duration left) {
        long seconds = Math.max(1, left.toSeconds());
        return seconds < 90 ? seconds + " giây" : (seconds + 59) / 60 + " phút";
    }
}
