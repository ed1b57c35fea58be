package vn.ganbo.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.Tone;
import vn.ganbo.web.Shell;

/** Offers a form that came too late for sending again, to the account for which it was drawn. */
@Component
class Resumption {
    private final Rights rights;
    private final Shells shells;

    Resumption(Rights rights, Shells shells) {
        this.rights = rights;
        this.shells = shells;
    }

    /** A stale page of a session that lives: offered again to the one for whom it was drawn. */
    String stale(HttpServletResponse response, Model model, Present present, Carried late) {
        if (!present.signedIn().account().equals(late.who()) || !late.goesTo(rights)) {
            model.addAttribute("page", late);
            return "access/not-accepted";
        }
        boolean other = inOtherOffice(late, present);
        if (other) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
        }
        model.addAttribute(
                "page",
                new ResumePage(
                        late,
                        officeName(present),
                        other
                                ? "Trang này được mở khi đồng chí làm việc với chức vụ khác. Nếu"
                                        + " muốn gửi theo chức vụ lúc đó, đổi lại chức vụ ở đầu"
                                        + " trang rồi mở lại trang."
                                : null));
        return "access/resume";
    }

    String after(
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect,
            Present present,
            Carried carried) {
        if (!present.signedIn().account().equals(carried.who()) || !carried.goesTo(rights)) {
            redirect.addFlashAttribute(
                    "notice",
                    new Shell.Notice(
                            "Nội dung ghi dở lúc trước thuộc tài khoản khác nên không được gửi.",
                            Tone.WAIT));
            return "redirect:/";
        }
        boolean otherOffice = inOtherOffice(carried, present);
        model.addAttribute("shell", shells.of(request));
        model.addAttribute(
                "page",
                new ResumePage(
                        carried,
                        officeName(present),
                        otherOffice
                                ? "Chức vụ mà đồng chí dùng lúc ghi không còn hiệu lực; nếu gửi,"
                                        + " nội dung sẽ gửi theo chức vụ dưới đây."
                                : null));
        return "access/resume";
    }

    private static boolean inOtherOffice(Carried carried, Present present) {
        @Nullable UUID drawnIn = carried.office();
        return drawnIn != null && !drawnIn.equals(present.viewer().office());
    }

    private static String officeName(Present present) {
        return present.offices().stream()
                .filter(o -> o.id().equals(present.viewer().office()))
                .map(o -> o.title() + ", " + o.unitName())
                .findFirst()
                .orElse("");
    }
}
