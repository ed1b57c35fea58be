package vn.ganbo.meeting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** The member's own invitations: say whether to come, and why one was absent. */
@Controller
class MyMeetingPages {
    private final Meetings meetings;
    private final Absences absences;
    private final MeetingQueries queries;
    private final DocumentStore documents;
    private final Clock clock;

    MyMeetingPages(
            Meetings meetings,
            Absences absences,
            MeetingQueries queries,
            DocumentStore documents,
            Clock clock) {
        this.meetings = meetings;
        this.absences = absences;
        this.queries = queries;
        this.documents = documents;
        this.clock = clock;
    }

    /** One invitation, and what the member can do with it today. */
    record Line(
            MeetingQueries.Mine mine,
            AttendanceStatus status,
            List<DocumentStore.Listed> documents,
            boolean mayReply,
            boolean mayAnswer,
            Typed typed) {}

    record View(List<Line> waiting, List<Line> others, Typed typed) {}

    @GetMapping("/my-meetings")
    String show(Viewer viewer, Model model) {
        return draw(viewer, null, Typed.empty(), model);
    }

    @PostMapping("/my-meetings/{id}/reply")
    String reply(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reply,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            Reply said = reply(reply);
                            meetings.reply(viewer, id, said, reason);
                            return Acts.done(
                                    redirect,
                                    "/my-meetings",
                                    said == Reply.COMING
                                            ? "Đã báo sẽ dự họp."
                                            : "Đã xin vắng. Chi bộ đọc được lý do trước buổi họp.");
                        },
                        typed -> draw(viewer, id, typed, model));
    }

    @PostMapping("/my-meetings/{id}/answer")
    String answer(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            absences.answerMine(viewer, id, version, answer);
                            return Acts.done(
                                    redirect,
                                    "/my-meetings",
                                    "Đã gửi lý do. Bí thư chi bộ sẽ xem và trả lời.");
                        },
                        typed -> draw(viewer, id, typed, model));
    }

    private static Reply reply(String typed) {
        return switch (typed) {
            case "COMING" -> Reply.COMING;
            case "LEAVE" -> Reply.LEAVE;
            default -> throw Problems.of("reply", "Cần chọn: sẽ dự, hay xin vắng.");
        };
    }

    private String draw(Viewer viewer, @Nullable UUID about, Typed typed, Model model) {
        LocalDate today = LocalDate.now(clock);
        Map<UUID, List<DocumentStore.Listed>> sent =
                documents.mine(viewer.scope()).stream()
                        .collect(Collectors.groupingBy(DocumentStore.Listed::meetingId));
        List<Line> lines =
                queries.mine(viewer.scope()).stream()
                        .map(m ->
                                line(
                                        m,
                                        sent.getOrDefault(m.id(), List.of()),
                                        today,
                                        m.id().equals(about) ? typed : Typed.empty()))
                        .toList();
        model.addAttribute(
                "view",
                new View(
                        lines.stream().filter(l -> l.mayReply() || l.mayAnswer()).toList(),
                        lines.stream().filter(l -> !l.mayReply() && !l.mayAnswer()).toList(),
                        typed));
        return "meeting/mine";
    }

    private static Line line(
            MeetingQueries.Mine mine,
            List<DocumentStore.Listed> documents,
            LocalDate today,
            Typed typed) {
        AttendanceStatus status = mine.status(today);
        boolean mayReply = mine.state() == MeetingState.INVITED && !today.isAfter(mine.plannedOn());
        boolean mayAnswer =
                status == AttendanceStatus.ASKING
                        || status == AttendanceStatus.TO_DECIDE
                        || status == AttendanceStatus.UNEXCUSED;
        return new Line(mine, status, documents, mayReply, mayAnswer, typed);
    }
}
