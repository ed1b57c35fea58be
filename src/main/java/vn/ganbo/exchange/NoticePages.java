package vn.ganbo.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.kernel.History;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.regulation.Signatory;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Form;
import vn.ganbo.web.Link;
import vn.ganbo.web.Typed;

/** Trao đổi hai chiều: what came, what was sent, drafts; writing, signing, answering. */
@Controller
class NoticePages {
    private static final String PATH = "/exchange";

    private final Exchanges exchanges;
    private final NoticeStore store;
    private final NoticeQueries queries;
    private final ExchangeClock exchangeClock;
    private final Rulebooks rulebooks;
    private final Exports exports;
    private final History history;
    private final Clock clock;

    NoticePages(
            Exchanges exchanges,
            NoticeStore store,
            NoticeQueries queries,
            ExchangeClock exchangeClock,
            Rulebooks rulebooks,
            Exports exports,
            History history,
            Clock clock) {
        this.exchanges = exchanges;
        this.store = store;
        this.queries = queries;
        this.exchangeClock = exchangeClock;
        this.rulebooks = rulebooks;
        this.exports = exports;
        this.history = history;
        this.clock = clock;
    }

    /** The lists of an office; came and sent go opposite ways. */
    private enum Tab {
        CAME(false),
        SENT(true),
        DRAFTS(true),
        ANSWERED_BY_US(false),
        ANSWERED_TO_US(true);

        private final boolean own;

        Tab(boolean own) {
            this.own = own;
        }

        List<NoticeState> states() {
            return switch (this) {
                case CAME, SENT -> List.of(NoticeState.SENT, NoticeState.RECEIVED);
                case DRAFTS -> List.of(NoticeState.DRAFT, NoticeState.HEARING);
                case ANSWERED_BY_US, ANSWERED_TO_US -> List.of(NoticeState.ANSWERED);
            };
        }

        Direction direction(Direction writes) {
            return own == (writes == Direction.TO_RESIDENCE)
                    ? Direction.TO_RESIDENCE
                    : Direction.TO_WORKPLACE;
        }

        static Tab of(String name) {
            return Arrays.stream(values())
                    .filter(tab -> tab.name().equals(name))
                    .findFirst()
                    .orElse(CAME);
        }
    }

    /** A notice, and by how many working days an answer is late. */
    record Row(NoticeQueries.Line line, int late) {}

    record ListView(
            String tab,
            List<Link> tabs,
            List<Row> rows,
            boolean mayWrite,
            boolean workplace,
            boolean ofResidence,
            boolean sheets) {}

    @GetMapping(PATH)
    String list(Viewer viewer, @RequestParam(defaultValue = "") String tab, Model model) {
        Direction writes = Direction.writtenBy(viewer);
        Tab chosen = Tab.of(tab);
        Map<Direction, Map<NoticeState, Long>> counts = queries.counts(viewer.scope());
        List<Link> tabs =
                Arrays.stream(Tab.values())
                        .map(one -> link(one, chosen, sum(counts, one, writes)))
                        .toList();
        model.addAttribute(
                "view",
                new ListView(
                        chosen.name(),
                        tabs,
                        queries
                                .list(viewer.scope(), chosen.direction(writes), chosen.states())
                                .stream()
                                .map(line -> new Row(line, late(line)))
                                .toList(),
                        writes.mayWrite(viewer),
                        writes == Direction.TO_RESIDENCE,
                        viewer.is(Role.RESIDENCE_OFFICE, Role.RESIDENCE_CELL_SECRETARY),
                        viewer.is(Role.WORKPLACE_OFFICE, Role.RESIDENCE_OFFICE, Role.AUDITOR)));
        return "exchange/notices";
    }

    private static Link link(Tab tab, Tab chosen, long count) {
        String label = Labels.of("noticeTab." + tab);
        return tab == chosen
                ? Link.here(label, count)
                : Link.to(label, PATH + "?tab=" + tab, count);
    }

    private static long sum(
            Map<Direction, Map<NoticeState, Long>> counts, Tab tab, Direction writes) {
        Map<NoticeState, Long> of = Objects.requireNonNull(counts.get(tab.direction(writes)));
        return tab.states().stream().mapToLong(state -> of.getOrDefault(state, 0L)).sum();
    }

    private int late(NoticeQueries.Line line) {
        return line.state() == NoticeState.SENT || line.state() == NoticeState.RECEIVED
                ? exchangeClock.late(line.dueOn())
                : 0;
    }

    @GetMapping(PATH + "/export")
    void export(
            Viewer viewer,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam String as,
            HttpServletResponse answer) {
        Direction writes = Direction.writtenBy(viewer);
        Tab chosen = Tab.of(tab);
        Listing<NoticeQueries.Line> list =
                new Listing<NoticeQueries.Line>(
                                "trao-doi-hai-chieu", "Trao đổi hai chiều", LocalDate.now(clock))
                        .filter("Danh sách", Labels.of("noticeTab." + chosen))
                        .column("Họ và tên", 24, NoticeQueries.Line::fullName)
                        .column("Việc", 26, line -> Labels.of(line.kind()))
                        .column("Số", 14, NoticeQueries.Line::number)
                        .column("Nơi gửi", 30, line -> Show.committee(line.fromName()))
                        .column("Chi bộ nơi công tác", 26, NoticeQueries.Line::workName)
                        .column("Nơi cư trú", 26, NoticeQueries.Line::resName)
                        .column("Ngày gửi", 12, NoticeQueries.Line::sentOn)
                        .column("Hạn trả lời", 12, NoticeQueries.Line::dueOn)
                        .column("Ngày trả lời", 12, NoticeQueries.Line::answeredOn)
                        .column("Tình trạng", 18, line -> Labels.of(line.state()));
        Direction direction = chosen.direction(writes);
        exports.send(
                viewer,
                list.of(
                        sum(queries.counts(viewer.scope()), chosen, writes),
                        taker -> queries.each(viewer.scope(), direction, chosen.states(), taker)),
                as,
                answer);
    }

    record NewView(
            NoticeStore.@Nullable Person person,
            String words,
            List<NoticeQueries.Found> found,
            List<Choice> kinds,
            boolean workplace,
            Typed typed) {}

    @GetMapping(PATH + "/new")
    String choose(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID member,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        return write(viewer, member, q, Typed.empty(), model);
    }

    private String write(Viewer viewer, @Nullable UUID member, String q, Typed typed, Model model) {
        Direction writes = Direction.writtenBy(viewer);
        NoticeStore.Person person =
                member == null
                        ? null
                        : store.people(viewer.scope(), List.of(member)).stream()
                                .findFirst()
                                .orElseThrow(NotFound::new);
        model.addAttribute(
                "view",
                new NewView(
                        person,
                        q,
                        person == null && !q.isBlank()
                                ? queries.find(viewer.scope(), q)
                                : List.of(),
                        NoticeKind.going(writes).stream()
                                .map(kind ->
                                        Choice.of(kind)
                                                .withHint(Labels.of("noticeKind.hint." + kind)))
                                .toList(),
                        writes == Direction.TO_RESIDENCE,
                        typed));
        return "exchange/new";
    }

    @PostMapping(PATH)
    String draft(
            Viewer viewer,
            @RequestParam UUID member,
            @RequestParam(required = false) @Nullable NoticeKind kind,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "false") boolean urgent,
            Form form) {
        return form.run(
                () -> {
                    UUID id = exchanges.draft(viewer, member, kind, body, urgent);
                    return form.done(
                            PATH + "/" + id,
                            "Đã lưu bản nháp. Bên kia chưa thấy cho đến khi ký và gửi.");
                },
                typed -> write(viewer, member, "", typed, form.model()));
    }

    record View(
            Notice notice,
            int late,
            String toName,
            May may,
            List<String> posts,
            LocalDate today,
            Typed typed,
            List<History.Line> history) {}

    /** What this viewer can do with the notice now. */
    record May(
            boolean rewrite,
            boolean hear,
            boolean writeDown,
            boolean send,
            boolean receive,
            boolean answer,
            boolean say) {}

    @GetMapping(PATH + "/{id}")
    String show(Viewer viewer, @PathVariable UUID id, Model model) {
        return show(viewer, id, Typed.empty(), model);
    }

    private String show(Viewer viewer, UUID id, Typed typed, Model model) {
        Notice notice = store.one(viewer.scope(), id).orElseThrow(NotFound::new);
        LocalDate today = LocalDate.now(clock);
        boolean open = notice.state() == NoticeState.SENT || notice.state() == NoticeState.RECEIVED;
        model.addAttribute(
                "view",
                new View(
                        notice,
                        open ? exchangeClock.late(notice.dueOn()) : 0,
                        notice.direction() == Direction.TO_RESIDENCE
                                ? notice.resName()
                                : notice.workName(),
                        may(viewer, notice, today),
                        rulebooks
                                .on(today)
                                .requirePosts(Signatory.OFFICIAL_LETTER, Signatory.ISSUER),
                        today,
                        typed,
                        history.ofThings(viewer.scope(), notice.things())));
        return "exchange/notice";
    }

    private static May may(Viewer viewer, Notice notice, LocalDate today) {
        boolean writes = notice.direction().mayWrite(viewer);
        boolean answers = notice.direction().mayAnswer(viewer);
        NoticeState state = notice.state();
        boolean draft = state == NoticeState.DRAFT;
        boolean hearing = state == NoticeState.HEARING;
        boolean heardFirst = notice.kind().heardFirst();
        return new May(
                writes && draft,
                writes && draft && heardFirst,
                writes && hearing,
                writes && (heardFirst ? hearing && notice.heardOrPassed(today) : draft),
                answers && state == NoticeState.SENT,
                answers && (state == NoticeState.SENT || state == NoticeState.RECEIVED),
                notice.memberId().equals(viewer.scope().self()) && (hearing || state.told()));
    }

    /** An act on one notice: done, or the page again with what was typed. */
    private String act(Viewer viewer, UUID id, Form form, Runnable act, String done) {
        return form.run(
                () -> {
                    act.run();
                    return form.done(PATH + "/" + id, done);
                },
                typed -> show(viewer, id, typed, form.model()));
    }

    @PostMapping(PATH + "/{id}")
    String rewrite(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "false") boolean urgent,
            Form form) {
        return act(
                viewer,
                id,
                form,
                () -> exchanges.rewrite(viewer, id, version, body, urgent),
                "Đã lưu bản nháp.");
    }

    @PostMapping(PATH + "/{id}/hearing")
    String hear(Viewer viewer, @PathVariable UUID id, @RequestParam int version, Form form) {
        return act(
                viewer,
                id,
                form,
                () -> exchanges.askToBeHeard(viewer, id, version),
                "Đã mời đảng viên trình bày. Đồng chí ấy đọc được nội dung và trả lời trên trang của mình.");
    }

    @PostMapping(PATH + "/{id}/hearing/words")
    String writeDown(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String words,
            Form form) {
        return act(
                viewer,
                id,
                form,
                () -> exchanges.writeDown(viewer, id, version, words),
                "Đã ghi ý kiến của đảng viên.");
    }

    @PostMapping(PATH + "/{id}/words")
    String say(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String words,
            Form form) {
        return act(
                viewer,
                id,
                form,
                () -> exchanges.say(viewer, id, version, words),
                "Đã ghi ý kiến của đồng chí.");
    }

    @PostMapping(PATH + "/{id}/dispatch")
    String send(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String signer,
            @RequestParam(defaultValue = "") String post,
            Form form) {
        return act(
                viewer,
                id,
                form,
                () ->
                        exchanges.send(
                                viewer,
                                Map.of(id, version),
                                new Signer(signer, post),
                                session(form.typed())),
                "Đã cấp số, lưu công văn và gửi. Bên kia và đảng viên thấy ngay.");
    }

    /** The session of the cell committee, where the form has one. */
    private static @Nullable Session session(Typed typed) {
        if (typed.get("sessionOn") == null) {
            return null;
        }
        Problems.Gatherer problems = new Problems.Gatherer();
        LocalDate on = typed.day("sessionOn", "Ghi ngày chi ủy họp thống nhất.", problems);
        int present = count(typed, "present", "Ghi số chi ủy viên có mặt.", problems);
        int agreed = count(typed, "agreed", "Ghi số chi ủy viên tán thành.", problems);
        problems.check();
        return new Session(Objects.requireNonNull(on), present, agreed);
    }

    private static int count(
            Typed typed, String field, String missing, Problems.Gatherer problems) {
        String text = typed.or(field, "").strip();
        if (!text.matches("[0-9]{1,3}")) {
            problems.add(field, missing);
            return 0;
        }
        return Integer.parseInt(text);
    }

    @PostMapping(PATH + "/{id}/receipt")
    String receive(Viewer viewer, @PathVariable UUID id, @RequestParam int version, Form form) {
        return act(
                viewer,
                id,
                form,
                () -> exchanges.receive(viewer, id, version),
                "Đã ghi là đã nhận. Nơi gửi thấy ngay.");
    }

    @PostMapping(PATH + "/{id}/answer")
    String answer(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String answer,
            Form form) {
        return act(
                viewer,
                id,
                form,
                () -> exchanges.answer(viewer, id, version, answer),
                "Đã trả lời. Nơi gửi và đảng viên đọc được.");
    }

    @PostMapping(PATH + "/{id}/dropping")
    String drop(Viewer viewer, @PathVariable UUID id, @RequestParam int version, Form form) {
        return act(viewer, id, form, () -> exchanges.drop(viewer, id, version), "Đã bỏ bản nháp.");
    }
}
