package vn.ganbo.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.web.Acts;

/** Chọn chức vụ: one office at a time, never all of them together (DECISIONS 2). */
@Controller
class OfficePages {
    private final OfficeChoice choice;

    OfficePages(OfficeChoice choice) {
        this.choice = choice;
    }

    @PostMapping("/office")
    String choose(
            @RequestParam("office") UUID office,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Present present = Present.of(request);
        if (present == null) {
            throw new NotFound();
        }
        Offices.Office chosen =
                present.offices().stream()
                        .filter(o -> o.id().equals(office))
                        .findFirst()
                        .orElseThrow(NotFound::new);

        choice.keep(present, chosen);
        SessionContext.keep(request, present.signedIn().in(office));

        return Acts.done(
                redirect,
                "/",
                "Đang làm việc với chức vụ: " + chosen.title() + ", " + chosen.unitName() + ".");
    }
}
