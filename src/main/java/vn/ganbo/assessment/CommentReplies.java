package vn.ganbo.assessment;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;

/**
 * What follows a returned slip: the person says what they think of it, and the residence corrects
 * it. Neither changes the slip: words stay beside it, a correction is a new slip.
 */
@Service
public class CommentReplies {
    /** Characters of a text. */
    static final int LONGEST = 4000;

    private static final int LONGEST_REASON = 1000;

    /** As the table counts them. */
    private static final int MOST = 20;

    private final ReplyStore store;
    private final ReceiptStore slips;
    private final CommentSteps steps;
    private final Facts facts;
    private final Clock clock;

    CommentReplies(
            ReplyStore store, ReceiptStore slips, CommentSteps steps, Facts facts, Clock clock) {
        this.store = store;
        this.slips = slips;
        this.steps = steps;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * The person answers the slip about them; the words are never changed and are read by the
     * workplace and the residence.
     *
     * @param words 1 to 4,000 characters
     * @throws NotFound when the slip is about somebody else or not returned
     * @throws Refusal after twenty answers
     */
    @Transactional
    public void reply(Viewer viewer, UUID comment, String words) {
        ReceiptStore.Read slip =
                slips.find(viewer.scope(), comment)
                        .filter(found -> found.memberId().equals(viewer.scope().self()))
                        .orElseThrow(NotFound::new);
        String said = paragraphs(words);
        Problems.Gatherer problems = new Problems.Gatherer();
        if (said.isEmpty()) {
            problems.add("reply", "Cần ghi ý kiến trước khi gửi.");
        }
        problems.atMost("reply", said, LONGEST);
        problems.check();
        if (store.count(viewer.scope(), comment) >= MOST) {
            throw new Refusal("assessment.replies-full", MOST);
        }

        store.reply(viewer.scope(), comment, said, Stamp.of(viewer, clock));

        facts.tell(
                viewer, new AssessmentFacts.CommentReplied(comment, slip.memberId(), slip.year()));
    }

    /**
     * Begins the correction of a returned slip: a new draft with the same words, which the cell
     * mends, decides on in a meeting and signs again. The slip that was returned stays as it is.
     *
     * @param reason read by everyone who will read the corrected slip
     * @return the new slip
     * @throws Refusal when the slip is not returned or is being corrected already
     */
    @Transactional
    public UUID correct(Viewer viewer, UUID comment, String reason) {
        String why = Texts.clean(reason);
        Problems.Gatherer problems = new Problems.Gatherer();
        if (why.isEmpty()) {
            problems.add("correction", "Cần ghi lý do sửa phiếu.");
        }
        problems.atMost("correction", why, LONGEST_REASON);
        problems.check();
        ReplyStore.Returned slip =
                store.returned(viewer.scope(), comment).orElseThrow(NotFound::new);
        if (slip.state() != CommentState.RETURNED) {
            throw new Refusal("assessment.correct-returned-only");
        }
        if (slip.replacedBy() != null) {
            throw new Refusal("assessment.corrected-already");
        }
        Stamp stamp = Stamp.of(viewer, clock);
        UUID id = Ids.next();

        store.correct(viewer.scope(), comment, id, why, stamp);
        steps.step(viewer.scope(), List.of(id), CommentState.DRAFT, stamp, null, null);

        facts.tell(viewer, new AssessmentFacts.CommentCorrected(id, slip.memberId(), slip.year()));
        return id;
    }

    /** Clean text that keeps its lines. */
    static String paragraphs(String typed) {
        return typed.lines().map(Texts::clean).collect(Collectors.joining("\n")).strip();
    }
}
