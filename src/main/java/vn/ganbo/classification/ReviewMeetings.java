package vn.ganbo.classification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.classification.ReviewMeetingStore.Voted;
import vn.ganbo.classification.ReviewMeetingStore.Waiting;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.ClassificationLevel;

/**
 * Cuộc họp kiểm điểm của chi bộ: the cell meets, votes on each member, and proposes a level (Hướng
 * dẫn 43-HD/BTCTW: reviewed in the cell before the committee decides). Votes are shown; the level
 * is chosen by people.
 */
@Service
public class ReviewMeetings {
    private static final int LONGEST = 20_000;

    private final ReviewMeetingStore store;
    private final SelfReviewStore reviews;
    private final ReviewOpinionStore others;
    private final Facts facts;
    private final Clock clock;

    ReviewMeetings(
            ReviewMeetingStore store,
            SelfReviewStore reviews,
            ReviewOpinionStore others,
            Facts facts,
            Clock clock) {
        this.store = store;
        this.reviews = reviews;
        this.others = others;
        this.facts = facts;
        this.clock = clock;
    }

    /** What a meeting leaves: day, how many attended, and the minutes in words. */
    public record Meeting(LocalDate metOn, int present, String minutes) {}

    /** How many voted for each level, for one person. */
    public record Votes(UUID review, int excellent, int good, int fulfilled, int notFulfilled) {
        int sum() {
            return excellent + good + fulfilled + notFulfilled;
        }
    }

    /**
     * Records a meeting of one cell.
     *
     * @return its id
     * @throws Problems for a day to come, nobody present, no minutes, nobody voted on, or more
     *     votes than people
     */
    @Transactional
    public UUID record(Viewer viewer, Meeting meeting, List<Votes> votes) {
        Stamp stamp = Stamp.of(viewer, clock);
        Map<UUID, Waiting> waiting = new LinkedHashMap<>();
        store.waiting(viewer.scope()).forEach(one -> waiting.put(one.id(), one));
        List<Waiting> covered =
                votes.stream()
                        .map(one -> {
                            Waiting found = waiting.get(one.review());
                            if (found == null) {
                                throw new NotFound();
                            }
                            return found;
                        })
                        .toList();
        check(meeting, votes, covered, stamp.on());

        UUID id = Ids.next();
        store.meet(viewer.scope(), id, covered.getFirst(), meeting, votes, stamp);

        facts.tell(
                viewer,
                new ClassificationFacts.CellMet(
                        id, covered.stream().map(Waiting::memberId).toList()));
        return id;
    }

    /**
     * Sends the cell's proposal for one member up to the committee, or changes it as long as the
     * committee has not decided.
     *
     * @throws Refusal when no meeting has voted on the self-review as it was sent, when a temporary
     *     cell was not heard, when it is not with the cell, or when it changed in another window
     */
    @Transactional
    public void propose(Viewer viewer, UUID id, int version, ClassificationLevel level) {
        SelfReviewStore.Review review = reviews.find(viewer.scope(), id).orElseThrow(NotFound::new);
        if (review.state() != ReviewState.SENT && review.state() != ReviewState.PROPOSED) {
            throw new Refusal("classification.not-with-the-cell");
        }
        if (review.version() != version) {
            throw new Refusal("classification.changed");
        }
        if (others.others(viewer.scope(), id).unheard()) {
            throw new Refusal("classification.temporary-cell-not-heard");
        }
        Voted voted =
                store.voted(viewer.scope(), id)
                        .orElseThrow(() -> new Refusal("classification.no-meeting"));

        store.propose(viewer.scope(), review, voted.id(), level, Stamp.of(viewer, clock));

        facts.tell(viewer, new ClassificationFacts.LevelProposed(id, review.memberId()));
    }

    private static void check(
            Meeting meeting, List<Votes> votes, List<Waiting> covered, LocalDate today) {
        Problems.Gatherer problems = new Problems.Gatherer();
        if (meeting.metOn().isAfter(today)) {
            problems.add(
                    "metOn",
                    "Ngày họp %s chưa đến. Ghi biên bản sau khi đã họp."
                            .formatted(Show.date(meeting.metOn())));
        }
        if (meeting.present() < 1) {
            problems.add("present", "Ghi số đảng viên dự họp.");
        }
        if (meeting.minutes().isBlank()) {
            problems.add("minutes", "Ghi nội dung biên bản: ai góp ý gì, người được góp ý nói gì.");
        }
        problems.atMost("minutes", meeting.minutes(), LONGEST);
        if (votes.isEmpty()) {
            problems.add("votes", "Ghi số phiếu cho ít nhất một đảng viên.");
        }
        if (covered.stream().map(Waiting::workNo).distinct().count() > 1
                || covered.stream().map(Waiting::yearId).distinct().count() > 1) {
            problems.add("votes", "Mỗi biên bản ghi cho một chi bộ, một năm.");
        }
        for (int i = 0; i < votes.size(); i++) {
            if (meeting.present() > 0 && votes.get(i).sum() > meeting.present()) {
                problems.add(
                        "votes",
                        "%s: %d phiếu, nhiều hơn %d người dự họp."
                                .formatted(
                                        covered.get(i).fullName(),
                                        votes.get(i).sum(),
                                        meeting.present()));
            }
        }
        problems.check();
    }
}
