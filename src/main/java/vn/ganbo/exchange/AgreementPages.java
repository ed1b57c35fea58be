package vn.ganbo.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.exchange.AgreementStore.Agreement;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** Quy chế phối hợp: what was agreed with committees of the other side. */
@Controller
class AgreementPages {
    private static final int LONGEST = 300;
    private static final String PATH = "/agreements";

    private final Agreements agreements;
    private final AgreementStore store;
    private final Units units;
    private final Exports exports;
    private final Clock clock;

    AgreementPages(
            Agreements agreements,
            AgreementStore store,
            Units units,
            Exports exports,
            Clock clock) {
        this.agreements = agreements;
        this.store = store;
        this.units = units;
        this.exports = exports;
        this.clock = clock;
    }

    /** One record; what may be done with it now. */
    record Line(Agreement of, boolean over, boolean mayConfirm, boolean mayEnd) {}

    record View(
            boolean workplace,
            boolean mayWrite,
            List<Line> lines,
            List<Choice> partners,
            Typed typed) {}

    @GetMapping(PATH)
    String list(Viewer viewer, Model model) {
        return show(viewer, Typed.empty(), model);
    }

    private String show(Viewer viewer, Typed typed, Model model) {
        boolean mayWrite = Agreements.mayWrite(viewer);
        Direction writes = Direction.writtenBy(viewer);
        LocalDate today = LocalDate.now(clock);
        model.addAttribute(
                "view",
                new View(
                        writes == Direction.TO_RESIDENCE,
                        mayWrite,
                        store.list(viewer.scope()).stream()
                                .map(of -> line(of, mayWrite, writes, today))
                                .toList(),
                        mayWrite
                                ? store.partners(viewer.scope(), writes).stream()
                                        .map(p -> Choice.of(p.no(), Show.committee(p.name())))
                                        .toList()
                                : List.of(),
                        typed));
        return "exchange/agreements";
    }

    private static Line line(Agreement of, boolean mayWrite, Direction writes, LocalDate today) {
        boolean over = of.until() != null && of.until().isBefore(today);
        return new Line(
                of,
                over,
                mayWrite
                        && !over
                        && of.confirmedOn() == null
                        && !of.recordedBySide().equals(writes.from()),
                mayWrite && !over);
    }

    @GetMapping(PATH + "/export")
    void export(Viewer viewer, @RequestParam String as, HttpServletResponse answer) {
        Listing<Agreement> list =
                new Listing<Agreement>("quy-che-phoi-hop", "Quy chế phối hợp", LocalDate.now(clock))
                        .column("Nơi công tác", 30, of -> Show.committee(of.workName()))
                        .column("Nơi cư trú", 30, of -> Show.committee(of.wardName()))
                        .column("Số", 14, Agreement::paperNo)
                        .column("Ngày ký", 12, Agreement::signedOn)
                        .column("Từ ngày", 12, Agreement::since)
                        .column("Đến hết ngày", 12, Agreement::until)
                        .column("Đầu mối nơi công tác", 26, Agreement::workContact)
                        .column("Đầu mối nơi cư trú", 26, Agreement::wardContact)
                        .column("Hạn trả lời (ngày)", 10, Agreement::answerDays)
                        .column("Ngày xác nhận", 12, Agreement::confirmedOn)
                        .column("Nội dung", 60, Agreement::body);
        exports.send(viewer, list.of(store.list(viewer.scope())), as, answer);
    }

    @PostMapping(PATH)
    String record(
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            agreements.record(
                                    viewer, read(viewer, Typed.of(request.getParameterMap())));
                            return Acts.done(
                                    redirect,
                                    PATH,
                                    "Đã ghi quy chế phối hợp. Bên kia xác nhận thì thời hạn có hiệu lực.");
                        },
                        typed -> show(viewer, typed, model));
    }

    @PostMapping(PATH + "/{id}/confirmation")
    String confirm(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            agreements.confirm(viewer, id, version);
                            return Acts.done(redirect, PATH, "Đã xác nhận quy chế phối hợp.");
                        },
                        typed -> show(viewer, typed, model));
    }

    @PostMapping(PATH + "/{id}/end")
    String end(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            agreements.end(viewer, id, version);
                            return Acts.done(
                                    redirect, PATH, "Đã kết thúc quy chế phối hợp từ hôm nay.");
                        },
                        typed -> show(viewer, typed, model));
    }

    private Agreements.NewAgreement read(Viewer viewer, Typed typed) {
        Problems.Gatherer problems = new Problems.Gatherer();
        String partner = typed.or("partner", "");
        if (!partner.matches("[0-9]{1,9}")) {
            problems.add("partner", "Chọn cấp ủy bên kia.");
        }
        LocalDate since = typed.day("since", "Ghi ngày bắt đầu.", problems);
        LocalDate until = typed.day("until", null, problems);
        LocalDate signedOn = typed.day("signedOn", "Ghi ngày hai bên ký.", problems);
        String paperNo = typed.text("paperNo", "Ghi số quy chế.", LONGEST, problems);
        String body = Texts.paragraphs(typed.or("body", ""));
        if (body.isEmpty()) {
            problems.add("body", "Ghi những việc hai bên thống nhất.");
        }
        problems.atMost("body", body, Exchanges.LONGEST);
        String workContact =
                typed.text("workContact", "Ghi đầu mối nơi công tác.", LONGEST, problems);
        String wardContact =
                typed.text("wardContact", "Ghi đầu mối nơi cư trú.", LONGEST, problems);
        String days = Texts.clean(typed.or("answerDays", ""));
        if (!days.isEmpty() && !days.matches("[1-9]|[1-5][0-9]|60")) {
            problems.add("answerDays", "Ghi một số ngày làm việc từ 1 đến 60, hoặc để trống.");
        }
        problems.check();
        boolean workplace = Direction.writtenBy(viewer) == Direction.TO_RESIDENCE;
        int other = Integer.parseInt(partner);
        int own = committee(viewer, workplace ? UnitKind.GRASSROOTS : UnitKind.COMMUNE);
        return new Agreements.NewAgreement(
                workplace ? own : other,
                workplace ? other : own,
                Objects.requireNonNull(since),
                until,
                paperNo,
                Objects.requireNonNull(signedOn),
                body,
                workContact,
                wardContact,
                days.isEmpty() ? null : Integer.valueOf(days));
    }

    private int committee(Viewer viewer, UnitKind kind) {
        return units.above(viewer.scope(), viewer.unitNo()).stream()
                .filter(unit -> unit.kind() == kind)
                .map(unit -> unit.no())
                .findFirst()
                .orElse(viewer.unitNo());
    }
}
