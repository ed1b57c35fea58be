package vn.ganbo.transfer;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.member.Handovers;
import vn.ganbo.regulation.TransferBook;
import vn.ganbo.regulation.TransferRules;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Form;
import vn.ganbo.web.Link;
import vn.ganbo.web.Pager;
import vn.ganbo.web.Typed;

/** Chuyển sinh hoạt đảng: who goes, who comes, who stays for a time; opening a transfer. */
@Controller
class TransferPages {
    static final String PATH = TransferMenu.LINK;
    private static final int SIZE = 50;

    private final Transfers transfers;
    private final TransferStore store;
    private final TransferQueries queries;
    private final Handovers handovers;
    private final TransferRules rules;
    private final Exports exports;
    private final Clock clock;

    TransferPages(
            Transfers transfers,
            TransferStore store,
            TransferQueries queries,
            Handovers handovers,
            TransferRules rules,
            Exports exports,
            Clock clock) {
        this.transfers = transfers;
        this.store = store;
        this.queries = queries;
        this.handovers = handovers;
        this.rules = rules;
        this.exports = exports;
        this.clock = clock;
    }

    /** The lists of an office; labels under transferTab.* */
    enum Tab {
        GOING,
        COMING,
        STAYING,
        DONE;

        List<TransferState> states() {
            return switch (this) {
                case GOING ->
                        List.of(
                                TransferState.PROPOSED,
                                TransferState.OPENED,
                                TransferState.ISSUED,
                                TransferState.RECEIVED);
                case COMING -> List.of(TransferState.ISSUED, TransferState.RECEIVED);
                case STAYING -> List.of(TransferState.STAYING);
                case DONE ->
                        List.of(
                                TransferState.PLACED,
                                TransferState.LEFT,
                                TransferState.ENDED,
                                TransferState.RETURNED,
                                TransferState.CANCELLED);
            };
        }

        long of(TransferQueries.Counts counts) {
            return switch (this) {
                case GOING -> counts.going();
                case COMING -> counts.coming();
                case STAYING -> counts.staying();
                case DONE -> counts.done();
            };
        }

        /** The one asked for; else the first in which somebody waits. */
        static Tab named(String name, TransferQueries.Counts counts) {
            return Arrays.stream(values())
                    .filter(tab -> tab.name().equals(name))
                    .findFirst()
                    .orElseGet(() ->
                            Stream.of(GOING, COMING, STAYING)
                                    .filter(tab -> tab.of(counts) > 0)
                                    .findFirst()
                                    .orElse(GOING));
        }
    }

    record ListView(
            String tab,
            List<Link> tabs,
            List<TransferQueries.Line> lines,
            Pager pager,
            LocalDate today,
            boolean mayOpen,
            boolean mayCheck) {}

    @GetMapping(PATH)
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        TransferQueries.Counts counts = queries.counts(viewer.scope());
        Tab chosen = Tab.named(tab, counts);
        int asked = Math.max(1, page);
        List<TransferQueries.Line> lines =
                queries.list(
                        viewer.scope(),
                        chosen.name(),
                        chosen.states(),
                        SIZE,
                        (long) (asked - 1) * SIZE);
        model.addAttribute(
                "view",
                new ListView(
                        chosen.name(),
                        Arrays.stream(Tab.values())
                                .map(one ->
                                        one == chosen
                                                ? Link.here(
                                                        Labels.of("transferTab." + one),
                                                        one.of(counts))
                                                : Link.to(
                                                        Labels.of("transferTab." + one),
                                                        PATH + "?tab=" + one,
                                                        one.of(counts)))
                                .toList(),
                        lines,
                        Pager.of(asked, SIZE, lines.isEmpty() ? 0 : lines.getFirst().total()),
                        LocalDate.now(clock),
                        Transfers.mayPropose(viewer),
                        Transfers.mayOpen(viewer) || viewer.is(Role.AUDITOR)));
        return "transfer/list";
    }

    @GetMapping(PATH + "/export")
    void export(
            Viewer viewer,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam String as,
            HttpServletResponse answer) {
        Tab chosen = Tab.named(tab, queries.counts(viewer.scope()));
        exports.send(
                viewer,
                listing("chuyen-sinh-hoat-dang", "Chuyển sinh hoạt đảng", LocalDate.now(clock))
                        .filter("Danh sách", Labels.of("transferTab." + chosen))
                        .of(queries.list(viewer.scope(), chosen.name(), chosen.states(), null, 0)),
                as,
                answer);
    }

    static Listing<TransferQueries.Line> listing(String file, String title, LocalDate today) {
        return new Listing<TransferQueries.Line>(file, title, today)
                .column("Họ và tên", 24, TransferQueries.Line::fullName)
                .column("Loại", 12, line -> Labels.of(line.kind()))
                .column("Lý do", 16, line -> Labels.of(line.cause()))
                .column("Chi bộ nơi đi", 26, TransferQueries.Line::workName)
                .column("Nơi giới thiệu", 30, line -> Show.committee(line.fromName()))
                .column("Nơi đến", 30, line -> Show.committee(line.toName()))
                .column("Chi bộ nơi đến", 26, TransferQueries.Line::placedName)
                .column("Ngày quyết định", 12, TransferQueries.Line::decisionOn)
                .column("Số giấy", 14, TransferQueries.Line::number)
                .column("Ngày cấp", 12, TransferQueries.Line::issuedOn)
                .column("Hạn", 12, TransferQueries.Line::due)
                .column("Từ ngày", 12, TransferQueries.Line::since)
                .column("Đến ngày", 12, TransferQueries.Line::until)
                .column("Tiếp nhận", 12, TransferQueries.Line::receivedOn)
                .column("Kết thúc", 12, TransferQueries.Line::closedOn)
                .column("Tình trạng", 18, line -> Labels.of(line.state()));
    }

    record NewView(
            TransferStore.@Nullable Person person,
            @Nullable String held,
            TransferKind kind,
            String q,
            List<TransferQueries.FoundPerson> people,
            String unit,
            List<Choice> units,
            List<Choice> causes,
            TransferBook book,
            Typed typed) {}

    @GetMapping(PATH + "/new")
    String fresh(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID member,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String unit,
            Model model) {
        return form(viewer, member, kind, q, unit, Typed.empty(), model);
    }

    private String form(
            Viewer viewer,
            @Nullable UUID member,
            String kind,
            String q,
            String unit,
            Typed typed,
            Model model) {
        TransferStore.Person person =
                member == null
                        ? null
                        : store.person(viewer.scope(), member).orElseThrow(NotFound::new);
        TransferKind chosen =
                TransferKind.TEMPORARY.name().equals(kind)
                        ? TransferKind.TEMPORARY
                        : TransferKind.OFFICIAL;
        model.addAttribute(
                "view",
                new NewView(
                        person,
                        person == null || chosen == TransferKind.TEMPORARY
                                ? null
                                : handovers.held(viewer.scope(), person.id()).orElse(null),
                        chosen,
                        q,
                        person == null && !q.isBlank()
                                ? queries.people(viewer.scope(), q)
                                : List.of(),
                        unit,
                        person != null && !unit.isBlank()
                                ? queries
                                        .units(
                                                viewer.scope(),
                                                unit,
                                                chosen == TransferKind.TEMPORARY
                                                        ? transfers.cellsBeside(
                                                                viewer, person.workNo())
                                                        : List.of())
                                        .stream()
                                        .map(TransferPages::choice)
                                        .toList()
                                : List.of(),
                        TransferCause.of(chosen).stream().map(Choice::of).toList(),
                        rules.on(LocalDate.now(clock)),
                        typed));
        return "transfer/new";
    }

    private static Choice choice(TransferQueries.FoundUnit unit) {
        String above = unit.above();
        return Choice.of(unit.id(), unit.name())
                .withHint(above == null ? unit.code() : above + " · " + unit.code());
    }

    @PostMapping(PATH)
    String open(Viewer viewer, @RequestParam UUID member, Form form) {
        return form.run(
                () -> {
                    UUID id = transfers.open(viewer, read(member, form.typed()));
                    return form.done(
                            PATH + "/" + id,
                            Transfers.mayOpen(viewer)
                                    ? "Đã mở hồ sơ chuyển sinh hoạt. Nơi đến chưa thấy cho đến khi cấp giấy."
                                    : "Đã gửi đề nghị lên cấp ủy. Nơi đến chưa thấy cho đến khi cấp giấy.");
                },
                typed ->
                        form(
                                viewer,
                                member,
                                typed.or("kind", ""),
                                "",
                                typed.or("unit", ""),
                                typed,
                                form.model()));
    }

    private static Transfers.Opening read(UUID member, Typed typed) {
        Problems.Gatherer problems = new Problems.Gatherer();
        TransferCause cause =
                Arrays.stream(TransferCause.values())
                        .filter(one -> one.name().equals(typed.or("cause", "")))
                        .findFirst()
                        .orElse(null);
        if (cause == null) {
            problems.add("cause", "Chọn lý do chuyển.");
        }
        String blocked = typed.or("blocked", "");
        if (!blocked.equals("YES") && !blocked.equals("NO")) {
            problems.add("blocked", "Trả lời: có, hoặc không.");
        }
        String number = typed.text("decisionNo", null, Transfers.LONGEST, problems);
        LocalDate decided =
                typed.day("decisionOn", "Ghi ngày của quyết định hoặc ngày đổi nơi ở.", problems);
        String toName = typed.text("toName", null, Transfers.LONGEST, problems);
        LocalDate since = typed.day("since", null, problems);
        LocalDate until = typed.day("until", null, problems);
        UUID to = id(typed.or("to", ""));
        if (to == null && toName.isEmpty()) {
            problems.add("to", Transfers.SAY_WHERE);
        }
        boolean forATime = TransferKind.TEMPORARY.name().equals(typed.or("kind", ""));
        if (forATime && since == null && typed.or("since", "").isBlank()) {
            problems.add("since", "Ghi ngày đầu của thời gian tạm thời.");
        }
        if (forATime && until == null && typed.or("until", "").isBlank()) {
            problems.add("until", "Ghi ngày cuối của thời gian tạm thời.");
        }
        problems.check();
        TransferCause why = Objects.requireNonNull(cause);
        boolean temporary = why.kind() == TransferKind.TEMPORARY;
        return new Transfers.Opening(
                member,
                why,
                blocked.equals("YES"),
                number.isEmpty() ? null : number,
                Objects.requireNonNull(decided),
                to,
                toName,
                temporary ? since : null,
                temporary ? until : null);
    }

    private static @Nullable UUID id(String typed) {
        try {
            return typed.isBlank() ? null : UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
