package vn.ganbo.away;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;
import vn.ganbo.away.AwayContactStore.CheckIn;
import vn.ganbo.away.AwayContactStore.Help;
import vn.ganbo.kernel.Errands;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.AwayRules;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Form;
import vn.ganbo.web.Link;
import vn.ganbo.web.Pager;
import vn.ganbo.web.Typed;

/** Who is away, and how the cell keeps in touch. */
@Controller
class AwayContactPages {
    private static final String PATH = AwayTabs.CONTACTS;
    private static final String ONE = PATH + "/contacts/{id}";
    private static final int SIZE = 100;
    private static final int DAYS_TO_HELP = 14;

    private final AwayContacts acts;
    private final AwayLinks links;
    private final AwayContactStore store;
    private final Errands tasks;
    private final AwayRules rules;
    private final Exports exports;
    private final Clock clock;

    AwayContactPages(
            AwayContacts acts,
            AwayLinks links,
            AwayContactStore store,
            Errands tasks,
            AwayRules rules,
            Exports exports,
            Clock clock) {
        this.acts = acts;
        this.links = links;
        this.store = store;
        this.tasks = tasks;
        this.rules = rules;
        this.exports = exports;
        this.clock = clock;
    }

    record View(
            List<Link> around,
            List<AwayContact> lines,
            Pager pager,
            List<Integer> ladder,
            LocalDate today) {}

    record OneView(
            AwayContact of,
            List<CheckIn> checkIns,
            List<Help> help,
            List<Errands.Given> given,
            List<Integer> ladder,
            List<Choice> rhythms,
            boolean mayCall,
            boolean mayArrange,
            LocalDate today,
            @Nullable String link,
            Typed typed) {

        /** A message ready to send from the phone that shows the page, or null without a number. */
        @Nullable String message() {
            String phone = of.phone();
            return link == null || phone == null
                    ? null
                    : "sms:%s?body=%s"
                            .formatted(
                                    phone.replaceAll("[^0-9+]", ""),
                                    UriUtils.encode(
                                            "Chi bộ hỏi thăm đồng chí. Bấm vào đây để báo tin: "
                                                    + link,
                                            StandardCharsets.UTF_8));
        }

        /** The task that a request became. */
        Errands.@Nullable Given task(Help one) {
            return given.stream()
                    .filter(given -> given.id().equals(one.assignmentId()))
                    .findFirst()
                    .orElse(null);
        }

        /** Whether somebody can still be asked to help with it. */
        boolean mayGive(Help one) {
            Errands.Given now = task(one);
            return mayCall && one.state() != HelpState.DONE && (now == null || !now.open());
        }
    }

    record HelpView(AwayContact of, Help help, List<Choice> people, LocalDate until, Typed typed) {}

    @GetMapping(PATH)
    String list(Viewer viewer, @RequestParam(defaultValue = "1") int page, Model model) {
        Pager pager = Pager.of(page, SIZE, store.count(viewer.scope()));
        LocalDate today = LocalDate.now(clock);
        model.addAttribute(
                "view",
                new View(
                        AwayTabs.at(viewer, PATH),
                        store.list(viewer.scope(), SIZE, pager.offset()),
                        pager,
                        rules.on(today).silence(),
                        today));
        return "away/contacts";
    }

    @GetMapping(PATH + "/export")
    void export(Viewer viewer, @RequestParam String as, HttpServletResponse answer) {
        LocalDate today = LocalDate.now(clock);
        List<Integer> ladder = rules.on(today).silence();
        Listing<AwayContact> list =
                new Listing<AwayContact>("dang-vien-di-xa", "Đảng viên đang đi xa", today)
                        .column("Chi bộ", 28, AwayContact::cellName)
                        .column("Họ và tên", 24, AwayContact::fullName)
                        .column("Nơi đến", 26, AwayContact::place)
                        .column("Công việc", 22, AwayContact::work)
                        .column("Điện thoại", 14, AwayContact::phone)
                        .column("Từ ngày", 12, AwayContact::since)
                        .column("Đến hết ngày", 12, AwayContact::until)
                        .column("Kỳ hỏi thăm", 14, of -> Labels.of(of.rhythm()))
                        .column("Tin gần nhất", 12, AwayContact::lastOn)
                        .column("Số ngày chưa có tin", 12, of -> of.days(today))
                        .column("Kỳ tới", 12, AwayContact::next)
                        .column("Việc cần làm", 28, of -> of.step(ladder, today))
                        .column("Tổ chức đảng nơi đến", 28, AwayContact::hostName)
                        .column("Cần giúp", 10, AwayContact::help);
        exports.send(viewer, list.of(store.list(viewer.scope(), null, 0)), as, answer);
    }

    @GetMapping(ONE)
    String show(Viewer viewer, @PathVariable UUID id, Model model) {
        return one(viewer, id, Typed.empty(), model);
    }

    @PostMapping(ONE + "/calls")
    String call(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String help,
            @RequestParam(defaultValue = "") String words,
            Form form) {
        Typed typed = form.typed();
        return form.run(
                () -> {
                    Problems.Gatherer problems = new Problems.Gatherer();
                    LocalDate on = typed.day("on", "Ghi ngày gọi.", problems);
                    problems.check();
                    acts.call(viewer, id, on == null ? LocalDate.EPOCH : on, help, words);
                    return form.done(at(id), "Đã ghi cuộc gọi.");
                },
                again -> one(viewer, id, again, form.model()));
    }

    @PostMapping(ONE + "/arrangement")
    String arrange(Viewer viewer, @PathVariable UUID id, @RequestParam int version, Form form) {
        Typed typed = form.typed();
        return form.run(
                () -> {
                    acts.arrange(
                            viewer,
                            id,
                            version,
                            new AwayContacts.Arrangement(
                                    rhythm(typed.or("rhythm", "")),
                                    Texts.clean(typed.or("hostName", "")),
                                    Texts.clean(typed.or("hostPost", "")),
                                    Texts.clean(typed.or("hostPhone", ""))));
                    return form.done(at(id), "Đã lưu cách giữ liên lạc.");
                },
                again -> one(viewer, id, again, form.model()));
    }

    /** Not a redirect: the link is drawn once, and lies nowhere else. */
    @PostMapping(ONE + "/links")
    String link(Viewer viewer, @PathVariable UUID id, Form form) {
        return form.run(
                () -> {
                    String token = links.make(viewer, id);
                    return one(
                            viewer, id, Typed.empty(), root(form) + "/tin/" + token, form.model());
                },
                again -> one(viewer, id, again, form.model()));
    }

    /** How the secretary's own browser came here: scheme, host and port. */
    private static String root(Form form) {
        return form.request().getRequestURL().toString().replaceFirst("(?<=[^/:])/.*$", "");
    }

    @GetMapping(ONE + "/help/{help}")
    String help(Viewer viewer, @PathVariable UUID id, @PathVariable UUID help, Model model) {
        return help(viewer, id, help, Typed.empty(), model);
    }

    @PostMapping(ONE + "/help/{help}")
    String give(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID help,
            @RequestParam int version,
            Form form) {
        Typed typed = form.typed();
        return form.run(
                () -> {
                    Problems.Gatherer problems = new Problems.Gatherer();
                    LocalDate until = typed.day("until", null, problems);
                    problems.check();
                    acts.giveAsTask(
                            viewer,
                            help,
                            version,
                            new AwayContacts.Giving(
                                    WishForm.id(typed, "person"),
                                    typed.or("title", ""),
                                    typed.or("what", ""),
                                    until));
                    return form.done(
                            at(id), "Đã giao thành nhiệm vụ. Người giúp trả lời ở trang của mình.");
                },
                again -> help(viewer, id, help, again, form.model()));
    }

    private String help(Viewer viewer, UUID id, UUID help, Typed typed, Model model) {
        AwayContact of = store.find(viewer.scope(), id).orElseThrow(NotFound::new);
        Help asked =
                store.oneHelp(viewer.scope(), help)
                        .filter(one -> one.memberId().equals(of.memberId()))
                        .orElseThrow(NotFound::new);
        model.addAttribute(
                "view",
                new HelpView(
                        of,
                        asked,
                        tasks.hands(viewer).stream()
                                .map(one -> Choice.of(one.id(), one.words()))
                                .toList(),
                        LocalDate.now(clock).plusDays(DAYS_TO_HELP),
                        typed));
        return "away/help";
    }

    @PostMapping(ONE + "/help/{help}/answer")
    String answer(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID help,
            @RequestParam int version,
            Form form) {
        Typed typed = form.typed();
        return form.run(
                () -> {
                    acts.answer(viewer, help, version, typed.or("answer-" + help, ""));
                    return form.done(at(id), "Đã trả lời. Đảng viên đọc được ngay.");
                },
                again -> one(viewer, id, again, form.model()));
    }

    private static ContactRhythm rhythm(String name) {
        return Arrays.stream(ContactRhythm.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problems.of("rhythm", "Chọn kỳ hỏi thăm."));
    }

    private String one(Viewer viewer, UUID id, Typed typed, Model model) {
        return one(viewer, id, typed, null, model);
    }

    private String one(Viewer viewer, UUID id, Typed typed, @Nullable String link, Model model) {
        AwayContact of = store.find(viewer.scope(), id).orElseThrow(NotFound::new);
        LocalDate today = LocalDate.now(clock);
        boolean secretary = viewer.is(Role.RESIDENCE_CELL_SECRETARY, Role.WORKPLACE_CELL_SECRETARY);
        List<Help> help = store.help(viewer.scope(), of.memberId());
        List<UUID> given = help.stream().map(Help::assignmentId).filter(Objects::nonNull).toList();
        model.addAttribute(
                "view",
                new OneView(
                        of,
                        store.checkIns(viewer.scope(), of.memberId()),
                        help,
                        given.isEmpty() ? List.of() : tasks.given(viewer.scope(), given),
                        rules.on(today).silence(),
                        Choice.all(ContactRhythm.values()),
                        secretary || viewer.is(Role.COMMITTEE_MEMBER_IN_CHARGE),
                        secretary,
                        today,
                        link,
                        typed));
        return "away/contact";
    }

    private static String at(UUID id) {
        return PATH + "/contacts/" + id;
    }
}
