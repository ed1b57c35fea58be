package vn.ganbo.classification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.classification.ClassificationFacts.OpinionStep;
import vn.ganbo.classification.ReviewOpinionStore.Heard;
import vn.ganbo.classification.SelfReviewStore.Review;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;

/**
 * Ý kiến trước khi quyết định: the committee's office writes down whom it heard between the cell's
 * review and the decision (Hướng dẫn 43-HD/BTCTW). An opinion is read beside the votes; it decides
 * nothing and its lack stops nothing.
 */
@Service
public class ReviewOpinions {
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST = 5000;

    private final ReviewOpinionStore store;
    private final SelfReviewStore reviews;
    private final Facts facts;
    private final Clock clock;

    ReviewOpinions(ReviewOpinionStore store, SelfReviewStore reviews, Facts facts, Clock clock) {
        this.store = store;
        this.reviews = reviews;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Keeps what somebody said of the member.
     *
     * @param fromWhom who was asked: a committee, an organisation of the people
     * @throws Problems without a name, a day or words, or for a day to come
     * @throws Refusal before the self-review was sent and after the decision
     */
    @Transactional
    public void add(
            Viewer viewer,
            UUID review,
            String fromWhom,
            @Nullable LocalDate heardOn,
            String words) {
        Stamp stamp = Stamp.of(viewer, clock);
        Review found = open(viewer, review);
        Problems.Gatherer problems = new Problems.Gatherer();
        String from = Texts.clean(fromWhom);
        String said =
                words.lines()
                        .map(Texts::clean)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n"));
        if (from.isEmpty()) {
            problems.add("opinionFrom", "Ghi tên cấp ủy, tổ chức hoặc đoàn thể đã cho ý kiến.");
        }
        problems.atMost("opinionFrom", from, LONGEST_NAME);
        if (said.isEmpty()) {
            problems.add("opinionWords", "Chép nội dung ý kiến.");
        }
        problems.atMost("opinionWords", said, LONGEST);
        if (heardOn == null) {
            problems.add("opinionOn", "Ghi ngày có ý kiến.");
        } else if (heardOn.isAfter(stamp.on())) {
            problems.add("opinionOn", "Ngày %s chưa đến.".formatted(Show.date(heardOn)));
        }
        problems.check();
        if (heardOn == null) {
            throw new IllegalStateException("checked above");
        }

        store.add(viewer.scope(), found, new Heard(Ids.next(), review, from, heardOn, said), stamp);

        facts.tell(viewer, new OpinionStep(review, OpinionStep.HEARD, found.memberId()));
    }

    /** Takes an opinion out that was written down by mistake; it stays on file as withdrawn. */
    @Transactional
    public void withdraw(Viewer viewer, UUID review, UUID opinion) {
        Review found = open(viewer, review);

        if (!store.withdraw(viewer.scope(), review, opinion, Stamp.of(viewer, clock))) {
            throw new NotFound();
        }

        facts.tell(viewer, new OpinionStep(review, OpinionStep.WITHDRAWN, found.memberId()));
    }

    private Review open(Viewer viewer, UUID id) {
        Review review =
                reviews.find(viewer.scope(), id)
                        .filter(found -> found.orgNo() == viewer.unitNo())
                        .orElseThrow(NotFound::new);
        if (!takes(review)) {
            throw new Refusal("classification.opinion-not-now");
        }
        return review;
    }

    /** Between the sending of the self-review and the decision. */
    static boolean takes(Review review) {
        return review.state() == ReviewState.SENT || review.state() == ReviewState.PROPOSED;
    }
}
