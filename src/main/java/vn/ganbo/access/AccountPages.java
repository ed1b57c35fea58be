package vn.ganbo.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.History;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Pager;
import vn.ganbo.web.Typed;

/** Tài khoản và chức vụ, for the administrator of a subtree. */
@Controller
class AccountPages {
    private static final int ROWS = 50;

    private final Offices offices;
    private final AccountStore store;
    private final Accounts accounts;
    private final ObjectProvider<History> history;
    private final Clock clock;

    AccountPages(
            Offices offices,
            AccountStore store,
            Accounts accounts,
            ObjectProvider<History> history,
            Clock clock) {
        this.offices = offices;
        this.store = store;
        this.accounts = accounts;
        this.history = history;
        this.clock = clock;
    }

    @GetMapping("/accounts")
    String list(
            Viewer viewer,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "role", required = false) @Nullable Role role,
            @RequestParam(name = "page", defaultValue = "1") int page,
            Model model) {
        LocalDate today = LocalDate.now(clock);
        String folded = Texts.folded(words);
        long total = offices.count(viewer.scope(), today, folded, role);
        Pager pager = Pager.of(page, ROWS, total);
        List<Offices.Office> found =
                offices.within(viewer.scope(), today, folded, role, ROWS, (int) pager.offset());
        List<UUID> persons = found.stream().map(Offices.Office::personId).distinct().toList();
        model.addAttribute(
                "page",
                new AccountRows.ListPage(
                        AccountRows.rows(found, store.ofPersons(viewer.scope(), persons)),
                        pager,
                        words,
                        role));
        return "access/accounts";
    }

    @GetMapping("/accounts/{person}")
    String person(Viewer viewer, @PathVariable("person") UUID person, Model model) {
        return draw(viewer, person, model, Typed.empty());
    }

    @PostMapping("/accounts/{person}/account")
    String open(
            Viewer viewer,
            @PathVariable("person") UUID person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Typed typed = Typed.of(request.getParameterMap());
        try {
            return given(
                    viewer, person, accounts.open(viewer, person, typed.or("userName", "")), model);
        } catch (Problems problems) {
            response.setStatus(422);
            return draw(viewer, person, model, typed.with(problems));
        } catch (Refusal refusal) {
            response.setStatus(409);
            return draw(
                    viewer,
                    person,
                    model,
                    typed.with(Labels.say("refusal." + refusal.key(), refusal.words())));
        }
    }

    @PostMapping("/accounts/{person}/one-time-password")
    String reset(
            Viewer viewer,
            @PathVariable("person") UUID person,
            @RequestParam("version") int version,
            Model model) {
        return given(viewer, person, accounts.reset(viewer, person, version), model);
    }

    @PostMapping("/accounts/{person}/lock")
    String lock(
            Viewer viewer,
            @PathVariable("person") UUID person,
            @RequestParam("version") int version,
            RedirectAttributes redirect) {
        accounts.lock(viewer, person, version, true);
        return Acts.done(
                redirect, "/accounts/" + person, "Đã khóa tài khoản; phiên đang mở đã kết thúc.");
    }

    @PostMapping("/accounts/{person}/unlock")
    String unlock(
            Viewer viewer,
            @PathVariable("person") UUID person,
            @RequestParam("version") int version,
            RedirectAttributes redirect) {
        accounts.lock(viewer, person, version, false);
        return Acts.done(redirect, "/accounts/" + person, "Đã mở khóa tài khoản.");
    }

    private String given(Viewer viewer, UUID person, String password, Model model) {
        Account account = store.ofPerson(viewer.scope(), person).orElseThrow(NotFound::new);
        model.addAttribute(
                "page",
                new AccountRows.GivenPassword(
                        person,
                        offices.nameOf(viewer.scope(), person).orElse(""),
                        account.userName(),
                        password,
                        Show.moment(clock.instant().plus(Duration.ofDays(7)))));
        return "access/given-password";
    }

    private String draw(Viewer viewer, UUID person, Model model, Typed typed) {
        List<Offices.Office> held =
                offices.ofPersons(viewer.scope(), List.of(person), LocalDate.now(clock));
        if (held.isEmpty()) {
            throw new NotFound();
        }
        Optional<Account> account = store.ofPerson(viewer.scope(), person);
        model.addAttribute("typed", typed);
        model.addAttribute(
                "page",
                new AccountRows.PersonPage(
                        person,
                        held.getFirst().personName(),
                        held.stream().map(o -> AccountRows.line(o, viewer.office())).toList(),
                        account.orElse(null),
                        AccountRows.state(account.orElse(null)),
                        AccountRows.tone(account.orElse(null)),
                        Texts.folded(held.getFirst().personName()).replaceAll("[^a-z0-9]", ""),
                        !mayHandle(viewer, person),
                        person.equals(viewer.person()),
                        lines(viewer, person, account)));
        return "access/person";
    }

    /** What was done to the offices and to the account, newest first. */
    private List<History.Line> lines(Viewer viewer, UUID person, Optional<Account> account) {
        History all = history.getIfAvailable();
        if (all == null) {
            return List.of();
        }
        List<History.Line> lines = new ArrayList<>(all.ofThing(viewer.scope(), person));
        account.ifPresent(a -> lines.addAll(all.ofThing(viewer.scope(), a.id())));
        lines.sort(Comparator.comparing(History.Line::at).reversed());
        return lines;
    }

    private boolean mayHandle(Viewer viewer, UUID person) {
        try {
            accounts.handled(viewer, person);
            return true;
        } catch (NotFound e) {
            return false;
        }
    }
}
