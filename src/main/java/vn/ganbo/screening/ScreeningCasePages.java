package vn.ganbo.screening;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import vn.ganbo.web.Choice;
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
        /** What a cell can propose on this ground. */
        List<Choice> outcomes() {
            return Arrays.stream(ScreeningOutcome.values())
                    .filter(one -> one.of(file.ground()))
                    .map(Choice::of)
                    .toList();
        }

        /** The last day of a plan of help that still runs, or null. */
        @Nullable LocalDate strikeOffAfter() {
            LocalDate until = file.planUntil();
            boolean waits = until != null && !until.isBefore(today);
            return waits && ScreeningOutcome.STRIKE_OFF.of(file.ground()) ? until : null;
        }

        boolean running() {
            return file.state() == ScreeningState.OPENED || file.state() == ScreeningState.HELPED;
        }

        /** What was said and how the help goes can be written down until it is decided. */
        boolean undecided() {
            return file.state() != ScreeningState.DECIDED;
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
                read -> {
                    screenings.undecided(viewer, id);
                    LocalDate on = read.day("heardOn");
                    String words =
                            read.required("words", Lapses.LONGEST_WORDS, Screenings.SAY_WORDS);
                    return () -> screenings.hear(viewer, id, on, words);
                },
                typed -> draw(viewer, id, typed, form.model()));
    }

    @PostMapping(CASE + "/plan")
    String plan(Viewer viewer, @PathVariable UUID id, Form form) {
        return ScreeningForms.act(
                form,
                at(id),
                "Đã ghi kế hoạch giúp đỡ. Đảng viên đọc được.",
                read -> {
                    screenings.allows(viewer, id, ScreeningState.HELPED);
                    Screenings.Plan plan =
                            new Screenings.Plan(
                                    read.required(
                                            "what", Lapses.LONGEST_WORDS, Screenings.SAY_HELP),
                                    read.required("helper", Lapses.LONGEST, Screenings.SAY_HELPER),
                                    read.day("from"),
                                    read.day("until"));
                    return () -> screenings.plan(viewer, id, read.version(), plan);
                },
                typed -> draw(viewer, id, typed, form.model()));
    }

    @PostMapping(CASE + "/looks")
    String look(Viewer viewer, @PathVariable UUID id, Form form) {
        return ScreeningForms.act(
                form,
                at(id),
                "Đã ghi lần theo dõi.",
                read -> {
                    screenings.undecided(viewer, id);
                    LocalDate on = read.day("lookedOn");
                    String words =
                            read.required(
                                    "progress", Lapses.LONGEST_WORDS, Screenings.SAY_PROGRESS);
                    return () -> screenings.look(viewer, id, on, words);
                },
                typed -> draw(viewer, id, typed, form.model()));
    }

    @PostMapping(CASE + "/proposal")
    String propose(Viewer viewer, @PathVariable UUID id, Form form) {
        return ScreeningForms.act(
                form,
                at(id),
                "Đã gửi đề nghị của chi bộ lên cấp ủy.",
                read -> {
                    screenings.allows(viewer, id, ScreeningState.PROPOSED);
                    Screenings.Proposal proposal =
                            new Screenings.Proposal(
                                    read.constant(
                                            ScreeningOutcome.values(),
                                            "outcome",
                                            "Chọn chi bộ đề nghị thế nào."),
                                    read.required(
                                            "because", Lapses.LONGEST_WORDS, Screenings.SAY_REASON),
                                    read.required(
                                            "number", Lapses.LONGEST, Screenings.SAY_PROPOSAL),
                                    read.day("on"));
                    return () -> screenings.propose(viewer, id, read.version(), proposal);
                },
                typed -> draw(viewer, id, typed, form.model()));
    }

    @PostMapping(CASE + "/sending-back")
    String sendBack(Viewer viewer, @PathVariable UUID id, Form form) {
        return ScreeningForms.act(
                form,
                at(id),
                "Đã chuyển lại chi bộ.",
                read -> {
                    screenings.allows(viewer, id, ScreeningState.OPENED);
                    String why = read.text("because", Lapses.LONGEST_WORDS);
                    return () -> screenings.sendBack(viewer, id, read.version(), why);
                },
                typed -> draw(viewer, id, typed, form.model()));
    }

    @PostMapping(CASE + "/decision")
    String decide(Viewer viewer, @PathVariable UUID id, Form form) {
        return ScreeningForms.act(
                form,
                at(id),
                "Đã ghi quyết định.",
                read -> {
                    screenings.allows(viewer, id, ScreeningState.DECIDED);
                    Screenings.Paper paper =
                            new Screenings.Paper(
                                    read.required(
                                            "number", Lapses.LONGEST, Screenings.SAY_DECISION),
                                    read.day("on"),
                                    read.required("issuer", Lapses.LONGEST, Screenings.SAY_ISSUER));
                    return () -> screenings.decide(viewer, id, read.version(), paper);
                },
                typed -> draw(viewer, id, typed, form.model()));
    }
}
