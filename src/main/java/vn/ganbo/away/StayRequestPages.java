package vn.ganbo.away;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.away.StayRequestStore.Line;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Form;
import vn.ganbo.web.Link;
import vn.ganbo.web.Pager;
import vn.ganbo.web.Typed;

/** What the place of stay is asked, and its answers. */
@Controller
class StayRequestPages {
    private static final String PATH = AwayTabs.REQUESTS;
    private static final int SIZE = 100;
    private static final int DAYS_TO_ANSWER = 30;
    private static final Map<String, String> PARTS =
            Map.of("LATE", "Quá hạn", "WAITING", "Chờ trả lời", "ANSWERED", "Đã trả lời");

    private final StayRequests acts;
    private final StayRequestStore store;
    private final AwayApplicationStore people;
    private final Exports exports;
    private final Clock clock;

    StayRequestPages(
            StayRequests acts,
            StayRequestStore store,
            AwayApplicationStore people,
            Exports exports,
            Clock clock) {
        this.acts = acts;
        this.store = store;
        this.people = people;
        this.exports = exports;
        this.clock = clock;
    }

    record View(
            List<Link> around,
            List<Link> tabs,
            List<Line> lines,
            Pager pager,
            String link,
            LocalDate today) {}

    record FormView(
            List<Choice> people,
            @Nullable String member,
            List<Choice> ways,
            LocalDate today,
            LocalDate due,
            Typed typed) {}

    record OneView(Line of, LocalDate today, Typed typed) {}

    @GetMapping(PATH)
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        String shown = PARTS.containsKey(part) ? part : null;
        Pager pager = Pager.of(page, SIZE, store.count(viewer.scope(), shown));
        List<Link> tabs = new ArrayList<>();
        tabs.add(shown == null ? Link.here("Tất cả") : Link.to("Tất cả", PATH));
        for (String one : List.of("LATE", "WAITING", "ANSWERED")) {
            String label = PARTS.getOrDefault(one, one);
            tabs.add(one.equals(shown) ? Link.here(label) : Link.to(label, PATH + "?part=" + one));
        }
        model.addAttribute(
                "view",
                new View(
                        AwayTabs.at(viewer, PATH),
                        tabs,
                        store.list(viewer.scope(), shown, SIZE, pager.offset()),
                        pager,
                        PATH + (shown == null ? "" : "?part=" + shown),
                        LocalDate.now(clock)));
        return "away/requests";
    }

    @GetMapping(PATH + "/export")
    void export(
            Viewer viewer,
            @RequestParam(defaultValue = "") String part,
            @RequestParam String as,
            HttpServletResponse answer) {
        String shown = PARTS.containsKey(part) ? part : null;
        LocalDate today = LocalDate.now(clock);
        Listing<Line> list =
                new Listing<Line>("hoi-noi-den", "Trao đổi với tổ chức đảng nơi đến", today)
                        .filter("Tình trạng", shown == null ? "" : PARTS.getOrDefault(shown, ""))
                        .column("Chi bộ", 28, Line::cellName)
                        .column("Đảng viên", 24, Line::fullName)
                        .column("Gửi đến", 30, Line::toWhom)
                        .column("Nội dung hỏi", 40, Line::what)
                        .column("Số văn bản", 16, Line::letterNo)
                        .column("Gửi bằng", 14, line -> Labels.of(line.way()))
                        .column("Ngày gửi", 12, Line::sentOn)
                        .column("Hạn trả lời", 12, Line::dueOn)
                        .column("Ngày trả lời", 12, Line::answeredOn)
                        .column("Người ký", 24, Line::signedBy)
                        .column("Nội dung trả lời", 40, Line::answer)
                        .column("Tình trạng", 18, line -> line.standing(today));
        exports.send(viewer, list.of(store.list(viewer.scope(), shown, null, 0)), as, answer);
    }

    @GetMapping(PATH + "/new")
    String form(Viewer viewer, @RequestParam(required = false) @Nullable UUID member, Model model) {
        return form(viewer, member, Typed.empty(), model);
    }

    @PostMapping(PATH)
    String ask(Viewer viewer, Form form) {
        Typed typed = form.typed();
        return form.run(
                () -> {
                    Problems.Gatherer problems = new Problems.Gatherer();
                    UUID member = WishForm.id(typed, "member");
                    if (member == null) {
                        problems.add("member", "Chọn đảng viên.");
                    }
                    LocalDate sent = typed.day("sentOn", "Ghi ngày gửi.", problems);
                    LocalDate due = typed.day("dueOn", "Ghi hạn trả lời.", problems);
                    problems.check();
                    UUID id =
                            acts.ask(
                                    viewer,
                                    member == null ? new UUID(0, 0) : member,
                                    new StayRequests.Question(
                                            Texts.clean(typed.or("toWhom", "")),
                                            Texts.clean(typed.or("what", "")),
                                            Texts.clean(typed.or("letterNo", "")),
                                            way(typed.or("way", "")),
                                            sent == null ? LocalDate.EPOCH : sent,
                                            due == null ? LocalDate.EPOCH : due));
                    return form.done(
                            PATH + "/" + id,
                            "Đã ghi. Đến hạn mà chưa có trả lời, chương trình nhắc.");
                },
                again -> form(viewer, null, again, form.model()));
    }

    private static RequestWay way(String name) {
        return Arrays.stream(RequestWay.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(RequestWay.POST);
    }

    private String form(Viewer viewer, @Nullable UUID member, Typed typed, Model model) {
        LocalDate today = LocalDate.now(clock);
        model.addAttribute(
                "view",
                new FormView(
                        people.people(viewer.scope()).stream()
                                .map(one ->
                                        Choice.of(one.id(), one.fullName() + ", " + one.cellName()))
                                .toList(),
                        member == null ? null : member.toString(),
                        Choice.all(RequestWay.values()),
                        today,
                        today.plusDays(DAYS_TO_ANSWER),
                        typed));
        return "away/requestform";
    }

    @GetMapping(PATH + "/{id}")
    String show(Viewer viewer, @PathVariable UUID id, Model model) {
        return one(viewer, id, Typed.empty(), model);
    }

    @PostMapping(PATH + "/{id}/answer")
    String answer(Viewer viewer, @PathVariable UUID id, @RequestParam int version, Form form) {
        Typed typed = form.typed();
        return form.run(
                () -> {
                    Problems.Gatherer problems = new Problems.Gatherer();
                    LocalDate on = typed.day("on", "Ghi ngày trả lời.", problems);
                    problems.check();
                    acts.answer(
                            viewer,
                            id,
                            version,
                            new StayRequests.Answer(
                                    on == null ? LocalDate.EPOCH : on,
                                    Texts.clean(typed.or("signedBy", "")),
                                    Texts.clean(typed.or("answer", ""))));
                    return form.done(PATH + "/" + id, "Đã ghi trả lời.");
                },
                again -> one(viewer, id, again, form.model()));
    }

    private String one(Viewer viewer, UUID id, Typed typed, Model model) {
        Line of = store.find(viewer.scope(), id).orElseThrow(NotFound::new);
        model.addAttribute("view", new OneView(of, LocalDate.now(clock), typed));
        return "away/request";
    }
}
