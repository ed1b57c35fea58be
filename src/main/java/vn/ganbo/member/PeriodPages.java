package vn.ganbo.member;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Typed;

/** Quá trình: the periods of one member, and entering the next with its decision. */
@Controller
class PeriodPages {
    private static final int LONGEST = 200;

    private final Members members;
    private final Periods periods;
    private final PeriodStore store;
    private final Units units;

    PeriodPages(Members members, Periods periods, PeriodStore store, Units units) {
        this.members = members;
        this.periods = periods;
        this.store = store;
        this.units = units;
    }

    record View(
            MemberFile file,
            List<Period> periods,
            List<Choice> cells,
            boolean mayChange,
            boolean own,
            Typed typed) {}

    @GetMapping("/members/{id}/periods")
    String list(Viewer viewer, @PathVariable UUID id, Model model) {
        return show(viewer, id, Typed.empty(), model);
    }

    private String show(Viewer viewer, UUID id, Typed typed, Model model) {
        MemberFile file = members.file(viewer.scope(), id).orElseThrow(NotFound::new);
        boolean mayChange = Periods.mayChange(viewer);
        List<Choice> cells =
                mayChange
                        ? units.subtree(viewer.scope(), viewer.unitNo()).stream()
                                .filter(unit -> unit.kind() == UnitKind.CELL)
                                .map(unit -> Choice.of(unit.no(), unit.name()))
                                .toList()
                        : List.of();
        model.addAttribute(
                "view",
                new View(
                        file,
                        store.of(viewer.scope(), id),
                        cells,
                        mayChange,
                        id.equals(viewer.scope().self()),
                        typed));
        return "member/periods";
    }

    @PostMapping("/members/{id}/periods")
    String add(
            Viewer viewer,
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = Typed.of(request.getParameterMap());
        try {
            periods.add(viewer, id, read(typed));
            return Acts.done(redirect, "/members/" + id + "/periods", "Đã ghi vào quá trình.");
        } catch (Problems e) {
            response.setStatus(422);
            return show(viewer, id, typed.with(e), model);
        }
    }

    @PostMapping("/members/{id}/periods/{period}/withdrawal")
    String withdraw(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID period,
            RedirectAttributes redirect) {
        periods.withdraw(viewer, id, period);
        return Acts.done(redirect, "/members/" + id + "/periods", "Đã bỏ dòng ghi nhầm.");
    }

    private static Periods.NewPeriod read(Typed typed) {
        Problems.Gatherer problems = new Problems.Gatherer();
        PeriodKind kind = constant(PeriodKind.values(), typed.or("kind", ""));
        MemberStatus status =
                kind == PeriodKind.STATUS
                        ? constant(MemberStatus.values(), typed.or("status", ""))
                        : null;
        String place = kind == PeriodKind.RESIDENCE ? text(typed, "place", problems) : null;
        String unit = kind == PeriodKind.WORKPLACE ? typed.or("unit", "") : "";
        if (kind == null) {
            problems.add("kind", "Chọn ghi về việc gì.");
        }
        if (kind == PeriodKind.STATUS && status == null) {
            problems.add("status", "Chọn tình trạng.");
        }
        if (kind == PeriodKind.RESIDENCE && place == null) {
            problems.add("place", "Ghi địa chỉ nơi ở mới.");
        }
        if (kind == PeriodKind.WORKPLACE && !unit.matches("[0-9]{1,9}")) {
            problems.add("unit", "Chọn chi bộ chuyển đến.");
        }
        LocalDate since = typed.day("since", null, problems);
        if (since == null && problems.isEmpty()) {
            problems.add("since", "Ghi ngày bắt đầu.");
        }
        LocalDate until = kind == PeriodKind.WORKPLACE ? null : typed.day("until", null, problems);
        String paperNo = text(typed, "paperNo", problems);
        LocalDate paperDate = typed.day("paperDate", null, problems);
        String issuer = text(typed, "paperIssuer", problems);
        problems.check();
        if (kind == null || since == null) {
            throw Problems.of("since", "Ghi ngày bắt đầu.");
        }
        return new Periods.NewPeriod(
                kind,
                status,
                place,
                unit.isEmpty() ? null : Integer.valueOf(unit),
                since,
                until,
                paperNo,
                paperDate,
                issuer);
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] all, String name) {
        for (E one : all) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        return null;
    }

    private static @Nullable String text(Typed typed, String field, Problems.Gatherer problems) {
        String clean = Texts.clean(typed.or(field, ""));
        problems.atMost(field, clean, LONGEST);
        return clean.isEmpty() ? null : clean;
    }
}
