package vn.ganbo.member;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.Exemption;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** Diện miễn nơi cư trú: of one member, and all that are in force. */
@Controller
class ExemptionPages {
    private static final int LONGEST = 200;

    private final Members members;
    private final Exemptions exemptions;
    private final ExemptionStore store;
    private final Rulebooks rulebooks;
    private final Exports exports;
    private final Clock clock;

    ExemptionPages(
            Members members,
            Exemptions exemptions,
            ExemptionStore store,
            Rulebooks rulebooks,
            Exports exports,
            Clock clock) {
        this.members = members;
        this.exemptions = exemptions;
        this.store = store;
        this.rulebooks = rulebooks;
        this.exports = exports;
        this.clock = clock;
    }

    /** A period as the page shows it; it can be ended while it is in force. */
    record Line(
            ExemptionStore.Line of,
            String ground,
            String time,
            String paper,
            @Nullable UUID decision,
            boolean open) {}

    record View(
            MemberFile file,
            List<Line> lines,
            List<Choice> grounds,
            List<Exemption> neverKept,
            boolean mayChange,
            boolean own,
            Typed typed) {}

    /** Somebody who is exempt today; {@code soon} when the rulebook reminds of the last day. */
    record InForce(
            ExemptionStore.InForce of, String ground, String time, String paper, boolean soon) {}

    @GetMapping("/exemptions")
    String inForce(Viewer viewer, Model model) {
        model.addAttribute("lines", all(viewer));
        return "member/exemptions";
    }

    @GetMapping("/exemptions/export")
    void export(Viewer viewer, @RequestParam String as, HttpServletResponse answer) {
        Listing<InForce> list =
                new Listing<InForce>("dien-mien", "Diện miễn nơi cư trú", LocalDate.now(clock))
                        .column("Họ và tên", 24, line -> line.of().fullName())
                        .column("Chi bộ", 26, line -> line.of().cellName())
                        .column("Diện miễn", 30, line -> Labels.of(line.of().kind()))
                        .column("Căn cứ", 34, InForce::ground)
                        .column("Từ ngày", 12, line -> line.of().since())
                        .column("Đến hết ngày", 12, line -> line.of().until())
                        .column("Văn bản", 30, InForce::paper);
        exports.send(viewer, list.of(all(viewer)), as, answer);
    }

    private List<InForce> all(Viewer viewer) {
        Rulebook book = book(viewer);
        LocalDate soon = exemptions.soon(book);
        List<InForce> lines = new ArrayList<>();
        store.eachInForce(
                viewer.scope(),
                e ->
                        lines.add(
                                new InForce(
                                        e,
                                        Exemptions.groundName(book, e.ground()),
                                        time(e.since(), e.until()),
                                        paper(e.paperNo(), e.paperDate(), e.paperIssuer()),
                                        soon != null
                                                && e.until() != null
                                                && !e.until().isAfter(soon))));
        return lines;
    }

    private Rulebook book(Viewer viewer) {
        return rulebooks.on(viewer.scope(), LocalDate.now(clock), viewer.unitNo());
    }

    @GetMapping("/members/{id}/exemptions")
    String list(Viewer viewer, @PathVariable UUID id, Model model) {
        return show(viewer, id, Typed.empty(), model);
    }

    private String show(Viewer viewer, UUID id, Typed typed, Model model) {
        MemberFile file = members.file(viewer.scope(), id).orElseThrow(NotFound::new);
        Rulebook book = book(viewer);
        LocalDate today = LocalDate.now(clock);
        model.addAttribute(
                "view",
                new View(
                        file,
                        store.of(viewer.scope(), id).stream()
                                .map(line -> line(book, line, today))
                                .toList(),
                        exemptions.grounds(viewer).stream()
                                .map(g ->
                                        Choice.of(g.key(), g.label() + " – " + Labels.of(g.kind())))
                                .toList(),
                        exemptions.neverKept(viewer),
                        viewer.is(Role.WORKPLACE_OFFICE),
                        id.equals(viewer.scope().self()),
                        typed));
        return "member/exemption";
    }

    private static Line line(Rulebook book, ExemptionStore.Line line, LocalDate today) {
        boolean over = line.until() != null && line.until().isBefore(today);
        return new Line(
                line,
                Exemptions.groundName(book, line.ground()),
                time(line.since(), line.until()),
                paper(line.paperNo(), line.paperDate(), line.paperIssuer()),
                line.decision(),
                !line.withdrawn() && !over);
    }

    private static String time(@Nullable LocalDate since, @Nullable LocalDate until) {
        return (since == null ? "" : "từ " + Show.date(since))
                + (until == null ? "" : " đến hết " + Show.date(until));
    }

    private static String paper(
            @Nullable String number, @Nullable LocalDate on, @Nullable String issuer) {
        return Stream.of(number, on == null ? null : "ngày " + Show.date(on), issuer)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    @PostMapping("/members/{id}/exemptions")
    String grant(
            Viewer viewer,
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            exemptions.grant(viewer, id, read(Typed.of(request.getParameterMap())));
                            return Acts.done(
                                    redirect,
                                    page(id),
                                    "Đã ghi diện miễn. Nơi cư trú và đảng viên được báo.");
                        },
                        typed -> show(viewer, id, typed, model));
    }

    @PostMapping("/members/{id}/exemptions/{exemption}/end")
    String end(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID exemption,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            Problems.Gatherer problems = new Problems.Gatherer();
                            LocalDate on =
                                    Typed.of(request.getParameterMap())
                                            .day("on", "Ghi ngày thôi miễn.", problems);
                            problems.check();
                            exemptions.end(viewer, id, exemption, Objects.requireNonNull(on));
                            return Acts.done(
                                    redirect,
                                    page(id),
                                    "Đã kết thúc diện miễn. Nơi cư trú và đảng viên được báo.");
                        },
                        typed -> show(viewer, id, typed, model));
    }

    @PostMapping("/members/{id}/exemptions/{exemption}/withdrawal")
    String withdraw(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID exemption,
            RedirectAttributes redirect) {
        exemptions.withdraw(viewer, id, exemption);
        return Acts.done(redirect, page(id), "Đã bỏ dòng ghi nhầm.");
    }

    private static String page(UUID member) {
        return "/members/" + member + "/exemptions";
    }

    private static Exemptions.NewExemption read(Typed typed) {
        Problems.Gatherer problems = new Problems.Gatherer();
        LocalDate since = typed.day("since", "Ghi ngày bắt đầu.", problems);
        LocalDate until =
                typed.day("until", "Ghi ngày hết hạn; còn miễn tiếp thì gia hạn sau.", problems);
        String number = typed.text("paperNo", null, LONGEST, problems);
        LocalDate paperDate =
                typed.day("paperDate", number.isEmpty() ? null : "Ghi ngày của văn bản.", problems);
        String issuer = typed.text("paperIssuer", null, LONGEST, problems);
        problems.check();
        return new Exemptions.NewExemption(
                typed.or("ground", ""),
                Objects.requireNonNull(since),
                Objects.requireNonNull(until),
                number,
                Objects.requireNonNullElse(paperDate, Objects.requireNonNull(since)),
                issuer.isEmpty() ? null : issuer);
    }
}
