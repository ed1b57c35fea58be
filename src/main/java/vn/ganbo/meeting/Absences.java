package vn.ganbo.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.Fact.Side;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.meeting.AttendanceStore.Absence;
import vn.ganbo.regulation.Clocks;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.regulation.WorkingDays;

/**
 * Hỏi lý do vắng: nobody is called absent without leave before having been asked and having had the
 * rulebook's working days to answer (DECISIONS 10).
 */
@Service
public class Absences {
    private static final int LONGEST_ANSWER = 1000;

    private final MeetingStore meetings;
    private final AttendanceStore store;
    private final Rulebooks rulebooks;
    private final WorkingDays workingDays;
    private final Facts facts;
    private final Clock clock;

    Absences(
            MeetingStore meetings,
            AttendanceStore store,
            Rulebooks rulebooks,
            WorkingDays workingDays,
            Facts facts,
            Clock clock) {
        this.meetings = meetings;
        this.store = store;
        this.rulebooks = rulebooks;
        this.workingDays = workingDays;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * What came of asking.
     *
     * @param people how many were asked
     * @param due last day for an answer, inclusive
     */
    public record Asked(int people, LocalDate due) {}

    /**
     * Asks everyone absent from a held meeting at once. Refuses before the meeting is held, and
     * when everyone has been asked already.
     */
    @Transactional
    public Asked ask(Viewer viewer, UUID meetingId) {
        Meeting meeting = meetings.find(viewer.scope(), meetingId).orElseThrow(NotFound::new);
        if (meeting.state() != MeetingState.HELD) {
            throw new Refusal("meeting.ask-after-held");
        }
        Stamp stamp = Stamp.of(viewer, clock);
        int days = answerDays(viewer, meeting, stamp.on());
        LocalDate due = workingDays.plus(stamp.on(), days);

        List<UUID> asked = store.ask(viewer.scope(), meetingId, due, stamp);
        if (asked.isEmpty()) {
            throw new Refusal("meeting.nobody-to-ask");
        }

        facts.tell(
                viewer,
                new MeetingFacts.ReasonsAsked(meetingId, meeting.kind().side(), asked, due));
        return new Asked(asked.size(), due);
    }

    /** The residence writes down the reason that the person gave by word or telephone. */
    @Transactional
    public void answer(Viewer viewer, UUID meetingId, UUID member, int version, String answer) {
        String text = checked(answer);
        Absence absence = open(viewer, meetingId, member, version);

        if (!store.answer(viewer.scope(), meetingId, absence, text, Stamp.of(viewer, clock))) {
            throw changed(viewer, meetingId, member);
        }

        facts.tell(
                viewer,
                new MeetingFacts.AbsenceAnswered(meetingId, side(viewer, meetingId), member));
    }

    /** The member gives the reason; a later answer replaces an earlier one until it is accepted. */
    @Transactional
    public void answerMine(Viewer viewer, UUID meetingId, int version, String answer) {
        UUID self = viewer.scope().self();
        if (self == null) {
            throw new NotFound();
        }
        String text = checked(answer);
        Absence absence = open(viewer, meetingId, self, version);

        Stamp stamp = Stamp.of(viewer, clock);
        if (!store.answerOfMember(viewer.scope(), meetingId, absence.version(), text, stamp)) {
            throw changed(viewer, meetingId, self);
        }

        facts.tell(
                viewer, new MeetingFacts.AbsenceAnswered(meetingId, side(viewer, meetingId), self));
    }

    /** Accepts the reason as a good one, or does not. Refuses where no reason has been given. */
    @Transactional
    public void decide(Viewer viewer, UUID meetingId, UUID member, int version, boolean accepted) {
        Absence absence = open(viewer, meetingId, member, version);
        if (absence.answeredOn() == null) {
            throw new Refusal("meeting.no-answer-yet", Show.date(absence.answerDue()));
        }

        Stamp stamp = Stamp.of(viewer, clock);
        if (!store.decide(viewer.scope(), meetingId, absence, accepted, stamp)) {
            throw changed(viewer, meetingId, member);
        }

        facts.tell(
                viewer,
                new MeetingFacts.AbsenceDecided(
                        meetingId, side(viewer, meetingId), member, accepted));
    }

    /**
     * Settles the absences within the scope whose days have passed without a good reason: from now
     * on the workplace sees them. Done every day, may be repeated; one fact a meeting.
     *
     * @return how many absences
     */
    @Transactional
    public int conclude(Viewer viewer) {
        return conclude(viewer, null);
    }

    /** The same for at most so many meetings, so that a night with many keeps no rows for long. */
    @Transactional
    public int conclude(Viewer viewer, @Nullable Integer meetings) {
        Map<UUID, MeetingKind> kinds = new HashMap<>();
        Map<UUID, List<UUID>> byMeeting = new LinkedHashMap<>();
        for (AttendanceStore.Concluded row :
                store.conclude(viewer.scope(), meetings, Stamp.of(viewer, clock))) {
            kinds.put(row.meetingId(), row.kind());
            byMeeting.computeIfAbsent(row.meetingId(), _ -> new ArrayList<>()).add(row.memberId());
        }

        byMeeting.forEach((meeting, people) ->
                facts.tell(
                        viewer,
                        new MeetingFacts.AbsencesConcluded(
                                meeting,
                                kinds.getOrDefault(meeting, MeetingKind.PERIODIC).side(),
                                people)));
        return byMeeting.values().stream().mapToInt(List::size).sum();
    }

    private Side side(Viewer viewer, UUID meeting) {
        return meetings.find(viewer.scope(), meeting).orElseThrow(NotFound::new).kind().side();
    }

    /**
     * The working days of the rulebook the meeting was held under, with the guidance that holds for
     * the convening unit; of the one in force where it is silent.
     */
    private int answerDays(Viewer viewer, Meeting meeting, LocalDate today) {
        return rulebooks
                .byId(meeting.rulebook())
                .map(book -> rulebooks.local(viewer.scope(), book, today, meeting.unitNo()))
                .map(book -> book.days(Clocks.ABSENCE_ANSWER))
                .filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt)
                .orElseGet(() -> rulebooks.on(today).requireDays(Clocks.ABSENCE_ANSWER));
    }

    private Absence open(Viewer viewer, UUID meetingId, UUID member, int version) {
        Absence absence =
                store.absence(viewer.scope(), meetingId, member).orElseThrow(NotFound::new);
        if (absence.version() != version) {
            throw changed(viewer, meetingId, member);
        }
        if (absence.mark() != Mark.ABSENT || absence.askedOn() == null) {
            throw new Refusal("meeting.not-asked");
        }
        if (Boolean.TRUE.equals(absence.accepted())) {
            throw new Refusal("meeting.already-accepted");
        }
        return absence;
    }

    private Conflict changed(Viewer viewer, UUID meetingId, UUID member) {
        Absence now = store.absence(viewer.scope(), meetingId, member).orElseThrow(NotFound::new);
        return new Conflict(now.changedBy(), now.changedAt().toInstant());
    }

    private static String checked(String answer) {
        String text = Texts.clean(answer);
        if (text.isEmpty()) {
            throw Problems.of("answer", "Cần ghi lý do vắng, ngắn gọn cũng được.");
        }
        if (text.length() > LONGEST_ANSWER) {
            throw Problems.of("answer", "Lý do dài quá 1.000 chữ. Hãy viết ngắn lại.");
        }
        return text;
    }
}
