package vn.ganbo.away;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.away.StayRequestStore.Line;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.member.MemberFile;
import vn.ganbo.member.Standings;

/**
 * Phối hợp với tổ chức đảng nơi đến: the cell asks by post, mail or portal, notes the day until
 * which it hopes for an answer, and what came back and who signed it.
 */
@Service
public class StayRequests {
    private static final int LONGEST = 2000;
    private static final int LONGEST_NAME = 200;

    private final StayRequestStore store;
    private final StayLetter letter;
    private final Standings standings;
    private final Facts facts;
    private final Clock clock;

    StayRequests(
            StayRequestStore store,
            StayLetter letter,
            Standings standings,
            Facts facts,
            Clock clock) {
        this.store = store;
        this.letter = letter;
        this.standings = standings;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param letterNo of a letter on paper, or an empty text: then it is numbered and drawn here
     */
    public record Question(
            String toWhom,
            String what,
            String letterNo,
            RequestWay way,
            LocalDate sentOn,
            LocalDate dueOn) {}

    /** What came back. */
    public record Answer(LocalDate on, String signedBy, String text) {}

    /** Throws {@link Problems} by field. */
    @Transactional
    public UUID ask(Viewer viewer, UUID member, Question of) {
        may(viewer);
        MemberFile file = standings.require(viewer, member);
        Stamp stamp = Stamp.of(viewer, clock);
        Problems.Gatherer problems = new Problems.Gatherer();
        if (of.toWhom().isEmpty()) {
            problems.add("toWhom", "Ghi tên tổ chức đảng nơi đến.");
        }
        if (of.what().isEmpty()) {
            problems.add("what", "Ghi điều cần hỏi.");
        }
        problems.atMost("toWhom", of.toWhom(), LONGEST_NAME);
        problems.atMost("what", of.what(), LONGEST);
        problems.atMost("letterNo", of.letterNo(), LONGEST_NAME);
        if (of.sentOn().isAfter(stamp.on())) {
            problems.add("sentOn", "Ngày gửi chưa đến. Ghi sau khi đã gửi.");
        }
        if (of.dueOn().isBefore(of.sentOn())) {
            problems.add("dueOn", "Hạn trả lời trước ngày gửi. Xem lại hai ngày này.");
        }
        problems.check();

        UUID id = Ids.next();
        String number =
                of.letterNo().isEmpty()
                        ? letter.keep(viewer, id, file, of, stamp.on())
                        : of.letterNo();
        store.add(viewer.scope(), id, member, file.workNo(), of, number, stamp);

        facts.tell(viewer, new AwayFacts.StayStep(id, AwayFacts.StayStep.ASKED, List.of(member)));
        return id;
    }

    /** Throws {@link Problems} by field. */
    @Transactional
    public void answer(Viewer viewer, UUID id, int version, Answer how) {
        may(viewer);
        Line of = store.find(viewer.scope(), id).orElseThrow(NotFound::new);
        if (of.answeredOn() != null) {
            throw new Refusal("away.request-answered");
        }
        Stamp stamp = Stamp.of(viewer, clock);
        Problems.Gatherer problems = new Problems.Gatherer();
        if (how.signedBy().isEmpty()) {
            problems.add("signedBy", "Ghi người ký và chức vụ.");
        }
        if (how.text().isEmpty()) {
            problems.add("answer", "Ghi nội dung trả lời.");
        }
        problems.atMost("signedBy", how.signedBy(), LONGEST_NAME);
        problems.atMost("answer", how.text(), LONGEST);
        if (how.on().isBefore(of.sentOn()) || how.on().isAfter(stamp.on())) {
            problems.add("on", "Ghi một ngày từ ngày gửi đến hôm nay.");
        }
        problems.check();
        if (of.version() != version || !store.answer(viewer.scope(), of, how, stamp)) {
            throw new Conflict(of.changedBy(), of.changedAt().toInstant());
        }

        facts.tell(
                viewer,
                new AwayFacts.StayStep(id, AwayFacts.StayStep.ANSWERED, List.of(of.memberId())));
    }

    /**
     * Reminds once of each that is late.
     *
     * @return how many
     */
    @Transactional
    public int remind(Viewer viewer) {
        List<UUID> late = store.remind(viewer.scope());
        if (!late.isEmpty()) {
            facts.tell(
                    viewer, new AwayFacts.StayStep(Ids.next(), AwayFacts.StayStep.OVERDUE, late));
        }
        return late.size();
    }

    static void may(Viewer viewer) {
        if (!viewer.is(
                Role.RESIDENCE_CELL_SECRETARY,
                Role.WORKPLACE_CELL_SECRETARY,
                Role.RESIDENCE_OFFICE,
                Role.WORKPLACE_OFFICE)) {
            throw new NotFound();
        }
    }
}
