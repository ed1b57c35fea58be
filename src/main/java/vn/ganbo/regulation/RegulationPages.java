package vn.ganbo.regulation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Link;

/** Shows what the regulations ask and how far that was checked, to everybody. */
@Controller
class RegulationPages {
    private final Rulebooks rulebooks;
    private final ClassificationRules classification;
    private final WorkingDays workingDays;
    private final Clock clock;

    RegulationPages(
            Rulebooks rulebooks,
            ClassificationRules classification,
            WorkingDays workingDays,
            Clock clock) {
        this.rulebooks = rulebooks;
        this.classification = classification;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @GetMapping("/regulations")
    String now(Viewer viewer, Model model) {
        return draw(viewer, rulebooks.on(LocalDate.now(clock)), model);
    }

    @GetMapping("/regulations/{id}")
    String one(Viewer viewer, @PathVariable String id, Model model) {
        ClassificationBook book = classification.byId(id).orElse(null);
        return book != null
                ? draw(viewer, book, model)
                : draw(viewer, rulebooks.byId(id).orElseThrow(NotFound::new), model);
    }

    @GetMapping("/working-days")
    String workingDays(Viewer viewer, @RequestParam(required = false) String year, Model model) {
        int chosen = year(year, LocalDate.now(clock));
        model.addAttribute("tabs", tabs(rulebooks, classification, viewer, "/working-days"));
        model.addAttribute("page", CalendarPage.of(workingDays.holidays(), chosen));
        return "regulation/calendar";
    }

    /** The year asked for, or today's where none is. */
    static int year(@Nullable String asked, LocalDate today) {
        return asked != null && asked.matches("[0-9]{4}")
                ? Integer.parseInt(asked)
                : today.getYear();
    }

    private String draw(Viewer viewer, ClassificationBook book, Model model) {
        boolean holds =
                !book.from().isAfter(LocalDate.now(clock))
                        && classification.on(LocalDate.now(clock)).equals(book);
        model.addAttribute(
                "tabs", tabs(rulebooks, classification, viewer, "/regulations/" + book.id()));
        model.addAttribute("book", book);
        model.addAttribute("holds", holds);
        return "regulation/classification";
    }

    private String draw(Viewer viewer, Rulebook rulebook, Model model) {
        LocalDate today = LocalDate.now(clock);
        Rulebook shown =
                rulebook.about().holdsOn(today)
                        ? rulebooks.on(viewer.scope(), today, viewer.unitNo())
                        : rulebook;
        model.addAttribute(
                "tabs", tabs(rulebooks, classification, viewer, "/regulations/" + rulebook.id()));
        model.addAttribute("page", RegulationPage.of(shown, rulebooks, today));
        return "regulation/show";
    }

    static List<Link> tabs(
            Rulebooks rulebooks, ClassificationRules classification, Viewer viewer, String here) {
        List<Link> all = new ArrayList<>();
        for (Rulebook r : rulebooks.all().reversed()) {
            all.add(Link.to(r.code(), "/regulations/" + r.id()));
        }
        for (ClassificationBook book : classification.all()) {
            all.add(Link.to(book.code(), "/regulations/" + book.id()));
        }
        all.add(Link.to("Ngày nghỉ, ngày làm bù", "/working-days"));
        if (Guidances.mayDecide(viewer)) {
            all.add(Link.to("Hướng dẫn địa phương", "/guidance"));
        }
        return all.stream().map(l -> here.equals(l.href()) ? Link.here(l.label()) : l).toList();
    }
}
