package vn.ganbo.classification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.classification.ReviewYearStore.Change;
import vn.ganbo.classification.ReviewYearStore.Drawn;
import vn.ganbo.classification.ReviewYearStore.Member;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.member.MemberStatus;
import vn.ganbo.regulation.ClassificationBook;
import vn.ganbo.regulation.ClassificationRules;
import vn.ganbo.regulation.ReviewFormKind;
import vn.ganbo.web.Picked;

/**
 * Đợt kiểm điểm, xếp loại: an organisation opens the year; whoever does not review stands on the
 * list with the reason (Hướng dẫn 43-HD/BTCTW).
 */
@Service
public class ReviewYears {
    private static final int LONGEST_REASON = 500;

    /** Dossiers go up until 1 February of the next year: until then people are taken in and out. */
    private static final int MONTHS_AFTER = 2;

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
                store.people(viewer.scope(), viewer.unitNo()).stream()
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

    /**
     * Takes in whoever joined after the opening, and whoever had a reason not to review and has it
     * no longer.
     *
     * @return how many
     * @throws Refusal when there is nobody
     */
    @Transactional
    public int takeIn(Viewer viewer, UUID year) {
        Stamp stamp = Stamp.of(viewer, clock);
        ReviewYearStore.NewYear of = own(viewer, year);
        List<Change> changes = store.changes(viewer.scope(), viewer.unitNo(), year);
        List<Drawn> fresh =
                changes.stream()
                        .filter(one -> !one.left() && one.reviewId() == null)
                        .map(one -> new Drawn(one.memberId(), whyNot(one, of)))
                        .toList();
        List<Change> again =
                changes.stream()
                        .filter(one -> one.reviewId() != null && dueAfterAll(one, of))
                        .toList();
        List<UUID> members = new ArrayList<>(fresh.stream().map(Drawn::member).toList());
        again.forEach(one -> members.add(one.memberId()));
        if (members.isEmpty()) {
            throw new Refusal("classification.nobody-joined");
        }

        if (!fresh.isEmpty()) {
            store.draw(viewer.scope(), of.unitNo(), year, fresh, stamp);
        }
        store.dueAfterAll(
                viewer.scope(),
                again.stream().map(Change::reviewId).filter(Objects::nonNull).toList(),
                stamp);

        facts.tell(viewer, new ClassificationFacts.MembersTakenIn(year, members, of.year()));
        return members.size();
    }

    /**
     * Takes out people who left the organisation after the opening; each stays on the list with the
     * reason.
     *
     * @return how many
     * @throws Problems without people or reason
     * @throws Refusal when one of them changed in another window
     */
    @Transactional
    public int takeOut(Viewer viewer, UUID year, List<Picked> reviews, String reason) {
        ReviewYearStore.NewYear of = own(viewer, year);
        Problems.Gatherer problems = new Problems.Gatherer();
        String because = Texts.clean(reason);
        if (reviews.isEmpty()) {
            problems.add("left", "Chọn ít nhất một người đã rời tổ chức đảng.");
        }
        if (because.isEmpty()) {
            problems.add("because", "Ghi lý do, như chuyển sinh hoạt đảng ngày nào, đến đâu.");
        }
        problems.atMost("because", because, LONGEST_REASON);
        problems.check();
        Map<UUID, UUID> left = new HashMap<>();
        store.changes(viewer.scope(), viewer.unitNo(), year).stream()
                .filter(Change::left)
                .forEach(one -> left.put(Objects.requireNonNull(one.reviewId()), one.memberId()));
        List<UUID> members = new ArrayList<>();
        for (Picked one : reviews) {
            UUID member = left.get(one.id());
            if (member == null) {
                throw new Refusal("classification.changed");
            }
            members.add(member);
        }

        if (store.takeOut(viewer.scope(), reviews, because, Stamp.of(viewer, clock))
                != reviews.size()) {
            throw new Refusal("classification.changed");
        }

        facts.tell(viewer, new ClassificationFacts.MembersTakenOut(year, members, of.year()));
        return members.size();
    }

    /**
     * The committee says for its year whether members exempt from Party life review too. Then those
     * exempt are to review, or need not; who has sent one keeps it.
     *
     * @return for how many it changed something
     * @throws Refusal when it is so already
     */
    @Transactional
    public int chooseExempt(Viewer viewer, UUID year, boolean exemptReview) {
        ReviewYearStore.NewYear of = own(viewer, year);
        Stamp stamp = Stamp.of(viewer, clock);
        if (!store.chooseExempt(viewer.scope(), year, exemptReview)) {
            throw new Refusal("classification.exempt-is-so");
        }

        List<UUID> members;
        if (exemptReview) {
            List<Change> due =
                    store.changes(viewer.scope(), viewer.unitNo(), year).stream()
                            .filter(one -> one.whyNot() == WhyNot.EXEMPT && one.reviewId() != null)
                            .filter(one -> !one.left() && whyNot(one, of, true) == null)
                            .toList();
            store.dueAfterAll(
                    viewer.scope(),
                    due.stream().map(Change::reviewId).filter(Objects::nonNull).toList(),
                    stamp);
            members = due.stream().map(Change::memberId).toList();
        } else {
            members = store.exemptOut(viewer.scope(), year, stamp);
        }

        facts.tell(
                viewer,
                new ClassificationFacts.ExemptChosen(year, members, of.year(), exemptReview));
        return members.size();
    }

    /** What the committee chose last, else what the rules say. */
    boolean exemptBefore(Viewer viewer, ClassificationBook book) {
        return store.chosenBefore(viewer.scope(), viewer.unitNo()).orElse(book.exemptReview());
    }

    private ReviewYearStore.NewYear own(Viewer viewer, UUID year) {
        return store.find(viewer.scope(), year)
                .filter(found -> found.unitNo() == viewer.unitNo())
                .orElseThrow(NotFound::new);
    }

    /** Who joined or left since the opening, for the office's board of a year that is not over. */
    Moves moves(Viewer viewer, UUID year) {
        ReviewYearStore.NewYear of = store.find(viewer.scope(), year).orElse(null);
        if (of == null
                || of.unitNo() != viewer.unitNo()
                || !LocalDate.now(clock).isBefore(of.finish().plusMonths(MONTHS_AFTER))) {
            return Moves.NONE;
        }
        List<Change> changes = store.changes(viewer.scope(), viewer.unitNo(), year);
        return new Moves(
                changes.stream()
                        .filter(one ->
                                !one.left() && (one.reviewId() == null || dueAfterAll(one, of)))
                        .toList(),
                changes.stream().filter(Change::left).toList());
    }

    /** Who joined, or must review after all; and who left. */
    record Moves(List<Change> joined, List<Change> left) {
        static final Moves NONE = new Moves(List.of(), List.of());
    }

    private boolean dueAfterAll(Change one, ReviewYearStore.NewYear of) {
        return !one.left() && one.whyNot() != null && whyNot(one, of) == null;
    }

    private @Nullable WhyNot whyNot(Change one, ReviewYearStore.NewYear of) {
        return whyNot(one, of, of.exempt());
    }

    private @Nullable WhyNot whyNot(Change one, ReviewYearStore.NewYear of, boolean exemptReview) {
        MemberStatus status = one.status();
        return status == null
                ? WhyNot.LEFT
                : whyNot(
                        new Member(one.memberId(), one.workNo(), status, one.admitted()),
                        rules.under(of.rulebook()),
                        of.finish(),
                        exemptReview);
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
        own(viewer, year);
        List<UUID> members =
                store.choose(viewer.scope(), year, reviews, form, Stamp.of(viewer, clock));
        if (members.isEmpty()) {
            throw new Refusal("classification.form-is-fixed");
        }
        facts.tell(viewer, new ClassificationFacts.FormChosen(year, members));
        return members.size();
    }
}
