package vn.ganbo.away;

import jakarta.servlet.http.HttpServletResponse;
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
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.AwayBook;
import vn.ganbo.regulation.AwayRules;
import vn.ganbo.regulation.LeaveDecider;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Form;
import vn.ganbo.web.Link;
import vn.ganbo.web.Pager;
import vn.ganbo.web.Typed;

/** Applications as cell and committee see them. */
@Controller
class AwayApplicationPages {
    private static final String PATH = AwayTabs.APPLICATIONS;
    private static final String ONE = PATH + "/{id}";
    private static final int SIZE = 100;

    private final AwayApplications acts;
    private final AwayApplicationStore store;
    private final AwayRules rules;
    private final Exports exports;
    private final Clock clock;

    AwayApplicationPages(
            AwayApplications acts,
            AwayApplicationStore store,
            AwayRules rules,
            Exports exports,
            Clock clock) {
        this.acts = acts;
        this.store = store;
        this.rules = rules;
        this.exports = exports;
        this.clock = clock;
    }

    /** Which are shown. */
    private enum Part {
        OPEN("Chờ xử lý"),
        NOW("Đang có hiệu lực"),
        LATER("Sắp bắt đầu"),
        OVER("Đã hết"),
        CLOSED("Không thực hiện");

        private final String label;

        Part(String label) {
            this.label = label;
        }

        static @Nullable Part of(String name) {
            return Arrays.stream(values())
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElse(null);
        }
    }

    record View(
            List<Link> around,
            List<Link> tabs,
            List<AwayApplication> lines,
            Pager pager,
            String link,
            AwayBook book,
            LocalDate today,
            boolean mayNote) {}

    record NoteView(WishForm form, List<Choice> people, List<Choice> ways, LocalDate today) {}

    record OneView(
            AwayApplication of,
            AwayBook book,
            LocalDate today,
            boolean maySupport,
            boolean mayResolve,
            boolean mayReport,
            boolean mayDecide,
            boolean mayRefuse,
            boolean mayWithdraw,
            boolean mayReturn,
            boolean mayLapse,
            boolean mayRenew,
            Typed typed) {

        boolean waitsForOthers() {
            return of.open()
                    && !maySupport
                    && !mayResolve
                    && !mayReport
                    && !mayDecide
                    && !mayRefuse;
        }
    }

    @GetMapping(PATH)
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Part shown = Part.of(part);
        String name = shown == null ? null : shown.name();
        Pager pager = Pager.of(page, SIZE, store.count(viewer.scope(), name));
        LocalDate today = LocalDate.now(clock);
        model.addAttribute(
                "view",
                new View(
                        AwayTabs.at(viewer, PATH),
                        tabs(shown),
                        store.list(viewer.scope(), name, SIZE, pager.offset()),
                        pager,
                        PATH + (name == null ? "" : "?part=" + name),
                        rules.on(today),
                        today,
                        isSecretary(viewer)));
        return "away/applications";
    }

    private static List<Link> tabs(@Nullable Part shown) {
        List<Link> tabs = new java.util.ArrayList<>();
        tabs.add(shown == null ? Link.here("Tất cả") : Link.to("Tất cả", PATH));
        for (Part part : Part.values()) {
            tabs.add(
                    part == shown
                            ? Link.here(part.label)
                            : Link.to(part.label, PATH + "?part=" + part));
        }
        return tabs;
    }

    @GetMapping(PATH + "/export")
    void export(
            Viewer viewer,
            @RequestParam(defaultValue = "") String part,
            @RequestParam String as,
            HttpServletResponse answer) {
        Part shown = Part.of(part);
        LocalDate today = LocalDate.now(clock);
        AwayBook book = rules.on(today);
        Listing<AwayApplication> list =
                new Listing<AwayApplication>(
                                "giam-mien-sinh-hoat",
                                "Đơn xin giảm, miễn công tác và sinh hoạt đảng",
                                today)
                        .filter("Tình trạng", shown == null ? "" : shown.label)
                        .column("Chi bộ", 28, AwayApplication::cellName)
                        .column("Họ và tên", 24, AwayApplication::fullName)
                        .column("Mức", 26, of -> Labels.of(of.extent()))
                        .column("Lý do", 36, of -> book.name(of.ground()))
                        .column("Nơi đến", 24, AwayApplication::place)
                        .column("Công việc", 22, AwayApplication::work)
                        .column("Từ ngày", 12, AwayApplication::since)
                        .column("Đến hết ngày", 12, AwayApplication::until)
                        .column("Ngày đơn", 12, AwayApplication::givenOn)
                        .column("Nghị quyết chi bộ", 20, AwayApplication::resolutionNo)
                        .column("Ngày nghị quyết", 12, AwayApplication::resolvedOn)
                        .column("Quyết định", 20, AwayApplication::decisionNo)
                        .column("Ngày quyết định", 12, AwayApplication::decidedOn)
                        .column("Tình trạng", 26, of -> Labels.of(of.state()));
        exports.send(
                viewer,
                list.of(store.list(viewer.scope(), shown == null ? null : shown.name(), null, 0)),
                as,
                answer);
    }

    @GetMapping(PATH + "/new")
    String form(Viewer viewer, @RequestParam(required = false) @Nullable UUID renews, Model model) {
        return form(viewer, renews, Typed.empty(), model);
    }

    @PostMapping(PATH)
    String note(Viewer viewer, Form form) {
        Typed typed = form.typed();
        UUID follows = WishForm.id(typed, "follows");
        return form.run(
                () -> {
                    Problems.Gatherer problems = new Problems.Gatherer();
                    UUID member = WishForm.id(typed, "member");
                    if (member == null) {
                        problems.add("member", "Chọn đảng viên.");
                    }
                    AwayWay way = way(typed.or("way", ""));
                    LocalDate given =
                            typed.day("givenOn", "Ghi ngày nhận đơn hoặc nghe báo cáo.", problems);
                    AwayApplications.Wish wish =
                            WishForm.read(typed, rules.on(LocalDate.now(clock)), follows, problems);
                    problems.check();
                    UUID id =
                            acts.note(
                                    viewer,
                                    member == null ? new UUID(0, 0) : member,
                                    way == AwayWay.ORAL,
                                    given == null ? LocalDate.EPOCH : given,
                                    wish);
                    return form.done(
                            PATH + "/" + id, "Đã ghi đơn. Bước tiếp theo: ý kiến của chi ủy.");
                },
                again -> form(viewer, follows, again, form.model()));
    }

    private static AwayWay way(String name) {
        return name.equals(AwayWay.ORAL.name()) ? AwayWay.ORAL : AwayWay.PAPER;
    }

    private String form(Viewer viewer, @Nullable UUID renews, Typed typed, Model model) {
        LocalDate today = LocalDate.now(clock);
        AwayBook book = rules.on(today);
        AwayApplication old =
                renews == null
                        ? null
                        : store.find(viewer.scope(), renews).orElseThrow(NotFound::new);
        List<Choice> people =
                old != null
                        ? List.of(Choice.of(old.memberId(), old.fullName()))
                        : store.people(viewer.scope()).stream()
                                .map(one -> Choice.of(one.id(), one.fullName()))
                                .toList();
        model.addAttribute(
                "view",
                new NoteView(
                        old == null
                                ? WishForm.of(book, typed)
                                : WishForm.renewing(book, old, typed),
                        people,
                        List.of(Choice.of(AwayWay.PAPER), Choice.of(AwayWay.ORAL)),
                        today));
        return "away/noteform";
    }

    @GetMapping(ONE)
    String show(Viewer viewer, @PathVariable UUID id, Model model) {
        return one(viewer, id, Typed.empty(), model);
    }

    @PostMapping(ONE + "/support")
    String support(Viewer viewer, @PathVariable UUID id, @RequestParam int version, Form form) {
        Typed typed = form.typed();
        return form.run(
                () -> {
                    acts.support(viewer, id, version, day(typed, "on", "Ghi ngày chi ủy họp."));
                    return form.done(
                            PATH + "/" + id,
                            "Đã ghi ý kiến chi ủy. Đưa ra chi bộ họp, rồi ghi nghị quyết.");
                },
                again -> one(viewer, id, again, form.model()));
    }

    @PostMapping(ONE + "/resolution")
    String resolve(Viewer viewer, @PathVariable UUID id, @RequestParam int version, Form form) {
        Typed typed = form.typed();
        return form.run(
                () -> {
                    Problems.Gatherer problems = new Problems.Gatherer();
                    String number =
                            typed.text(
                                    "number",
                                    AwayApplications.SAY_NUMBER,
                                    AwayApplications.LONGEST_NUMBER,
                                    problems);
                    LocalDate on = typed.day("on", "Ghi ngày của nghị quyết.", problems);
                    int yes = count(typed, "votesFor", "Ghi số phiếu tán thành, từ 0.", problems);
                    int no =
                            count(
                                    typed,
                                    "votesAgainst",
                                    "Ghi số phiếu không tán thành, từ 0.",
                                    problems);
                    problems.check();
                    acts.resolve(
                            viewer,
                            id,
                            version,
                            new AwayApplications.Resolution(
                                    number, on == null ? LocalDate.EPOCH : on, yes, no));
                    return form.done(PATH + "/" + id, "Đã ghi nghị quyết chi bộ.");
                },
                again -> one(viewer, id, again, form.model()));
    }

    @PostMapping(ONE + "/report")
    String report(Viewer viewer, @PathVariable UUID id, @RequestParam int version, Form form) {
        Typed typed = form.typed();
        return form.run(
                () -> {
                    acts.report(viewer, id, version, day(typed, "on", "Ghi ngày báo cáo."));
                    return form.done(
                            PATH + "/" + id, "Đã ghi việc báo cáo và lập thông báo của chi bộ.");
                },
                again -> one(viewer, id, again, form.model()));
    }

    @PostMapping(ONE + "/decision")
    String decide(Viewer viewer, @PathVariable UUID id, @RequestParam int version, Form form) {
        Typed typed = form.typed();
        return form.run(
                () -> {
                    acts.decide(
                            viewer,
                            id,
                            version,
                            Texts.clean(typed.or("number", "")),
                            day(typed, "on", "Ghi ngày quyết định."));
                    return form.done(
                            PATH + "/" + id,
                            "Đã ghi quyết định. Tình trạng của đảng viên theo quyết định này.");
                },
                again -> one(viewer, id, again, form.model()));
    }

    @PostMapping(ONE + "/refusal")
    String refuse(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String because,
            Form form) {
        return form.run(
                () -> {
                    acts.refuse(viewer, id, version, because);
                    return form.done(PATH + "/" + id, "Đã ghi. Đảng viên đọc được lý do.");
                },
                again -> one(viewer, id, again, form.model()));
    }

    @PostMapping(ONE + "/withdrawal")
    String withdraw(Viewer viewer, @PathVariable UUID id, @RequestParam int version, Form form) {
        return form.run(
                () -> {
                    acts.withdraw(viewer, id, version);
                    return form.done(PATH + "/" + id, "Đã rút đơn.");
                },
                again -> one(viewer, id, again, form.model()));
    }

    @PostMapping(ONE + "/lapse")
    String lapse(Viewer viewer, @PathVariable UUID id, @RequestParam int version, Form form) {
        return form.run(
                () -> {
                    acts.lapse(viewer, id, version);
                    return form.done(PATH + "/" + id, "Đã ghi đồng chí không đi nữa.");
                },
                again -> one(viewer, id, again, form.model()));
    }

    @PostMapping(ONE + "/return")
    String back(Viewer viewer, @PathVariable UUID id, @RequestParam int version, Form form) {
        Typed typed = form.typed();
        return form.run(
                () -> {
                    acts.back(viewer, id, version, day(typed, "backOn", "Ghi ngày trở lại."));
                    return form.done(
                            PATH + "/" + id, "Đã ghi đồng chí trở lại công tác và sinh hoạt đảng.");
                },
                again -> one(viewer, id, again, form.model()));
    }

    private String one(Viewer viewer, UUID id, Typed typed, Model model) {
        AwayApplication of = store.find(viewer.scope(), id).orElseThrow(NotFound::new);
        LocalDate today = LocalDate.now(clock);
        boolean secretary = isSecretary(viewer);
        boolean office = viewer.is(Role.RESIDENCE_OFFICE, Role.WORKPLACE_OFFICE);
        boolean cellDecides = of.decidedBy() == LeaveDecider.CELL;
        boolean resolved = of.state() == AwayState.RESOLVED;
        boolean before = of.state() == AwayState.SUBMITTED || of.state() == AwayState.SUPPORTED;
        model.addAttribute(
                "view",
                new OneView(
                        of,
                        rules.under(of.rulebook()),
                        today,
                        secretary && of.state() == AwayState.SUBMITTED,
                        secretary && of.state() == AwayState.SUPPORTED,
                        secretary && resolved && cellDecides,
                        office && resolved && !cellDecides,
                        (secretary && before) || (office && resolved && !cellDecides),
                        secretary && of.mayWithdraw(),
                        secretary && of.inForce(today),
                        secretary && of.mayLapse(today),
                        secretary && of.granted() && of.until() != null,
                        typed));
        return "away/application";
    }

    private static boolean isSecretary(Viewer viewer) {
        return viewer.is(Role.RESIDENCE_CELL_SECRETARY, Role.WORKPLACE_CELL_SECRETARY);
    }

    private static LocalDate day(Typed typed, String field, String missing) {
        Problems.Gatherer problems = new Problems.Gatherer();
        LocalDate on = typed.day(field, missing, problems);
        problems.check();
        return on == null ? LocalDate.EPOCH : on;
    }

    private static int count(
            Typed typed, String field, String missing, Problems.Gatherer problems) {
        String text = typed.or(field, "").strip();
        if (text.matches("\\d{1,4}")) {
            return Integer.parseInt(text);
        }
        problems.add(field, missing);
        return 0;
    }
}
