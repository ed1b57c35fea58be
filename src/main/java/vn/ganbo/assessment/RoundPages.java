package vn.ganbo.assessment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Link;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** The board of the ward's round, and the act that opens it. */
@Controller
class RoundPages {
    private final Rounds rounds;
    private final RoundQueries queries;
    private final RoundRuns runs;
    private final RoundRunPages runPages;
    private final Clock clock;

    RoundPages(
            Rounds rounds,
            RoundQueries queries,
            RoundRuns runs,
            RoundRunPages runPages,
            Clock clock) {
        this.rounds = rounds;
        this.queries = queries;
        this.runs = runs;
        this.runPages = runPages;
        this.clock = clock;
    }

    record Row(
            RoundQueries.Cell cell, RoundQueries.Pill meeting, RoundQueries.@Nullable Pill late) {}

    /** Slips of the whole ward by where they stand. */
    record Totals(long all, long returned, long confirmed, long signed, long ready) {
        long open() {
            return all - returned - confirmed - signed - ready;
        }
    }

    record View(
            RoundQueries.Round round,
            String place,
            String lead,
            List<Row> rows,
            Totals totals,
            List<Link> years,
            boolean mayAct,
            boolean mayOpen,
            boolean wards,
            @Nullable Integer openable) {}

    /**
     * The form that opens.
     *
     * @param wards whose rounds a superior opens at once; empty for a ward's own
     */
    record NewView(
            int year, Rounds.Due proposed, boolean mayOpen, List<String> wards, Typed typed) {
        String action() {
            return wards.isEmpty() ? "/rounds" : "/rounds/wards";
        }
    }

    /** The newest round; who looks at several wards begins at the board of all. */
    @GetMapping("/rounds")
    String newest(Viewer viewer, Model model) {
        if (viewer.is(Role.ANALYST)) {
            return "redirect:/rounds/wards";
        }
        return queries.round(viewer.scope(), null)
                .map(round -> board(viewer, round, model))
                .orElseGet(() -> form(viewer, Typed.empty(), model));
    }

    @GetMapping("/rounds/new")
    String form(Viewer viewer, Model model) {
        return form(viewer, Typed.empty(), model);
    }

    @GetMapping("/rounds/{id}")
    String show(Viewer viewer, @PathVariable UUID id, Model model) {
        return board(viewer, queries.round(viewer.scope(), id).orElseThrow(NotFound::new), model);
    }

    @PostMapping("/rounds")
    String open(
            Viewer viewer,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            FormFields fields = new FormFields(typed);
                            int year = fields.year("year");
                            Rounds.Due due = due(fields);
                            UUID id = rounds.open(viewer, year, due);
                            return Acts.done(
                                    redirect,
                                    "/rounds/" + id,
                                    "Đã mở đợt nhận xét %d. Mỗi chi bộ thấy phiếu của mình từ bây giờ."
                                            .formatted(year));
                        },
                        again -> form(viewer, again, model));
    }

    /** For all wards below that have none yet. */
    @GetMapping("/rounds/wards/new")
    String formForAll(Viewer viewer, Model model) {
        return formForAll(viewer, Typed.empty(), model);
    }

    @PostMapping("/rounds/wards")
    String openAll(
            Viewer viewer,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            FormFields fields = new FormFields(typed);
                            int year = fields.year("year");
                            Rounds.Due due = due(fields);
                            if (rounds.toOpen(viewer, year, due).size() > RoundRuns.FEW_WARDS) {
                                return runPages.started(viewer, runs.open(viewer, year, due));
                            }
                            Rounds.Opened opened = rounds.openAll(viewer, year, due);
                            return Acts.done(
                                    redirect,
                                    "/rounds/wards?year=" + year,
                                    "Đã mở đợt nhận xét %d ở %s xã, phường: %s phiếu. Mỗi chi bộ thấy phiếu của mình từ bây giờ."
                                            .formatted(
                                                    year,
                                                    Show.number(opened.wards()),
                                                    Show.number(opened.slips())));
                        },
                        again -> formForAll(viewer, again, model));
    }

    private String formForAll(Viewer viewer, Typed typed, Model model) {
        int year = LocalDate.now(clock).getYear();
        List<String> wards = rounds.unopened(viewer, year).stream().map(Unit::shortName).toList();
        if (wards.isEmpty() && !typed.failed()) {
            return "redirect:/rounds/wards";
        }
        return form(viewer, wards, typed, model);
    }

    private static Rounds.Due due(FormFields fields) {
        Rounds.Due due =
                new Rounds.Due(
                        fields.day("meeting", "hạn họp thống nhất"),
                        fields.day("comment", "hạn ký phiếu"),
                        fields.day("returned", "hạn gửi trả"),
                        optional(fields, "request", "hạn xin ý kiến"),
                        optional(fields, "report", "ngày tự báo cáo"),
                        optional(fields, "confirm", "hạn xác nhận"));
        fields.check();
        return due;
    }

    private static @Nullable LocalDate optional(FormFields fields, String field, String what) {
        return fields.text(field).isEmpty() ? null : fields.day(field, what);
    }

    @PostMapping("/rounds/{id}/supplement")
    String supplement(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
        int added = rounds.supplement(viewer, id);
        return Acts.done(
                redirect,
                "/rounds/" + id,
                added == 0
                        ? "Mọi người trong sổ đều đã có phiếu."
                        : "Đã bổ sung %s phiếu cho người mới vào sổ."
                                .formatted(Show.number(added)));
    }

    private String form(Viewer viewer, Typed typed, Model model) {
        return form(viewer, List.of(), typed, model);
    }

    private String form(Viewer viewer, List<String> wards, Typed typed, Model model) {
        int year = LocalDate.now(clock).getYear();
        model.addAttribute(
                "view",
                new NewView(
                        year,
                        rounds.proposed(viewer, year),
                        viewer.is(Role.RESIDENCE_OFFICE, Role.ANALYST),
                        wards,
                        typed));
        return "assessment/roundform";
    }

    private String board(Viewer viewer, RoundQueries.Round round, Model model) {
        LocalDate today = LocalDate.now(clock);
        List<RoundQueries.Cell> cells = queries.board(viewer.scope(), round.id());
        List<RoundQueries.Year> years = queries.years(viewer.scope());
        boolean several = years.stream().map(RoundQueries.Year::wardName).distinct().count() > 1;
        List<Link> links = new ArrayList<>();
        for (RoundQueries.Year year : years) {
            String label = "Năm " + year.year() + (several ? " · " + year.ward() : "");
            links.add(
                    year.id().equals(round.id())
                            ? Link.here(label)
                            : Link.to(label, "/rounds/" + year.id()));
        }
        boolean office = viewer.is(Role.RESIDENCE_OFFICE);
        boolean openable =
                office && years.stream().noneMatch(year -> year.year() == today.getYear());
        model.addAttribute(
                "view",
                new View(
                        round,
                        several || ofAnother(viewer, round)
                                ? ", " + round.wardName().replaceFirst("^Đảng bộ ", "")
                                : "",
                        lead(round, today),
                        cells.stream()
                                .map(cell ->
                                        new Row(
                                                cell,
                                                cell.meeting(round, today),
                                                cell.late(round, today)))
                                .toList(),
                        totals(cells),
                        links,
                        office,
                        viewer.is(Role.RESIDENCE_OFFICE, Role.AUDITOR),
                        several && viewer.is(Role.ANALYST, Role.AUDITOR),
                        openable ? today.getYear() : null));
        return "assessment/round";
    }

    /** The round of a ward that was merged into the viewer's. */
    private static boolean ofAnother(Viewer viewer, RoundQueries.Round round) {
        Viewer.Unit own = viewer.unit();
        return own == null || !own.name().equals(round.wardName());
    }

    private static String lead(RoundQueries.Round round, LocalDate today) {
        long days = today.until(round.returnedDue(), ChronoUnit.DAYS);
        String left =
                days >= 0
                        ? "còn %d ngày đến hạn gửi trả (%s)"
                                .formatted(days, Show.shortDate(round.returnedDue()))
                        : "quá hạn gửi trả %d ngày (%s)"
                                .formatted(-days, Show.shortDate(round.returnedDue()));
        return "Mở ngày %s · %s".formatted(Show.date(round.openedOn()), left);
    }

    private static Totals totals(List<RoundQueries.Cell> cells) {
        long all = 0;
        long returned = 0;
        long confirmed = 0;
        long signed = 0;
        long ready = 0;
        for (RoundQueries.Cell cell : cells) {
            all += cell.total();
            returned += cell.returned();
            confirmed += cell.confirmed();
            signed += cell.signed();
            ready += cell.ready();
        }
        return new Totals(all, returned, confirmed, signed, ready);
    }
}
