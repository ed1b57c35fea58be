package vn.ganbo.screening;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.ganbo.kernel.History;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.ScreeningBook;
import vn.ganbo.regulation.ScreeningRules;
import vn.ganbo.web.Form;
import vn.ganbo.web.Typed;

/** One case: facts, hearing, help, proposal, decision. */
@Controller
class ScreeningCasePages {
    private static final String CASE = ScreeningPages.PATH + "/cases/{id}";

    private final Screenings screenings;
    private final ScreeningStore store;
    private final ScreeningRules rules;
    private final History history;
    private final Clock clock;

    ScreeningCasePages(
            Screenings screenings,
            ScreeningStore store,
            ScreeningRules rules,
            History history,
            Clock clock) {
        this.screenings = screenings;
        this.store = store;
        this.rules = rules;
        this.history = history;
        this.clock = clock;
    }

    record View(
            CaseFile file,
            List<ScreeningStore.Hearing> hearings,
            List<ScreeningStore.Look> looks,
            boolean mayWrite,
            boolean mayDecide,
            ScreeningBook book,
            LocalDate today,
            Typed typed,
            List<History.Line> history) {
        boolean running() {
            return file.state() == ScreeningState.OPENED || file.state() == ScreeningState.HELPED;
        }
    }

    @GetMapping(CASE)
    String show(Viewer viewer, @PathVariable UUID id, Model model) {
        return draw(viewer, id, Typed.empty(), model);
    }

    private String draw(Viewer viewer, UUID id, Typed typed, Model model) {
        CaseFile file = store.one(viewer.scope(), id).orElseThrow(NotFound::new);
        LocalDate today = LocalDate.now(clock);
        model.addAttribute(
                "view",
                new View(
                        file,
                        store.hearings(viewer.scope(), List.of(id)),
                        store.looks(viewer.scope(), List.of(id)),
                        Lapses.mayWrite(viewer),
                        Lapses.mayDecide(viewer),
                        rules.on(today),
                        today,
                        typed,
                        history.ofThing(viewer.scope(), id)));
        return "screening/case";
    }

    private static String at(UUID id) {
        return ScreeningPages.PATH + "/cases/" + id;
    }

    @PostMapping(CASE + "/hearing")
    String hear(Viewer viewer, @PathVariable UUID id, Form form) {
        return ScreeningForms.act(
                form,
                at(id),
                "Đã ghi lời trình bày.",
                typed ->
                        screenings.hear(
                                viewer,
                                id,
                                ScreeningForms.day(typed, "heardOn"),
                                ScreeningForms.text(typed, "words", Lapses.LONGEST_WORDS)),
                typed -> draw(viewer, id, typed, form.model()));
    }

    @PostMapping(CASE + "/plan")
    String plan(Viewer viewer, @PathVariable UUID id, Form form) {
        return ScreeningForms.act(
                form,
                at(id),
                "Đã ghi kế hoạch giúp đỡ. Đảng viên đọc được.",
                typed ->
                        screenings.plan(
                                viewer,
                                id,
                                ScreeningForms.version(typed),
                                new Screenings.Plan(
                                        ScreeningForms.text(typed, "what", Lapses.LONGEST_WORDS),
                                        ScreeningForms.text(typed, "helper", Lapses.LONGEST),
                                        ScreeningForms.day(typed, "from"),
                                        ScreeningForms.day(typed, "until"))),
                typed -> draw(viewer, id, typed, form.model()));
    }

    @PostMapping(CASE + "/looks")
    String look(Viewer viewer, @PathVariable UUID id, Form form) {
        return ScreeningForms.act(
                form,
                at(id),
                "Đã ghi lần theo dõi.",
                typed ->
                        screenings.look(
                                viewer,
                                id,
                                ScreeningForms.day(typed, "lookedOn"),
                                ScreeningForms.text(typed, "progress", Lapses.LONGEST_WORDS)),
                typed -> draw(viewer, id, typed, form.model()));
    }

    @PostMapping(CASE + "/proposal")
    String propose(Viewer viewer, @PathVariable UUID id, Form form) {
        return ScreeningForms.act(
                form,
                at(id),
                "Đã gửi đề nghị của chi bộ lên cấp ủy.",
                typed ->
                        screenings.propose(
                                viewer,
                                id,
                                ScreeningForms.version(typed),
                                new Screenings.Proposal(
                                        ScreeningForms.constant(
                                                ScreeningOutcome.values(),
                                                typed,
                                                "outcome",
                                                "Chọn chi bộ đề nghị thế nào."),
                                        ScreeningForms.text(typed, "because", Lapses.LONGEST_WORDS),
                                        ScreeningForms.text(typed, "number", Lapses.LONGEST),
                                        ScreeningForms.day(typed, "on"))),
                typed -> draw(viewer, id, typed, form.model()));
    }

    @PostMapping(CASE + "/sending-back")
    String sendBack(Viewer viewer, @PathVariable UUID id, Form form) {
        return ScreeningForms.act(
                form,
                at(id),
                "Đã chuyển lại chi bộ.",
                typed ->
                        screenings.sendBack(
                                viewer,
                                id,
                                ScreeningForms.version(typed),
                                ScreeningForms.text(typed, "because", Lapses.LONGEST_WORDS)),
                typed -> draw(viewer, id, typed, form.model()));
    }

    @PostMapping(CASE + "/decision")
    String decide(Viewer viewer, @PathVariable UUID id, Form form) {
        return ScreeningForms.act(
                form,
                at(id),
                "Đã ghi quyết định.",
                typed ->
                        screenings.decide(
                                viewer,
                                id,
                                ScreeningForms.version(typed),
                                new Screenings.Paper(
                                        ScreeningForms.text(typed, "number", Lapses.LONGEST),
                                        ScreeningForms.day(typed, "on"),
                                        ScreeningForms.text(typed, "issuer", Lapses.LONGEST))),
                typed -> draw(viewer, id, typed, form.model()));
    }
}
