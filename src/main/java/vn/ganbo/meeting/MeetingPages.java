package vn.ganbo.meeting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.Article;
import vn.ganbo.regulation.MeetingBook;
import vn.ganbo.regulation.MeetingRules;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** The year's meetings, and planning one. */
@Controller
class MeetingPages {
    private final Meetings meetings;
    private final MeetingStore store;
    private final MeetingQueries queries;
    private final Units units;
    private final Rulebooks rulebooks;
    private final MeetingRules rules;
    private final Clock clock;

    MeetingPages(
            Meetings meetings,
            MeetingStore store,
            MeetingQueries queries,
            Units units,
            Rulebooks rulebooks,
            MeetingRules rules,
            Clock clock) {
        this.meetings = meetings;
        this.store = store;
        this.queries = queries;
        this.units = units;
        this.rulebooks = rulebooks;
        this.rules = rules;
        this.clock = clock;
    }

    record ListView(
            int year,
            String heading,
            String lead,
            boolean mayPlan,
            List<MeetingQueries.Line> lines,
            Rhythm rhythm,
            @Nullable Article article,
            boolean hasNextYear) {}

    record FormView(
            String heading,
            String action,
            @Nullable UUID id,
            int version,
            List<Choice> units,
            Typed typed,
            @Nullable String unit,
            List<Choice> kinds,
            MeetingKind kind,
            String title,
            @Nullable LocalDate plannedOn,
            String startsAt,
            String place,
            String agenda,
            MeetingWay way,
            @Nullable String joinAt,
            @Nullable String permission,
            @Nullable MeetingBook afar,
            boolean invited) {}

    @GetMapping("/meetings")
    String list(
            Viewer viewer, @RequestParam(required = false) @Nullable Integer year, Model model) {
        LocalDate today = LocalDate.now(clock);
        int shown = year(year, today);
        LocalDate day = shown == today.getYear() ? today : LocalDate.of(shown, 12, 31);
        Optional<Rulebook> book =
                rulebooks
                        .find(day)
                        .map(r -> rulebooks.local(viewer.scope(), r, day, viewer.unitNo()));
        int perYear = book.flatMap(r -> r.meetingsPerYear().stream().boxed().findFirst()).orElse(0);
        boolean residence = !viewer.is(Role.WORKPLACE_CELL_SECRETARY);
        Rhythm rhythm = Rhythm.of(queries.rhythm(viewer.scope(), shown), shown, perYear, today);
        model.addAttribute(
                "view",
                new ListView(
                        shown,
                        residence ? "Sinh hoạt nơi cư trú" : "Sinh hoạt chi bộ",
                        residence
                                ? lead(rhythm, shown, perYear)
                                : "Năm %d: chi bộ mời đảng viên của mình, cả người đi làm xa"
                                        .formatted(shown),
                        mayConduct(viewer),
                        queries.list(viewer.scope(), shown),
                        rhythm,
                        residence ? book.flatMap(Rulebook::meetingsArticle).orElse(null) : null,
                        shown < today.getYear()));
        return "meeting/list";
    }

    static int year(@Nullable Integer asked, LocalDate today) {
        return asked == null || asked < 2000 || asked > 2100 ? today.getYear() : asked;
    }

    @GetMapping("/meetings/new")
    String create(
            Viewer viewer, @RequestParam(required = false) @Nullable Integer unit, Model model) {
        return form(viewer, null, unit, Typed.empty(), model);
    }

    @PostMapping("/meetings")
    String plan(
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            Typed typed = Typed.of(request.getParameterMap());
                            UUID id =
                                    meetings.plan(
                                            viewer,
                                            MeetingForm.read(
                                                    typed,
                                                    conveners(viewer),
                                                    LocalDate.now(clock)));
                            return Acts.done(
                                    redirect,
                                    "/meetings/" + id,
                                    "Đã lên kế hoạch cuộc họp. Bước tiếp theo: gửi giấy mời.");
                        },
                        typed -> form(viewer, null, null, typed, model));
    }

    @GetMapping("/meetings/{id}/edit")
    String edit(Viewer viewer, @PathVariable UUID id, Model model) {
        return form(viewer, own(viewer, id), null, Typed.empty(), model);
    }

    @PostMapping("/meetings/{id}")
    String change(
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
                            Typed typed = Typed.of(request.getParameterMap());
                            meetings.change(
                                    viewer,
                                    id,
                                    version,
                                    MeetingForm.read(
                                            typed, conveners(viewer), LocalDate.now(clock)));
                            return Acts.done(
                                    redirect,
                                    "/meetings/" + id,
                                    "Đã sửa cuộc họp. Người đã được mời thấy ngay ngày giờ, nơi họp mới.");
                        },
                        typed -> form(viewer, own(viewer, id), null, typed, model));
    }

    private Meeting own(Viewer viewer, UUID id) {
        return store.find(viewer.scope(), id)
                .filter(m -> viewer.scope().sees(m.unitNo()))
                .orElseThrow(NotFound::new);
    }

    private String form(
            Viewer viewer,
            @Nullable Meeting meeting,
            @Nullable Integer unit,
            Typed typed,
            Model model) {
        List<Unit> conveners = conveners(viewer);
        List<Choice> choices =
                conveners.stream().map(u -> Choice.of(u.id(), u.committeeName())).toList();
        model.addAttribute(
                "view",
                meeting == null
                        ? empty(conveners, choices, unit, typed)
                        : filled(meeting, conveners, choices, typed));
        return "meeting/form";
    }

    private FormView empty(
            List<Unit> conveners, List<Choice> choices, @Nullable Integer unit, Typed typed) {
        LocalDate today = LocalDate.now(clock);
        String half = today.getMonthValue() <= 6 ? "đầu" : "cuối";
        boolean work = MeetingForm.ofWorkplace(conveners);
        return new FormView(
                "Lên kế hoạch cuộc họp",
                "/meetings",
                null,
                0,
                choices,
                typed,
                unit == null ? null : MeetingForm.idOf(conveners, unit).toString(),
                kinds(conveners),
                work ? MeetingKind.PARTY_LIFE : MeetingKind.PERIODIC,
                work
                        ? "Sinh hoạt chi bộ tháng %d/%d"
                                .formatted(today.getMonthValue(), today.getYear())
                        : "Sinh hoạt 6 tháng " + half + " năm " + today.getYear(),
                null,
                work ? "14:00" : "19:30",
                "",
                work
                        ? "Kết quả tháng trước\nNhiệm vụ tháng này\nÝ kiến của đảng viên"
                        : "Thông báo tình hình và nhiệm vụ của địa phương\n"
                                + "Lấy ý kiến góp ý của đảng viên",
                MeetingWay.IN_PERSON,
                null,
                null,
                afar(),
                false);
    }

    /** Who can be called together; one alone is not asked about. */
    private static List<Choice> kinds(List<Unit> conveners) {
        return MeetingForm.ofWorkplace(conveners)
                ? List.of(Choice.of(MeetingKind.PARTY_LIFE))
                : Choice.all(MeetingKind.values());
    }

    /** What allows meetings from afar today, or null where nothing does. */
    private @Nullable MeetingBook afar() {
        return rules.on(LocalDate.now(clock)).filter(MeetingBook::counts).orElse(null);
    }

    private FormView filled(
            Meeting meeting, List<Unit> conveners, List<Choice> choices, Typed typed) {
        return new FormView(
                "Sửa cuộc họp",
                "/meetings/" + meeting.id(),
                meeting.id(),
                meeting.version(),
                choices,
                typed,
                MeetingForm.idOf(conveners, meeting.unitNo()).toString(),
                kinds(conveners),
                meeting.kind(),
                meeting.title(),
                meeting.plannedOn(),
                meeting.startsAt().toString(),
                meeting.place(),
                meeting.agenda(),
                meeting.way(),
                meeting.joinAt(),
                meeting.permission(),
                afar(),
                meeting.state() == MeetingState.INVITED);
    }

    /** The units of the office that may call a meeting: a ward itself and its cells, a cell. */
    private List<Unit> conveners(Viewer viewer) {
        return units.subtree(viewer.scope(), viewer.unitNo()).stream()
                .filter(u -> u.kind() == UnitKind.COMMUNE || u.kind() == UnitKind.CELL)
                .toList();
    }

    static boolean mayConduct(Viewer viewer) {
        return viewer.is(
                Role.RESIDENCE_OFFICE,
                Role.RESIDENCE_CELL_SECRETARY,
                Role.WORKPLACE_CELL_SECRETARY);
    }

    static boolean mayCallRoll(Viewer viewer) {
        return mayConduct(viewer) || viewer.is(Role.COMMITTEE_MEMBER_IN_CHARGE, Role.GROUP_LEADER);
    }

    private static String lead(Rhythm rhythm, int year, int perYear) {
        if (perYear == 0) {
            return "Năm %d: quy định không nêu số kỳ sinh hoạt".formatted(year);
        }
        if (rhythm.cells().size() == 1) {
            return "Năm %d: đã họp %d trong %d kỳ sinh hoạt"
                    .formatted(year, rhythm.cells().getFirst().held(), perYear);
        }
        return "Năm %d: %s trong %s chi bộ đã họp đủ %d kỳ sinh hoạt"
                .formatted(
                        year,
                        Show.number(rhythm.complete()),
                        Show.number(rhythm.cells().size()),
                        perYear);
    }
}
