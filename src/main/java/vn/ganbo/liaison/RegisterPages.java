package vn.ganbo.liaison;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.ganbo.kernel.RegisterColumn;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;
import vn.ganbo.web.Days;

/** Sổ theo dõi, on any date, of a ward, a cell or a group. */
@Controller
class RegisterPages {
    private static final int SIZE = 50;
    private static final UUID FIRST = new UUID(0, 0);

    private final RegisterQueries queries;
    private final Units units;
    private final List<RegisterColumn> columns;
    private final Clock clock;

    RegisterPages(
            RegisterQueries queries,
            Units units,
            ObjectProvider<RegisterColumn> columns,
            Clock clock) {
        this.queries = queries;
        this.units = units;
        this.columns =
                columns.stream().sorted(Comparator.comparingInt(RegisterColumn::order)).toList();
        this.clock = clock;
    }

    /** One line with the badges of the contributed columns. */
    record Row(RegisterQueries.Line line, List<List<RegisterColumn.Badge>> badges) {}

    record Place(UUID id, String name, boolean indented, boolean chosen) {}

    record View(
            String unitName,
            String chosenId,
            boolean inCell,
            LocalDate on,
            String typed,
            @Nullable String problem,
            RegisterQueries.Totals totals,
            List<Place> places,
            List<String> columns,
            List<Row> rows,
            @Nullable String next,
            String query,
            @Nullable String lettersLink,
            boolean maySeeSheet) {}

    record MovesView(
            String unitName,
            LocalDate on,
            List<RegisterQueries.Move> moves,
            List<RegisterQueries.Balance> balances,
            String query) {
        long arrivals() {
            return moves.stream().filter(RegisterQueries.Move::arrived).count();
        }

        long departures() {
            return moves.stream().filter(RegisterQueries.Move::departed).count();
        }
    }

    @Transactional(readOnly = true)
    @GetMapping("/register")
    String list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String afterKey,
            @RequestParam(required = false) @Nullable UUID afterId,
            Model model) {
        @Nullable LocalDate typedDay = day(on);
        LocalDate date = typedDay == null ? LocalDate.now(clock) : typedDay;
        List<Unit> below = units.subtree(viewer.scope(), viewer.unitNo());
        Unit chosen = chosen(below, unit);
        RegisterQueries.Ask ask =
                RegisterQueries.Ask.of(
                        scopeOf(viewer, chosen, date),
                        date,
                        q,
                        afterKey,
                        afterId == null ? FIRST : afterId,
                        below);
        List<RegisterQueries.Line> lines = queries.page(viewer.scope(), ask, SIZE + 1);
        List<Row> rows = rows(viewer.scope(), lines, date);
        String query = query(chosen, date, q);
        model.addAttribute(
                "view",
                new View(
                        chosen.name(),
                        chosen.id().toString(),
                        chosen.kind() == UnitKind.CELL || chosen.kind() == UnitKind.GROUP,
                        date,
                        q,
                        on.isEmpty() || typedDay != null
                                ? null
                                : "Ngày “"
                                        + on
                                        + "” chưa đúng. Hãy ghi ngày/tháng/năm, ví dụ 23/11/2026.",
                        queries.totals(viewer.scope(), ask),
                        below.stream()
                                .map(u ->
                                        new Place(
                                                u.id(),
                                                u.name(),
                                                u.no() != viewer.unitNo(),
                                                u.equals(chosen)))
                                .toList(),
                        columns.stream().map(c -> c.title(date.getYear())).toList(),
                        rows,
                        lines.size() > SIZE ? next(query, lines.get(SIZE - 1)) : null,
                        query,
                        viewer.is(Role.RESIDENCE_OFFICE, Role.RESIDENCE_CELL_SECRETARY)
                                ? "/introductions"
                                : null,
                        viewer.is(
                                Role.RESIDENCE_OFFICE,
                                Role.RESIDENCE_CELL_SECRETARY,
                                Role.COMMITTEE_MEMBER_IN_CHARGE,
                                Role.AUDITOR)));
        return "liaison/register";
    }

    @GetMapping("/register/moves")
    String moves(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(defaultValue = "") String on,
            Model model) {
        @Nullable LocalDate typedDay = day(on);
        LocalDate date = typedDay == null ? LocalDate.now(clock) : typedDay;
        Unit chosen = chosen(units.subtree(viewer.scope(), viewer.unitNo()), unit);
        RegisterQueries.Ask ask =
                new RegisterQueries.Ask(scopeOf(viewer, chosen, date), date, "", null, "", FIRST);
        model.addAttribute(
                "view",
                new MovesView(
                        chosen.name(),
                        date,
                        queries.moves(viewer.scope(), ask),
                        queries.balances(viewer.scope(), ask),
                        query(chosen, date, "")));
        return "liaison/moves";
    }

    private Scope scopeOf(Viewer viewer, Unit chosen, LocalDate date) {
        return chosen.no() == viewer.unitNo()
                ? viewer.scope()
                : units.scopeOf(viewer.scope(), chosen.no(), date);
    }

    static Unit chosen(List<Unit> below, @Nullable UUID unit) {
        return below.stream()
                .filter(u -> u.id().equals(unit))
                .findFirst()
                .or(() -> below.stream().findFirst())
                .orElseThrow(vn.ganbo.kernel.NotFound::new);
    }

    private List<Row> rows(Scope scope, List<RegisterQueries.Line> lines, LocalDate on) {
        List<RegisterQueries.Line> shown = lines.subList(0, Math.min(SIZE, lines.size()));
        List<UUID> people = shown.stream().map(RegisterQueries.Line::memberId).toList();
        List<Map<UUID, List<RegisterColumn.Badge>>> found = new ArrayList<>();
        for (RegisterColumn column : columns) {
            found.add(people.isEmpty() ? Map.of() : column.badges(scope, people, on));
        }
        return shown.stream()
                .map(line ->
                        new Row(
                                line,
                                found.stream()
                                        .map(f -> f.getOrDefault(line.memberId(), List.of()))
                                        .toList()))
                .toList();
    }

    private static String query(Unit chosen, LocalDate date, String typed) {
        return UriComponentsBuilder.newInstance()
                .queryParam("unit", chosen.id())
                .queryParam("on", Show.date(date))
                .queryParam("q", typed)
                .build()
                .encode()
                .toUriString();
    }

    private static String next(String query, RegisterQueries.Line last) {
        return UriComponentsBuilder.fromUriString("/register" + query)
                .queryParam("afterKey", "{key}")
                .queryParam("afterId", last.id())
                .encode()
                .buildAndExpand(last.sortKey())
                .toUriString();
    }

    private static @Nullable LocalDate day(String typed) {
        return Days.read(typed).orElse(null);
    }
}
