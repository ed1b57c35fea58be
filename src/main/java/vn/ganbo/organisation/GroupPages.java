package vn.ganbo.organisation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Typed;

/** Tổ đảng: the groups of the cells, and a new one. */
@Controller
class GroupPages {
    private final Units units;
    private final Exports exports;
    private final Clock clock;

    GroupPages(Units units, Exports exports, Clock clock) {
        this.units = units;
        this.exports = exports;
        this.clock = clock;
    }

    record Line(Unit group, String cellName) {}

    record View(List<Choice> cells, List<Line> groups, Typed typed) {
        boolean manyCells() {
            return cells.size() > 1;
        }
    }

    @GetMapping("/groups")
    String list(Viewer viewer, Model model) {
        return draw(viewer, Typed.empty(), model);
    }

    @GetMapping("/groups/export")
    void export(Viewer viewer, @RequestParam String as, HttpServletResponse answer) {
        Listing<Line> list =
                new Listing<Line>("to-dang", "Tổ đảng", LocalDate.now(clock))
                        .column("Tổ đảng", 30, line -> line.group().name())
                        .column("Chi bộ", 36, Line::cellName);
        List<Unit> below = units.subtree(viewer.scope(), viewer.unitNo());
        exports.send(viewer, list.of(groups(below, cells(below))), as, answer);
    }

    @PostMapping("/groups")
    String add(
            Viewer viewer,
            @RequestParam UUID cell,
            @RequestParam String name,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        try {
            Unit unit = units.find(viewer.scope(), cell).orElseThrow(NotFound::new);
            Unit group = units.addGroup(viewer, unit.no(), name, LocalDate.now(clock));
            return Acts.done(
                    redirect,
                    "/groups",
                    "Đã lập %s. Từ nay phân được đảng viên về tổ này.".formatted(group.name()));
        } catch (Problems problems) {
            response.setStatus(422);
            return draw(viewer, Typed.of(request.getParameterMap()).with(problems), model);
        }
    }

    private String draw(Viewer viewer, Typed typed, Model model) {
        List<Unit> below = units.subtree(viewer.scope(), viewer.unitNo());
        List<Unit> cells = cells(below);
        model.addAttribute(
                "view",
                new View(
                        cells.stream().map(u -> Choice.of(u.id().toString(), u.name())).toList(),
                        groups(below, cells),
                        typed));
        return "organisation/groups";
    }

    private static List<Unit> cells(List<Unit> below) {
        return below.stream().filter(u -> u.kind() == UnitKind.CELL).toList();
    }

    /** Cell by cell in the order of their codes: Tổ dân phố 2 before Tổ dân phố 10. */
    private static List<Line> groups(List<Unit> below, List<Unit> cells) {
        return below.stream()
                .filter(u -> u.kind() == UnitKind.GROUP)
                .sorted(
                        Comparator.comparing(
                                        (Unit u) -> cellOf(cells, u).map(Unit::code).orElse(""))
                                .thenComparing(Unit::code))
                .map(u -> new Line(u, cellOf(cells, u).map(Unit::name).orElse("")))
                .toList();
    }

    private static Optional<Unit> cellOf(List<Unit> cells, Unit group) {
        return cells.stream()
                .filter(cell -> Integer.valueOf(cell.no()).equals(group.parentNo()))
                .findFirst();
    }
}
