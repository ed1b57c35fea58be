package vn.ganbo.liaison;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.Units;
import vn.ganbo.spreadsheet.Export;
import vn.ganbo.spreadsheet.Export.Filter;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Days;

/** The register with all its columns, of a residence and of a workplace, on screen and to take. */
@Controller
class RegisterSheetPages {
    private static final int SIZE = 50;
    private static final UUID FIRST = new UUID(0, 0);

    private final RegisterSheet sheet;
    private final Units units;
    private final Exports exports;
    private final Clock clock;

    RegisterSheetPages(RegisterSheet sheet, Units units, Exports exports, Clock clock) {
        this.sheet = sheet;
        this.units = units;
        this.exports = exports;
        this.clock = clock;
    }

    record Row(UUID member, List<String> cells) {}

    record View(
            boolean workplace,
            String path,
            String unitName,
            LocalDate on,
            String typed,
            boolean whole,
            @Nullable String problem,
            RegisterQueries.Totals totals,
            List<RegisterPages.Place> places,
            List<String> titles,
            List<Row> rows,
            @Nullable String next,
            String query,
            boolean mayReconcile) {}

    /** What the address asks for, as typed. */
    private record Typed(
            boolean workplace,
            @Nullable UUID unit,
            String on,
            String q,
            boolean whole,
            String afterKey,
            UUID afterId) {
        String path() {
            return workplace ? "/introductions/register" : "/register/sheet";
        }
    }

    /** What is asked for, with the unit of which it is asked. */
    private record Asked(RegisterSheet.Ask ask, Unit unit, List<Unit> below, boolean wrongDay) {}

    @Transactional(readOnly = true)
    @GetMapping("/register/sheet")
    String ofResidence(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean whole,
            @RequestParam(defaultValue = "") String afterKey,
            @RequestParam(required = false) @Nullable UUID afterId,
            Model model) {
        return page(viewer, new Typed(false, unit, on, q, whole, afterKey, or(afterId)), model);
    }

    @Transactional(readOnly = true)
    @GetMapping("/introductions/register")
    String ofWorkplace(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean whole,
            @RequestParam(defaultValue = "") String afterKey,
            @RequestParam(required = false) @Nullable UUID afterId,
            Model model) {
        return page(viewer, new Typed(true, unit, on, q, whole, afterKey, or(afterId)), model);
    }

    @GetMapping("/register/export")
    void takeOfResidence(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean whole,
            @RequestParam String as,
            HttpServletResponse answer) {
        exports.send(
                viewer,
                export(viewer, asked(viewer, new Typed(false, unit, on, q, whole, "", FIRST))),
                as,
                answer);
    }

    @GetMapping("/introductions/register/export")
    void takeOfWorkplace(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean whole,
            @RequestParam String as,
            HttpServletResponse answer) {
        exports.send(
                viewer,
                export(viewer, asked(viewer, new Typed(true, unit, on, q, whole, "", FIRST))),
                as,
                answer);
    }

    /** Who came and who went in the year up to a day; somebody may do both. */
    private record Move(RegisterQueries.Move who, boolean arrival) {
        LocalDate on() {
            return arrival ? who.since() : Objects.requireNonNull(who.until());
        }

        @Nullable String more() {
            return arrival ? who.placeName() : who.leftBecause();
        }
    }

    @GetMapping("/register/moves/export")
    void takeMoves(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(defaultValue = "") String on,
            @RequestParam String as,
            HttpServletResponse answer) {
        Asked asked = asked(viewer, new Typed(false, unit, on, "", true, "", FIRST));
        LocalDate date = asked.ask().of().on();
        List<Move> moves = new ArrayList<>();
        for (RegisterQueries.Move move : sheet.moves(viewer.scope(), asked.ask())) {
            if (move.departed()) {
                moves.add(new Move(move, false));
            }
            if (move.arrived()) {
                moves.add(new Move(move, true));
            }
        }
        Listing<Move> list =
                new Listing<Move>(
                                "chuyen-den-chuyen-di",
                                "Chuyển đến, chuyển đi năm " + date.getYear(),
                                date)
                        .filter("Nơi", asked.unit().name())
                        .column("Họ và tên", 24, move -> move.who().fullName())
                        .column("Nơi công tác", 28, move -> move.who().workName())
                        .column("Loại", 14, move -> move.arrival() ? "Chuyển đến" : "Chuyển đi")
                        .column("Ngày", 12, Move::on)
                        .column("Nơi đến, lý do", 30, Move::more);
        exports.send(viewer, list.of(moves), as, answer);
    }

    private static UUID or(@Nullable UUID afterId) {
        return afterId == null ? FIRST : afterId;
    }

    private Asked asked(Viewer viewer, Typed typed) {
        LocalDate day = Days.read(typed.on()).orElse(null);
        LocalDate date = day == null ? LocalDate.now(clock) : day;
        List<Unit> below = units.subtree(viewer.scope(), viewer.unitNo());
        Unit chosen = RegisterPages.chosen(below, typed.unit());
        Scope scope =
                chosen.no() == viewer.unitNo()
                        ? viewer.scope()
                        : units.scopeOf(viewer.scope(), chosen.no(), date);
        RegisterQueries.Ask of =
                RegisterQueries.Ask.of(
                        scope, date, typed.q(), typed.afterKey(), typed.afterId(), below);
        return new Asked(
                new RegisterSheet.Ask(of, typed.workplace(), typed.whole()),
                chosen,
                below,
                day == null && !typed.on().isEmpty());
    }

    private String page(Viewer viewer, Typed typed, Model model) {
        Asked asked = asked(viewer, typed);
        RegisterSheet.Ask ask = asked.ask();
        List<Export.Column> columns = sheet.columns(ask);
        // The ordinal number is that of the page here, and says nothing.
        int[] shown =
                IntStream.range(1, columns.size()).filter(i -> columns.get(i).inFiles()).toArray();
        List<RegisterSheet.Line> lines = sheet.page(viewer.scope(), ask, SIZE + 1);
        String query = query(asked, typed);
        model.addAttribute(
                "view",
                new View(
                        typed.workplace(),
                        typed.path(),
                        asked.unit().name(),
                        ask.of().on(),
                        typed.q(),
                        typed.whole(),
                        asked.wrongDay()
                                ? "Ngày “"
                                        + typed.on()
                                        + "” chưa đúng. Hãy ghi ngày/tháng/năm, ví dụ 23/11/2026."
                                : null,
                        sheet.totals(viewer.scope(), ask),
                        places(viewer, asked),
                        IntStream.of(shown).mapToObj(i -> columns.get(i).title()).toList(),
                        lines.stream().limit(SIZE).map(line -> row(line, shown)).toList(),
                        lines.size() > SIZE
                                ? next(typed.path() + query, lines.get(SIZE - 1))
                                : null,
                        query,
                        !viewer.is(Role.COMMITTEE_MEMBER_IN_CHARGE)));
        return "liaison/sheet";
    }

    private static Row row(RegisterSheet.Line line, int[] shown) {
        return new Row(
                line.member(),
                IntStream.of(shown).mapToObj(i -> Export.shown(line.cells()[i])).toList());
    }

    private static List<RegisterPages.Place> places(Viewer viewer, Asked asked) {
        return asked.below().stream()
                .map(unit ->
                        new RegisterPages.Place(
                                unit.id(),
                                unit.name(),
                                unit.no() != viewer.unitNo(),
                                unit.equals(asked.unit())))
                .toList();
    }

    private Export export(Viewer viewer, Asked asked) {
        RegisterSheet.Ask ask = asked.ask();
        RegisterQueries.Totals totals = sheet.totals(viewer.scope(), ask);
        List<Filter> filters = new ArrayList<>();
        if (asked.unit().no() != viewer.unitNo()) {
            filters.add(Filter.of("Nơi", asked.unit().name()));
        }
        if (!ask.of().typed().isBlank()) {
            filters.add(Filter.typed("Tìm", ask.of().typed().strip()));
        }
        if (ask.whole()) {
            filters.add(Filter.of("Gồm", "cả người đã chuyển đi trong năm"));
        }
        return new Export(
                ask.workplace() ? "so-theo-doi-noi-cong-tac" : "so-theo-doi",
                (ask.workplace()
                                ? "Sổ theo dõi đảng viên đã giới thiệu về nơi cư trú năm "
                                : "Sổ theo dõi đảng viên giữ mối liên hệ nơi cư trú năm ")
                        + ask.year(),
                ask.of().on(),
                List.of(balance(totals, ask.of().on())),
                filters,
                sheet.columns(ask),
                sheet.count(viewer.scope(), ask),
                taker -> sheet.each(viewer.scope(), ask, line -> taker.accept(line.cells())));
    }

    private static String balance(RegisterQueries.Totals totals, LocalDate on) {
        return "Đầu năm "
                + Show.number(totals.opening())
                + ", chuyển đến "
                + Show.number(totals.arrivals())
                + ", chuyển đi "
                + Show.number(totals.departures())
                + ", đến ngày "
                + Show.date(on)
                + " có "
                + Show.number(totals.closing());
    }

    private static String query(Asked asked, Typed typed) {
        return UriComponentsBuilder.newInstance()
                .queryParam("unit", asked.unit().id())
                .queryParam("on", "{on}")
                .queryParam("q", "{q}")
                .queryParam("whole", typed.whole())
                .encode()
                .buildAndExpand(Show.date(asked.ask().of().on()), typed.q())
                .toUriString();
    }

    private static String next(String link, RegisterSheet.Line last) {
        return link
                + UriComponentsBuilder.newInstance()
                        .queryParam("afterKey", "{key}")
                        .queryParam("afterId", last.id())
                        .encode()
                        .buildAndExpand(last.sortKey())
                        .toUriString()
                        .replace('?', '&');
    }
}
