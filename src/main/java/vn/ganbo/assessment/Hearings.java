package vn.ganbo.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.Clocks;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.regulation.WorkingDays;
import vn.ganbo.web.Picked;

/**
 * Nghe đảng viên trước khi nhận xét hạn chế: the cell puts the shortcomings to the person, who
 * answers in the program or by word of mouth; only then, or when the days have passed, the meeting
 * decides (docs/decisions/0033).
 */
@Service
public class Hearings {
    private static final int MOST = 5;
    private static final int LONGEST = 1000;

    private final HearingStore store;
    private final CommentStore comments;
    private final Rulebooks rulebooks;
    private final WorkingDays workingDays;
    private final Facts facts;
    private final Clock clock;

    Hearings(
            HearingStore store,
            CommentStore comments,
            Rulebooks rulebooks,
            WorkingDays workingDays,
            Facts facts,
            Clock clock) {
        this.store = store;
        this.comments = comments;
        this.rulebooks = rulebooks;
        this.workingDays = workingDays;
        this.facts = facts;
        this.clock = clock;
    }

    /** Each needs its fact, its suggestion and its day; at most five on a slip. */
    static void check(List<Shortcoming> shortcomings, Problems.Gatherer problems) {
        if (shortcomings.size() > MOST) {
            problems.add(
                    "fact-0",
                    "Một phiếu ghi nhiều nhất %d hạn chế. Hãy nêu những việc chính."
                            .formatted(MOST));
        }
        for (int i = 0; i < shortcomings.size(); i++) {
            Shortcoming one = shortcomings.get(i);
            if (one.fact().isEmpty()) {
                problems.add("fact-" + i, "Cần ghi việc cụ thể: việc gì, ngày nào, ở đâu.");
            }
            if (one.suggestion().isEmpty()) {
                problems.add("suggestion-" + i, "Cần ghi gợi ý để đảng viên khắc phục.");
            }
            problems.atMost("fact-" + i, one.fact(), LONGEST);
            problems.atMost("suggestion-" + i, one.suggestion(), LONGEST);
        }
    }

    /**
     * Puts the shortcomings of a draft to the person.
     *
     * @return the last day on which the cell waits for the answer
     * @throws Refusal when the slip is no draft, names no shortcoming, or the person is being asked
     *     about these already
     */
    @Transactional
    public LocalDate ask(Viewer viewer, Picked picked) {
        Comment comment = comments.load(viewer.scope(), List.of(picked)).getFirst();
        CommentLifecycle.SAVE.require(comment.state());
        CommentBody body = comment.body();
        if (body.shortcomings().isEmpty()) {
            throw new Refusal("assessment.nothing-to-ask");
        }
        if (comment instanceof Comment.Draft draft
                && draft.hearing() != null
                && draft.hearing().covers(body.shortcomings())) {
            throw new Refusal("assessment.asked-already", Show.date(draft.hearing().askedOn()));
        }
        Stamp stamp = Stamp.of(viewer, clock);
        LocalDate due =
                workingDays.plus(
                        stamp.on(),
                        rulebooks
                                .on(viewer.scope(), stamp.on(), viewer.unitNo())
                                .requireDays(Clocks.HEARING));

        store.ask(viewer.scope(), body, due, stamp);

        facts.tell(
                viewer,
                new AssessmentFacts.HearingAsked(body.id(), body.memberId(), body.year(), due));
        return due;
    }

    /**
     * The person says what they think of what is put to them.
     *
     * @throws NotFound when nothing is put to the person about this slip
     * @throws Refusal when an answer stands already
     */
    @Transactional
    public void say(Viewer viewer, UUID comment, String words) {
        HearingStore.Open open =
                store.mine(viewer.scope()).stream()
                        .filter(one -> one.commentId().equals(comment))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        if (!store.say(viewer.scope(), comment, said(words), LocalDate.now(clock), null)) {
            throw new Refusal("assessment.heard-already");
        }

        facts.tell(
                viewer,
                new AssessmentFacts.MemberHeard(comment, "said", open.memberId(), open.year()));
    }

    /** The cell writes down what the person said by word of mouth. */
    @Transactional
    public void note(Viewer viewer, UUID comment, String words) {
        CommentBody body = comments.load(viewer.scope(), comment).body();
        if (!store.say(viewer.scope(), comment, said(words), LocalDate.now(clock), viewer.name())) {
            throw new Refusal("assessment.heard-already");
        }

        facts.tell(
                viewer,
                new AssessmentFacts.MemberHeard(comment, "noted", body.memberId(), body.year()));
    }

    private static String said(String typed) {
        String words = CommentReplies.paragraphs(typed);
        Problems.Gatherer problems = new Problems.Gatherer();
        if (words.isEmpty()) {
            problems.add("words", "Cần ghi ý kiến, ngắn gọn cũng được.");
        }
        problems.atMost("words", words, CommentReplies.LONGEST);
        problems.check();
        return words;
    }
}
