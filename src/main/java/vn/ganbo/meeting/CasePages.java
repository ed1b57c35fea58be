package vn.ganbo.meeting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
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
import vn.ganbo.kernel.History;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.Clocks;
import vn.ganbo.regulation.MeetingBook;
import vn.ganbo.regulation.MeetingRules;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.regulation.TransferBook;
import vn.ganbo.regulation.TransferRules;
import vn.ganbo.regulation.WorkingDays;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Step;
import vn.ganbo.web.Typed;

/** One meeting: where it stands, and what can be done with it. */
@Controller
class CasePages {
    private final Meetings meetings;
    private final MeetingStore store;
    private final MeetingQueries queries;
    private final OpinionStore opinions;
    private final DocumentStore documents;
    private final MeetingRules rules;
    private final TransferRules transfers;
    private final History history;
    private final Rulebooks rulebooks;
    private final WorkingDays workingDays;
    private final Clock clock;

    CasePages(
            Meetings meetings,
            MeetingStore store,
            MeetingQueries queries,
            OpinionStore opinions,
            DocumentStore documents,
            MeetingRules rules,
            TransferRules transfers,
            History history,
            Rulebooks rulebooks,
            WorkingDays workingDays,
            Clock clock) {
        this.meetings = meetings;
        this.store = store;
        this.queries = queries;
        this.opinions = opinions;
        this.documents = documents;
        this.rules = rules;
        this.transfers = transfers;
        this.history = history;
        this.rulebooks = rulebooks;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** What this office may do with the meeting today. */
    record May(
            boolean change,
            boolean invite,
            boolean inviteMore,
            boolean callRoll,
            boolean hold,
            boolean cancel,
            boolean record) {}

    record View(
            Meeting meeting,
            List<Step> steps,
            May may,
            Result result,
            List<OpinionStore.Opinion> opinions,
            List<DocumentStore.Listed> documents,
            @Nullable MeetingBook afar,
            String guests,
            List<History.Line> history,
            @Nullable String hurry,
            Typed typed) {}

    record PaperView(Meeting meeting, List<MeetingQueries.Row> people) {}

    @GetMapping("/meetings/{id}")
    String show(Viewer viewer, @PathVariable UUID id, Model model) {
        return draw(viewer, id, Typed.empty(), model);
    }

    @PostMapping("/meetings/{id}/invitations")
    String invite(
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
                            Meetings.Invitations sent = meetings.invite(viewer, id, version);
                            return Acts.done(redirect, "/meetings/" + id, words(sent));
                        },
                        typed -> draw(viewer, id, typed, model));
    }

    @PostMapping("/meetings/{id}/cancellation")
    String cancel(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            meetings.cancel(viewer, id, version, reason);
                            return Acts.done(
                                    redirect,
                                    "/meetings/" + id,
                                    "Đã hủy cuộc họp. Người đã được mời đọc được lý do.");
                        },
                        typed -> draw(viewer, id, typed, model));
    }

    @PostMapping("/meetings/{id}/closing")
    String close(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "false") boolean restAbsent,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            meetings.hold(viewer, id, version, restAbsent);
                            return Acts.done(
                                    redirect,
                                    "/meetings/" + id,
                                    "Đã chốt điểm danh. Bước tiếp theo: hỏi lý do những người vắng.");
                        },
                        typed -> draw(viewer, id, typed, model));
    }

    /** Giấy mời: who gets one, and where they are printed. */
    @GetMapping("/meetings/{id}/invitations")
    String invitations(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer part,
            Model model) {
        Meeting meeting = store.find(viewer.scope(), id).orElseThrow(NotFound::new);
        model.addAttribute("view", new PaperView(meeting, queries.roll(viewer.scope(), id, part)));
        return "meeting/invitations";
    }

    String draw(Viewer viewer, UUID id, Typed typed, Model model) {
        Meeting meeting = store.find(viewer.scope(), id).orElseThrow(NotFound::new);
        LocalDate today = LocalDate.now(clock);
        Result result = Result.of(queries.tally(viewer.scope(), id), today);
        model.addAttribute(
                "view",
                new View(
                        meeting,
                        steps(meeting, result),
                        may(viewer, meeting, today),
                        result,
                        meeting.hasRoll() ? opinions.ofMeeting(viewer.scope(), id) : List.of(),
                        documents.ofMeeting(viewer.scope(), id),
                        meeting.way().fromAfar()
                                ? rules.on(meeting.plannedOn()).orElse(null)
                                : null,
                        guests(meeting),
                        history.ofThing(viewer.scope(), id),
                        hurry(viewer, meeting, today),
                        typed));
        return "meeting/case";
    }

    /** What holds for those who stay here for a time, with its source. */
    private String guests(Meeting meeting) {
        TransferBook.Said said = transfers.on(meeting.plannedOn()).guests();
        return "%s (%s).".formatted(said.text(), said.basis().source());
    }

    private static May may(Viewer viewer, Meeting meeting, LocalDate today) {
        boolean conduct = MeetingPages.mayConduct(viewer) && viewer.scope().sees(meeting.unitNo());
        boolean before = MeetingLifecycle.allows(meeting.state(), MeetingState.CANCELLED);
        boolean roll =
                MeetingPages.mayCallRoll(viewer)
                        && (meeting.state() == MeetingState.INVITED
                                || (meeting.state() == MeetingState.HELD && conduct));
        return new May(
                conduct && before,
                conduct && meeting.state() == MeetingState.PLANNED,
                conduct && meeting.state() == MeetingState.INVITED,
                roll,
                conduct
                        && meeting.state() == MeetingState.INVITED
                        && !today.isBefore(meeting.plannedOn()),
                conduct && before,
                MeetingPages.mayCallRoll(viewer) && meeting.hasRoll());
    }

    private List<Step> steps(Meeting meeting, Result result) {
        String day = Show.date(meeting.plannedOn());
        if (meeting.state() == MeetingState.CANCELLED) {
            return List.of(
                    Step.done("Lên kế hoạch", "họp ngày " + day),
                    Step.stopped("Đã hủy", meeting.cancelledBecause()));
        }
        boolean invited = meeting.invitedOn() != null;
        boolean held = meeting.state() == MeetingState.HELD;
        boolean settled = held && result.open() == 0;
        return List.of(
                Step.done("Lên kế hoạch", "họp ngày " + day),
                invited
                        ? Step.done(
                                "Gửi giấy mời",
                                Show.date(meeting.invitedOn())
                                        + " · "
                                        + Show.number(result.invited())
                                        + " người")
                        : Step.now(
                                "Gửi giấy mời",
                                meeting.kind() == MeetingKind.PARTY_LIFE
                                        ? "mọi đảng viên của chi bộ"
                                        : "mọi người trong sổ, trừ người được miễn"),
                held
                        ? Step.done(
                                "Họp, điểm danh",
                                Show.number(result.of(AttendanceStatus.PRESENT)) + " có mặt")
                        : invited
                                ? Step.now("Họp, điểm danh", day)
                                : Step.later("Họp, điểm danh", day),
                settled
                        ? Step.done("Hỏi lý do vắng", "xong")
                        : held
                                ? Step.now(
                                        "Hỏi lý do vắng",
                                        "còn " + Show.number(result.open()) + " người")
                                : Step.later("Hỏi lý do vắng", "trước khi kết luận"));
    }

    private @Nullable String hurry(Viewer viewer, Meeting meeting, LocalDate today) {
        if (meeting.state() != MeetingState.PLANNED) {
            return null;
        }
        int lead =
                rulebooks
                        .find(today)
                        .map(r -> rulebooks.local(viewer.scope(), r, today, meeting.unitNo()))
                        .map(r -> r.days(Clocks.INVITATION_LEAD).orElse(0))
                        .orElse(0);
        int left = workingDays.between(today, meeting.plannedOn());
        if (left >= lead) {
            return null;
        }
        return left <= 0
                ? "Đã đến hoặc qua ngày họp mà chưa gửi giấy mời. Hãy gửi ngay, hoặc sửa ngày họp."
                : "Còn %d ngày làm việc là đến ngày họp. Nên gửi giấy mời trước %d ngày làm việc."
                        .formatted(left, lead);
    }

    private static String words(Meetings.Invitations sent) {
        if (sent.added() == 0 && sent.dropped() == 0) {
            return "Danh sách mời đã đủ, không có ai mới.";
        }
        String words = "Đã mời " + Show.number(sent.added()) + " đồng chí.";
        return sent.dropped() == 0
                ? words
                : words
                        + " Đã bỏ "
                        + Show.number(sent.dropped())
                        + " người không còn ở nơi mời vào ngày họp.";
    }
}
