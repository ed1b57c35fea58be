package vn.ganbo.meeting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** Hỏi lý do vắng: who was absent, who has been asked, what they answered, what was decided. */
@Controller
class AbsencePages {
    private final Absences absences;
    private final MeetingStore store;
    private final MeetingQueries queries;
    private final Clock clock;

    AbsencePages(Absences absences, MeetingStore store, MeetingQueries queries, Clock clock) {
        this.absences = absences;
        this.store = store;
        this.queries = queries;
        this.clock = clock;
    }

    /** One absence as it stands today; typed belongs to it when its form came back. */
    record Line(MeetingQueries.Row row, AttendanceStatus status, Typed typed) {
        boolean open() {
            return status == AttendanceStatus.ASKING
                    || status == AttendanceStatus.TO_DECIDE
                    || status == AttendanceStatus.UNEXCUSED;
        }
    }

    record View(Meeting meeting, boolean mayDecide, long toAsk, List<Line> lines, Typed typed) {}

    @GetMapping("/meetings/{id}/absences")
    String show(Viewer viewer, @PathVariable UUID id, Model model) {
        return draw(viewer, id, null, Typed.empty(), model);
    }

    @PostMapping("/meetings/{id}/questions")
    String ask(
            Viewer viewer,
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            Absences.Asked asked = absences.ask(viewer, id);
                            return Acts.done(
                                    redirect,
                                    "/meetings/" + id + "/absences",
                                    "Đã hỏi lý do "
                                            + Show.number(asked.people())
                                            + " đồng chí, hạn trả lời hết ngày "
                                            + Show.date(asked.due())
                                            + ".");
                        },
                        typed -> draw(viewer, id, null, typed, model));
    }

    @PostMapping("/meetings/{id}/absences/{member}/answer")
    String answer(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID member,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            absences.answer(viewer, id, member, version, answer);
                            return Acts.done(
                                    redirect,
                                    "/meetings/" + id + "/absences",
                                    "Đã ghi lý do. Bước tiếp theo: xem lý do có chính đáng không.");
                        },
                        typed -> draw(viewer, id, member, typed, model));
    }

    @PostMapping("/meetings/{id}/absences/{member}/decision")
    String decide(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID member,
            @RequestParam int version,
            @RequestParam boolean accepted,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            absences.decide(viewer, id, member, version, accepted);
                            return Acts.done(
                                    redirect,
                                    "/meetings/" + id + "/absences",
                                    accepted
                                            ? "Đã ghi vắng có phép."
                                            : "Đã ghi lý do chưa được chấp nhận.");
                        },
                        typed -> draw(viewer, id, member, typed, model));
    }

    private String draw(Viewer viewer, UUID id, @Nullable UUID about, Typed typed, Model model) {
        Meeting meeting = store.find(viewer.scope(), id).orElseThrow(NotFound::new);
        LocalDate today = LocalDate.now(clock);
        List<Line> lines = new ArrayList<>();
        for (MeetingQueries.Row row : queries.absent(viewer.scope(), id)) {
            Typed own = row.memberId().equals(about) ? typed : Typed.empty();
            lines.add(new Line(row, row.status(today), own));
        }
        lines.sort(Comparator.comparingInt(line -> order(line.status())));
        long toAsk = lines.stream().filter(l -> l.status() == AttendanceStatus.TO_ASK).count();
        model.addAttribute(
                "view", new View(meeting, MeetingPages.mayConduct(viewer), toAsk, lines, typed));
        return "meeting/absences";
    }

    private static int order(AttendanceStatus status) {
        return switch (status) {
            case TO_DECIDE -> 0;
            case TO_ASK -> 1;
            case ASKING -> 2;
            case UNEXCUSED -> 3;
            case EXCUSED, PRESENT, HOUSEHOLD, UNMARKED -> 4;
        };
    }
}
