package vn.ganbo.away;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.away.AwayContactStore.CheckIn;
import vn.ganbo.away.AwayContactStore.Help;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.AwayBook;
import vn.ganbo.regulation.AwayRules;
import vn.ganbo.web.Form;
import vn.ganbo.web.Typed;

/** Đi làm xa: the member's own page, as a phone shows it. */
@Controller
class MyAwayPages {
    static final String PATH = "/my-away";

    private final AwayApplications acts;
    private final AwayContacts contacts;
    private final AwayApplicationStore store;
    private final AwayContactStore contactStore;
    private final DueStore dueStore;
    private final AwayRules rules;
    private final Clock clock;

    MyAwayPages(
            AwayApplications acts,
            AwayContacts contacts,
            AwayApplicationStore store,
            AwayContactStore contactStore,
            DueStore dueStore,
            AwayRules rules,
            Clock clock) {
        this.acts = acts;
        this.contacts = contacts;
        this.store = store;
        this.contactStore = contactStore;
        this.dueStore = dueStore;
        this.rules = rules;
        this.clock = clock;
    }

    record View(
            List<AwayApplication> applications,
            @Nullable AwayApplication now,
            WishForm form,
            boolean writing,
            AwayBook book,
            List<CheckIn> checkIns,
            List<Help> help,
            List<DueStore.Row> dues,
            LocalDate today,
            Typed typed) {

        /** Whether this one runs out and nothing follows it yet. */
        boolean mayRenew(AwayApplication of) {
            return of.inForce(today)
                    && of.until() != null
                    && applications.stream()
                            .noneMatch(one -> of.id().equals(one.follows()) && one.open());
        }
    }

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID renews,
            @RequestParam(defaultValue = "false") boolean apply,
            Model model) {
        return draw(viewer, renews, apply || renews != null, Typed.empty(), model);
    }

    @PostMapping(PATH + "/applications")
    String apply(Viewer viewer, Form form) {
        Typed typed = form.typed();
        UUID follows = WishForm.id(typed, "follows");
        return form.run(
                () -> {
                    Problems.Gatherer problems = new Problems.Gatherer();
                    AwayApplications.Wish wish =
                            WishForm.read(typed, rules.on(LocalDate.now(clock)), follows, problems);
                    problems.check();
                    acts.apply(viewer, wish);
                    return form.done(
                            PATH, "Đã gửi đơn đến chi bộ. Đơn đến đâu, đồng chí xem ở trang này.");
                },
                again -> draw(viewer, follows, true, again, form.model()));
    }

    @PostMapping(PATH + "/applications/{id}/withdrawal")
    String withdraw(Viewer viewer, @PathVariable UUID id, @RequestParam int version, Form form) {
        return form.run(
                () -> {
                    acts.withdraw(viewer, id, version);
                    return form.done(PATH, "Đã rút đơn.");
                },
                again -> draw(viewer, null, false, again, form.model()));
    }

    /** One tap; what was written beside it goes along all the same. */
    @PostMapping(PATH + "/well")
    String well(Viewer viewer, Form form) {
        Typed typed = form.typed();
        boolean written =
                Stream.of("help", "words", "backOn")
                        .anyMatch(name -> !typed.or(name, "").isBlank());
        if (written) {
            return report(viewer, form);
        }
        return form.run(
                () -> {
                    contacts.allIsWell(viewer);
                    return form.done(PATH, "Chi bộ đã nhận tin. Cảm ơn đồng chí.");
                },
                again -> draw(viewer, null, false, again, form.model()));
    }

    @PostMapping(PATH + "/reports")
    String report(Viewer viewer, Form form) {
        Typed typed = form.typed();
        return form.run(
                () -> {
                    Problems.Gatherer problems = new Problems.Gatherer();
                    LocalDate back = typed.day("backOn", null, problems);
                    String help = typed.or("help", "");
                    String words = typed.or("words", "");
                    if ((help + words + typed.or("backOn", "")).isBlank()) {
                        problems.add("help", AwayLinkPages.SAY_WHAT);
                    }
                    problems.check();
                    contacts.report(viewer, help, words, back);
                    return form.done(
                            PATH,
                            help.isBlank()
                                    ? "Chi bộ đã nhận tin. Cảm ơn đồng chí."
                                    : "Chi bộ đã nhận tin và điều đồng chí cần giúp. Câu trả lời ở trang này.");
                },
                again -> draw(viewer, null, false, again, form.model()));
    }

    private String draw(
            Viewer viewer, @Nullable UUID renews, boolean writing, Typed typed, Model model) {
        LocalDate today = LocalDate.now(clock);
        AwayBook book = rules.on(today);
        List<AwayApplication> mine = store.mine(viewer.scope());
        UUID self = viewer.scope().self();
        WishForm form =
                mine.stream()
                        .filter(one -> one.id().equals(renews))
                        .findFirst()
                        .map(old -> WishForm.renewing(book, old, typed))
                        .orElseGet(() -> WishForm.of(book, typed));
        model.addAttribute(
                "view",
                new View(
                        mine,
                        mine.stream().filter(one -> one.inForce(today)).findFirst().orElse(null),
                        form,
                        writing,
                        book,
                        self == null ? List.of() : contactStore.checkIns(viewer.scope(), self),
                        self == null ? List.of() : contactStore.help(viewer.scope(), self),
                        dueStore.mine(viewer.scope(), today.getYear()),
                        today,
                        typed));
        return "away/mine";
    }
}
