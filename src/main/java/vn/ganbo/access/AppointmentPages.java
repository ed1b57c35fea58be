package vn.ganbo.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.Units;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Typed;

/** Giao chức vụ: look somebody up, give an office, end one. */
@Controller
class AppointmentPages {
    private static final int SUGGESTED = 300;

    private final Offices offices;
    private final Appointments appointments;
    private final Units units;
    private final Clock clock;

    AppointmentPages(Offices offices, Appointments appointments, Units units, Clock clock) {
        this.offices = offices;
        this.appointments = appointments;
        this.units = units;
        this.clock = clock;
    }

    /**
     * @param found whom the search found
     * @param chosen the name of whom was chosen, or an empty text
     * @param units suggestions, at most 300
     */
    record Page(
            String words,
            List<Offices.Person> found,
            String chosen,
            List<Unit> units,
            LocalDate today) {
        /** The same page with this person chosen. */
        String link(Offices.Person person) {
            String link =
                    "/appointments/new?chosen="
                            + URLEncoder.encode(person.fullName(), StandardCharsets.UTF_8);
            if (person.personId() != null) {
                link += "&person=" + person.personId();
            }
            return person.memberId() == null ? link : link + "&member=" + person.memberId();
        }
    }

    @GetMapping("/appointments/new")
    String form(
            Viewer viewer,
            @RequestParam(name = "q", defaultValue = "") String words,
            HttpServletRequest request,
            Model model) {
        return draw(viewer, words, Typed.of(request.getParameterMap()), model);
    }

    @PostMapping("/appointments")
    String grant(
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = Typed.of(request.getParameterMap());
        try {
            UUID person =
                    appointments.grant(
                            viewer,
                            AppointmentForm.check(typed, viewer, units, LocalDate.now(clock)));
            return Acts.done(redirect, "/accounts/" + person, "Đã giao chức vụ.");
        } catch (Problems problems) {
            response.setStatus(422);
            return draw(viewer, "", typed.with(problems), model);
        }
    }

    @PostMapping("/appointments/{office}/end")
    String end(Viewer viewer, @PathVariable("office") UUID office, RedirectAttributes redirect) {
        appointments.end(viewer, office);
        return Acts.done(
                redirect, "/accounts", "Đã thôi giao chức vụ; từ hôm nay không còn quyền.");
    }

    private String draw(Viewer viewer, String words, Typed typed, Model model) {
        String folded = Texts.folded(words);
        List<Unit> below = units.subtree(viewer.scope(), viewer.unitNo());
        model.addAttribute("typed", typed);
        model.addAttribute(
                "page",
                new Page(
                        words,
                        folded.isEmpty() ? List.of() : offices.people(viewer.scope(), folded),
                        typed.or("chosen", ""),
                        below.subList(0, Math.min(SUGGESTED, below.size())),
                        LocalDate.now(clock)));
        return "access/appointment";
    }
}
