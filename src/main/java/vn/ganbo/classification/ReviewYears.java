package vn.ganbo.classification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.classification.ReviewYearStore.Drawn;
import vn.ganbo.classification.ReviewYearStore.Member;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.member.MemberStatus;
import vn.ganbo.regulation.ClassificationBook;
import vn.ganbo.regulation.ClassificationRules;
import vn.ganbo.regulation.ReviewFormKind;

/**
 * Đợt kiểm điểm, xếp loại: an organisation opens the year; whoever does not review stands on the
 * list with the reason (Hướng dẫn 43-HD/BTCTW).
 */
@Service
public class ReviewYears {
    private final ReviewYearStore store;
    private final ClassificationRules rules;
    private final Facts facts;
    private final Clock clock;

    ReviewYears(ReviewYearStore store, ClassificationRules rules, Facts facts, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Opens the year of the viewer's organisation.
     *
     * @param exemptReview whether members exempt from work and Party life review too
     * @return its id
     * @throws Problems for a year other than this and the last one
     * @throws Refusal when that year is open already, or no rules are on file for today
     */
    @Transactional
    public UUID open(Viewer viewer, int year, boolean exemptReview) {
        Stamp stamp = Stamp.of(viewer, clock);
        ClassificationBook book = rules.on(stamp.on());
        if (year > stamp.on().getYear() || year < stamp.on().getYear() - 1) {
            throw Problems.of(
                    "year",
                    "Chỉ mở được đợt kiểm điểm của năm nay hoặc năm trước, không phải năm %d."
                            .formatted(year));
        }
        if (store.exists(viewer.scope(), viewer.unitNo(), year)) {
            throw new Refusal("classification.year-exists", Integer.toString(year));
        }
        LocalDate finish = book.finishedBefore().atYear(year);
        List<Drawn> people =
                store.people(viewer.scope()).stream()
                        .map(m -> new Drawn(m.id(), whyNot(m, book, finish, exemptReview)))
                        .toList();

        UUID id = Ids.next();
        store.open(
                viewer.scope(),
                new ReviewYearStore.NewYear(
                        id, viewer.unitNo(), year, finish, exemptReview, book.reference()),
                people,
                stamp);

        facts.tell(
                viewer,
                new ClassificationFacts.YearOpened(
                        id,
                        people.stream().filter(p -> p.why() == null).map(Drawn::member).toList(),
                        year));
        return id;
    }

    /** Why a member does not review, or null: status first, then the time since admission. */
    static @Nullable WhyNot whyNot(
            Member member, ClassificationBook book, LocalDate finish, boolean exemptReview) {
        if (member.status() == MemberStatus.SUSPENDED) {
            return WhyNot.SUSPENDED;
        }
        if (member.status() == MemberStatus.EXEMPT && !exemptReview) {
            return WhyNot.EXEMPT;
        }
        LocalDate admitted = member.admitted();
        return admitted != null && admitted.plusMonths(book.monthsAfterAdmission()).isAfter(finish)
                ? WhyNot.RECENT
                : null;
    }

    /**
     * The office says which form members fill in; what they typed on common lines stays.
     *
     * @return for how many; those who have sent theirs keep their form
     * @throws Problems when nobody was chosen
     */
    @Transactional
    public int chooseForm(Viewer viewer, UUID year, List<UUID> reviews, ReviewFormKind form) {
        if (reviews.isEmpty()) {
            throw Problems.of("reviews", "Chọn ít nhất một đảng viên để đổi mẫu.");
        }
        List<UUID> members = store.choose(viewer.scope(), reviews, form, Stamp.of(viewer, clock));
        if (members.isEmpty()) {
            throw new Refusal("classification.form-is-fixed");
        }
        facts.tell(viewer, new ClassificationFacts.FormChosen(year, members));
        return members.size();
    }
}
