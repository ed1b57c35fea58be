package vn.ganbo.screening;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.ScreeningBook;
import vn.ganbo.regulation.ScreeningRules;
import vn.ganbo.web.Form;
import vn.ganbo.web.Typed;

/** The member's own: what the cell has noted, the case, and the own words. */
@Controller
class MyCasePages {
    private static final String PATH = "/my-case";

    private final Screenings screenings;
    private final ScreeningStore store;
    private final LapseStore lapses;
    private final ScreeningRules rules;
    private final Clock clock;

    MyCasePages(
            Screenings screenings,
            ScreeningStore store,
            LapseStore lapses,
            ScreeningRules rules,
            Clock clock) {
        this.screenings = screenings;
        this.store = store;
        this.lapses = lapses;
        this.rules = rules;
        this.clock = clock;
    }

    record View(
            List<LapseStore.Lapse> lapses,
            List<CaseFile> cases,
            List<ScreeningStore.Hearing> hearings,
            List<ScreeningStore.Look> looks,
            ScreeningBook book,
            Typed typed) {
        List<ScreeningStore.Hearing> of(CaseFile file) {
            return hearings.stream().filter(h -> h.caseId().equals(file.id())).toList();
        }

        List<ScreeningStore.Look> looksOf(CaseFile file) {
            return looks.stream().filter(l -> l.caseId().equals(file.id())).toList();
        }
    }

    @GetMapping(PATH)
    String mine(Viewer viewer, Model model) {
        return draw(viewer, Typed.empty(), model);
    }

    private String draw(Viewer viewer, Typed typed, Model model) {
        List<CaseFile> cases = store.own(viewer.scope());
        List<UUID> ids = cases.stream().map(CaseFile::id).toList();
        model.addAttribute(
                "view",
                new View(
                        lapses.of(viewer.scope(), Objects.requireNonNull(viewer.scope().self())),
                        cases,
                        store.hearings(viewer.scope(), ids),
                        store.looks(viewer.scope(), ids),
                        rules.on(LocalDate.now(clock)),
                        typed));
        return "screening/mine";
    }

    @PostMapping(PATH + "/{id}/words")
    String say(Viewer viewer, @PathVariable UUID id, Form form) {
        return ScreeningForms.act(
                form,
                PATH,
                "Đã gửi lời trình bày. Chi bộ và cấp ủy đọc được.",
                read -> {
                    screenings.undecided(viewer, id);
                    String words =
                            read.required("words", Lapses.LONGEST_WORDS, Screenings.SAY_WORDS);
                    return () -> screenings.say(viewer, id, words);
                },
                typed -> draw(viewer, typed, form.model()));
    }
}
