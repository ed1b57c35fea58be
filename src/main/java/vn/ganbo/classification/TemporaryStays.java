package vn.ganbo.classification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.classification.ClassificationFacts.TemporaryStayStep;
import vn.ganbo.classification.SelfReviewStore.Review;
import vn.ganbo.classification.TemporaryStayStore.Stay;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.transfer.HostComments;

/**
 * Sinh hoạt đảng tạm thời: the member is reviewed at the place of official Party life, which first
 * obtains the comment of the temporary cell (Hướng dẫn 43-HD/BTCTW, mục 7.6).
 */
@Service
public class TemporaryStays {
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST = 5000;

    private final TemporaryStayStore store;
    private final SelfReviewStore reviews;
    private final HostComments hosts;
    private final Facts facts;
    private final Clock clock;

    TemporaryStays(
            TemporaryStayStore store,
            SelfReviewStore reviews,
            HostComments hosts,
            Facts facts,
            Clock clock) {
        this.store = store;
        this.reviews = reviews;
        this.hosts = hosts;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * The office marks the member: from now on no proposal goes up without that cell's comment.
     *
     * @throws Problems without the cell's name, without a day or for a day to come
     * @throws Refusal when the proposal has gone up
     */
    @Transactional
    public void mark(Viewer viewer, UUID id, String cellName, @Nullable LocalDate askedOn) {
        Stamp stamp = Stamp.of(viewer, clock);
        Review review = open(viewer, id);
        Problems.Gatherer problems = new Problems.Gatherer();
        String cell = Texts.clean(cellName);
        if (cell.isEmpty()) {
            problems.add("stayCell", "Ghi tên chi bộ và đảng bộ nơi sinh hoạt tạm thời.");
        }
        problems.atMost("stayCell", cell, LONGEST_NAME);
        if (askedOn == null) {
            problems.add("stayAsked", "Ghi ngày gửi văn bản xin nhận xét.");
        } else if (askedOn.isAfter(stamp.on())) {
            problems.add("stayAsked", "Ngày %s chưa đến.".formatted(Show.date(askedOn)));
        }
        problems.check();
        if (askedOn == null) {
            throw new IllegalStateException("checked above");
        }

        store.mark(viewer.scope(), review, cell, askedOn, stamp);

        facts.tell(viewer, new TemporaryStayStep(id, TemporaryStayStep.MARKED, review.memberId()));
    }

    /**
     * Reads what the host of the stay was asked and wrote this year in the book of transfers:
     * nobody types again what is on record. Without an answer yet it is marked as asked.
     *
     * @throws Refusal when no host was asked in the year, or the proposal has gone up
     */
    @Transactional
    public void read(Viewer viewer, UUID id) {
        Review review = open(viewer, id);
        HostComments.HostComment said =
                hosts.of(viewer.scope(), review.memberId(), review.year())
                        .orElseThrow(() -> new Refusal("classification.host-not-asked"));

        store.read(viewer.scope(), review, said, Stamp.of(viewer, clock));

        facts.tell(
                viewer,
                new TemporaryStayStep(
                        id,
                        said.answer() == null
                                ? TemporaryStayStep.MARKED
                                : TemporaryStayStep.RECEIVED,
                        review.memberId()));
    }

    /**
     * Takes the mark away: the member has no temporary Party life elsewhere.
     *
     * @throws Refusal when there is no mark, or the proposal has gone up
     */
    @Transactional
    public void withdraw(Viewer viewer, UUID id) {
        Review review = open(viewer, id);
        require(viewer, id);

        store.withdraw(viewer.scope(), id, Stamp.of(viewer, clock));

        facts.tell(
                viewer, new TemporaryStayStep(id, TemporaryStayStep.WITHDRAWN, review.memberId()));
    }

    /**
     * Keeps what the temporary cell wrote.
     *
     * @throws Problems without words, without a day, for a day to come or before the asking
     * @throws Refusal when there is no mark, or the proposal has gone up
     */
    @Transactional
    public void receive(Viewer viewer, UUID id, @Nullable LocalDate receivedOn, String words) {
        Stamp stamp = Stamp.of(viewer, clock);
        Review review = open(viewer, id);
        Stay stay = require(viewer, id);
        Problems.Gatherer problems = new Problems.Gatherer();
        String comment =
                words.lines()
                        .map(Texts::clean)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n"));
        if (comment.isEmpty()) {
            problems.add("stayComment", "Chép nội dung nhận xét của chi bộ ấy.");
        }
        problems.atMost("stayComment", comment, LONGEST);
        if (receivedOn == null) {
            problems.add("stayReceived", "Ghi ngày nhận được.");
        } else if (receivedOn.isAfter(stamp.on()) || receivedOn.isBefore(stay.askedOn())) {
            problems.add(
                    "stayReceived",
                    "Ngày nhận %s phải từ ngày gửi xin nhận xét (%s) đến hôm nay."
                            .formatted(Show.date(receivedOn), Show.date(stay.askedOn())));
        }
        problems.check();
        if (receivedOn == null) {
            throw new IllegalStateException("checked above");
        }

        store.receive(viewer.scope(), id, receivedOn, comment, stamp);

        facts.tell(
                viewer, new TemporaryStayStep(id, TemporaryStayStep.RECEIVED, review.memberId()));
    }

    private Review open(Viewer viewer, UUID id) {
        Review review =
                reviews.find(viewer.scope(), id)
                        .filter(found -> ClassificationMenu.ours(viewer, found.orgNo()))
                        .filter(found -> found.state() != ReviewState.NOT_DUE)
                        .orElseThrow(NotFound::new);
        if (review.state() != ReviewState.DRAFT && review.state() != ReviewState.SENT) {
            throw new Refusal("classification.stay-is-fixed");
        }
        return review;
    }

    private Stay require(Viewer viewer, UUID id) {
        Stay stay = store.stay(viewer.scope(), id);
        if (stay == null) {
            throw new Refusal("classification.no-stay");
        }
        return stay;
    }
}
