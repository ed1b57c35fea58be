package vn.ganbo.meeting;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.meeting.OpinionStore.Opinion;

/**
 * Ý kiến nêu tại cuộc họp: who said what, to whom it was passed on, what came of it (Regulation
 * 213, Art. 2.3). An opinion of the people comes through the Front and carries no name.
 */
@Service
public class Opinions {
    private static final int LONGEST = 2000;

    private final MeetingStore meetings;
    private final OpinionStore store;
    private final Facts facts;
    private final Clock clock;

    Opinions(MeetingStore meetings, OpinionStore store, Facts facts, Clock clock) {
        this.meetings = meetings;
        this.store = store;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * What was said.
     *
     * @param member who said it, one of the invited, or null for the people through the Front
     * @param topic what it is about
     * @param body in short words, at most 2,000 characters
     */
    public record Heard(@Nullable UUID member, OpinionTopic topic, String body) {
        public Heard {
            body = checked("body", body, "Cần ghi nội dung ý kiến.");
        }
    }

    /**
     * Notes an opinion. Refuses before anyone is invited; throws {@link NotFound} when the member
     * was not invited to this meeting.
     */
    @Transactional
    public UUID record(Viewer viewer, UUID meetingId, Heard heard) {
        Meeting meeting = meetings.find(viewer.scope(), meetingId).orElseThrow(NotFound::new);
        if (!meeting.hasRoll()) {
            throw new Refusal("meeting.no-opinion-yet", Labels.of(meeting.state()));
        }
        UUID id = Ids.next();
        Stamp stamp = Stamp.of(viewer, clock);

        UUID member = heard.member();
        int unit = viewer.scope().sees(meeting.unitNo()) ? meeting.unitNo() : viewer.unitNo();
        boolean kept =
                member == null
                        ? store.addOfPeople(viewer.scope(), id, meeting, unit, heard, stamp)
                        : store.addOfMember(viewer.scope(), id, meeting, member, heard, stamp);
        if (!kept) {
            throw new NotFound();
        }

        facts.tell(
                viewer,
                new MeetingFacts.OpinionStep(
                        meetingId,
                        meeting.kind().side(),
                        "heard",
                        member == null ? List.of() : List.of(member)));
        return id;
    }

    /** Notes to which body an opinion was passed on. Refuses a settled one. */
    @Transactional
    public void passOn(Viewer viewer, UUID id, int version, String to) {
        String body = checked("to", to, "Cần ghi nơi nhận, ví dụ: Ủy ban nhân dân phường.");
        step(viewer, id, version, OpinionState.PASSED_ON, body);
    }

    /** Notes what came of an opinion. Refuses one that is settled already. */
    @Transactional
    public void settle(Viewer viewer, UUID id, int version, String outcome) {
        String body =
                checked("outcome", outcome, "Cần ghi kết quả: đã giải quyết, trả lời ra sao.");
        step(viewer, id, version, OpinionState.SETTLED, body);
    }

    private void step(Viewer viewer, UUID id, int version, OpinionState to, String words) {
        Opinion opinion = store.find(viewer.scope(), id).orElseThrow(NotFound::new);
        if (opinion.version() != version) {
            throw new Conflict(opinion.changedBy(), opinion.changedAt().toInstant());
        }
        if (opinion.state() == OpinionState.SETTLED) {
            throw new Refusal("meeting.opinion-settled");
        }
        Meeting meeting =
                meetings.find(viewer.scope(), opinion.meetingId()).orElseThrow(NotFound::new);
        boolean passing = to == OpinionState.PASSED_ON;

        Stamp stamp = Stamp.of(viewer, clock);
        if (!store.step(
                viewer.scope(),
                opinion,
                to,
                passing ? words : null,
                passing ? null : words,
                stamp)) {
            Opinion now = store.find(viewer.scope(), id).orElseThrow(NotFound::new);
            throw new Conflict(now.changedBy(), now.changedAt().toInstant());
        }

        UUID member = opinion.memberId();
        String step = to.name().toLowerCase(Locale.ROOT).replace('_', '-');
        facts.tell(
                viewer,
                new MeetingFacts.OpinionStep(
                        opinion.meetingId(),
                        meeting.kind().side(),
                        step,
                        member == null ? List.of() : List.of(member)));
    }

    private static String checked(String field, String typed, String missing) {
        String text = Texts.clean(typed);
        if (text.isEmpty()) {
            throw Problems.of(field, missing);
        }
        if (text.length() > LONGEST) {
            throw Problems.of(field, "Dài quá 2.000 chữ. Hãy viết gọn lại.");
        }
        return text;
    }
}
