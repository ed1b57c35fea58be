package vn.ganbo.meeting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** Điểm danh: everyone invited on one page, done with a thumb. */
@Controller
class RollPages {
    /** Above this the page shows one place at a time; a request may carry a thousand fields. */
    private static final int MOST_ON_A_PAGE = 300;

    private final Meetings meetings;
    private final MeetingStore store;
    private final MeetingQueries queries;
    private final Clock clock;

    RollPages(Meetings meetings, MeetingStore store, MeetingQueries queries, Clock clock) {
        this.meetings = meetings;
        this.store = store;
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * One person on the roll.
     *
     * @param shown the mark to draw: as typed, else as kept, else leave where leave was asked
     * @param other what somebody else wrote meanwhile, or null
     */
    record Person(MeetingQueries.Row row, @Nullable Mark shown, @Nullable Mark other) {
        /** Name of the field: whom, and which mark was there when the page was drawn. */
        String field() {
            Mark kept = row.mark();
            return RollForm.name(row.memberId(), kept);
        }

        String folded() {
            return Texts.folded(row.fullName() + " " + row.workName());
        }
    }

    /** The people of one cell or group. */
    record Section(String name, List<Person> people) {}

    /** One place of the roll; 0 for all of them. */
    record Tab(int unitNo, String label, long count, boolean here) {}

    record View(
            Meeting meeting,
            boolean mayMark,
            boolean early,
            List<Tab> tabs,
            @Nullable Integer part,
            String q,
            List<Section> sections,
            Result result,
            long shown,
            Typed typed) {
        long count(Mark mark) {
            return sections.stream()
                    .flatMap(s -> s.people().stream())
                    .filter(p -> p.shown() == mark)
                    .count();
        }

        long none() {
            return sections.stream()
                    .flatMap(s -> s.people().stream())
                    .filter(p -> p.shown() == null)
                    .count();
        }
    }

    @GetMapping("/meetings/{id}/attendance")
    String show(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer part,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        return draw(viewer, id, part, q, Typed.empty(), model);
    }

    @PostMapping("/meetings/{id}/attendance")
    String save(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer part,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String then,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            int changed =
                                    meetings.saveRollCall(
                                            viewer,
                                            id,
                                            RollForm.touched(request.getParameterMap()));
                            return Acts.done(
                                    redirect,
                                    next(id, part, q, then),
                                    changed == 0
                                            ? "Không có mục nào thay đổi."
                                            : "Đã lưu " + Show.number(changed) + " mục điểm danh.");
                        },
                        typed -> draw(viewer, id, part, q, typed, model));
    }

    /** More of a name than this would make an address that no browser may ask for. */
    private static final int LONGEST_SOUGHT = 100;

    private static String next(UUID id, @Nullable Integer part, String q, String then) {
        String roll = "/meetings/" + id + "/attendance";
        if (then.startsWith("part-")) {
            String place = then.substring("part-".length()).replaceAll("\\D", "");
            return place.isEmpty() || place.equals("0") ? roll : roll + "?part=" + place;
        }
        if (!then.equals("find")) {
            return "/meetings/" + id;
        }
        String sought =
                q.substring(
                        0,
                        q.offsetByCodePoints(
                                0, Math.min(q.codePointCount(0, q.length()), LONGEST_SOUGHT)));
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(roll).queryParam("q", sought);
        if (part != null) {
            link.queryParam("part", part);
        }
        return link.build().encode().toUriString();
    }

    private String draw(
            Viewer viewer, UUID id, @Nullable Integer part, String q, Typed typed, Model model) {
        Meeting meeting = store.find(viewer.scope(), id).orElseThrow(NotFound::new);
        LocalDate today = LocalDate.now(clock);
        Result result = Result.of(queries.tally(viewer.scope(), id), today);
        Integer chosen = part;
        if (chosen == null && result.invited() > MOST_ON_A_PAGE && Texts.folded(q).isEmpty()) {
            chosen = result.places().getFirst().unitNo();
        }
        List<MeetingQueries.Row> rows = queries.roll(viewer.scope(), id, chosen);
        List<Section> sections = sections(rows, q, typed);
        model.addAttribute(
                "view",
                new View(
                        meeting,
                        mayMark(viewer, meeting),
                        today.isBefore(meeting.plannedOn()),
                        tabs(result, chosen),
                        chosen,
                        q,
                        sections,
                        result,
                        sections.stream().mapToLong(s -> s.people().size()).sum(),
                        typed));
        return "meeting/roll";
    }

    private static boolean mayMark(Viewer viewer, Meeting meeting) {
        return MeetingPages.mayCallRoll(viewer)
                && (meeting.state() == MeetingState.INVITED
                        || (meeting.state() == MeetingState.HELD
                                && MeetingPages.mayConduct(viewer)
                                && viewer.scope().sees(meeting.unitNo())));
    }

    private static List<Tab> tabs(Result result, @Nullable Integer chosen) {
        if (result.places().size() < 2) {
            return List.of();
        }
        List<Tab> tabs = new ArrayList<>();
        if (result.invited() <= MOST_ON_A_PAGE) {
            tabs.add(new Tab(0, "Tất cả", result.invited(), chosen == null));
        }
        for (Result.Place place : result.places()) {
            boolean here = chosen != null && chosen == place.unitNo();
            tabs.add(new Tab(place.unitNo(), place.name(), place.invited(), here));
        }
        return tabs;
    }

    private static List<Section> sections(List<MeetingQueries.Row> rows, String q, Typed typed) {
        String words = Texts.folded(q);
        Map<UUID, RollForm.Sent> sent = RollForm.sent(typed);
        Map<Integer, Section> byPlace = new LinkedHashMap<>();
        for (MeetingQueries.Row row : rows) {
            Person person = person(row, sent.get(row.memberId()));
            if (words.isEmpty() || person.folded().contains(words)) {
                byPlace.computeIfAbsent(
                                row.unitNo(), _ -> new Section(row.unitName(), new ArrayList<>()))
                        .people()
                        .add(person);
            }
        }
        return List.copyOf(byPlace.values());
    }

    private static Person person(MeetingQueries.Row row, RollForm.@Nullable Sent sent) {
        Mark kept = row.mark();
        if (sent == null || !sent.touched()) {
            boolean leave = kept == null && row.reply() == Reply.LEAVE;
            return new Person(row, leave ? Mark.EXCUSED_BEFORE : kept, null);
        }
        boolean lost = kept != sent.before() && kept != sent.now();
        return new Person(row, sent.now(), lost ? kept : null);
    }
}
