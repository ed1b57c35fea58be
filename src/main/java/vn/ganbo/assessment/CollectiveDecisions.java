package vn.ganbo.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.Norms;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.regulation.Rulebooks;

/**
 * Biên bản họp thống nhất: the cell committee, or the secretary where there is none, met with the
 * Front work committee (Regulation 213, Art. 4.4; docs/decisions/0006). Without it no slip is
 * signed.
 */
@Service
public class CollectiveDecisions {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_TEXT = 4000;

    private final DecisionStore store;
    private final Rulebooks rulebooks;
    private final Facts facts;
    private final Clock clock;

    CollectiveDecisions(DecisionStore store, Rulebooks rulebooks, Facts facts, Clock clock) {
        this.store = store;
        this.rulebooks = rulebooks;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * What the meeting was and decided.
     *
     * @param metOn not in the future
     * @param committee person ids of those of the cell committee who attended
     * @param front who came from the Front work committee: names on the record, no accounts
     * @param comments the slips it agreed on, drafts of this cell
     * @param dissents persons on whom the votes differed from those of the whole
     */
    public record Meeting(
            LocalDate metOn,
            String place,
            List<UUID> committee,
            List<FrontPerson> front,
            Votes votes,
            String conclusion,
            List<UUID> comments,
            List<Dissent> dissents) {}

    /** Somebody of the Front work committee, with the role there. */
    public record FrontPerson(String name, String title) {}

    /** For, against, abstaining; each from 0. */
    public record Votes(int inFavour, int against, int abstaining) {
        int cast() {
            return inFavour + against + abstaining;
        }

        boolean negative() {
            return inFavour < 0 || against < 0 || abstaining < 0;
        }
    }

    /** Votes on one person that differ, and why. */
    public record Dissent(UUID comment, Votes votes, @Nullable String note) {}

    /**
     * Puts a meeting on record.
     *
     * @param cellNo the cell that met
     * @return its id
     * @throws Problems when nobody of one of the two committees attended, one person alone decides
     *     where there is a committee, somebody is counted twice, or the votes exceed the people
     */
    @Transactional
    public UUID record(Viewer viewer, int cellNo, Meeting meeting) {
        Stamp stamp = Stamp.of(viewer, clock);
        if (!viewer.scope().sees(cellNo)) {
            throw new NotFound();
        }
        List<DecisionStore.Officer> officers =
                store.officers(viewer.scope(), cellNo, meeting.metOn());
        Meeting clean = clean(meeting);
        check(clean, officers, stamp.on(), rulebooks.on(viewer.scope(), clean.metOn(), cellNo));
        List<DecisionStore.Covered> covered =
                store.drafts(viewer.scope(), cellNo, clean.comments());
        checkCovered(clean, covered);
        if (store.recordedTwice(viewer.scope(), cellNo, clean)) {
            throw new Refusal("assessment.decision-recorded", Show.date(clean.metOn()));
        }

        UUID id = Ids.next();
        List<DecisionStore.Attendee> attendees = DecisionStore.attendees(clean, officers);
        store.record(
                viewer.scope(),
                new DecisionStore.NewDecision(
                        id,
                        cellNo,
                        officers.size() > 1,
                        clean,
                        rulebooks.on(clean.metOn()).reference()),
                attendees,
                covered,
                stamp);

        facts.tell(
                viewer,
                new AssessmentFacts.DecisionStep(
                        id,
                        "recorded",
                        covered.stream().map(DecisionStore.Covered::memberId).toList(),
                        Show.date(clean.metOn())));
        return id;
    }

    /**
     * Takes a record back, with a reason: nothing can be signed under it any more. Refused once a
     * slip has been signed under it.
     */
    @Transactional
    public void withdraw(Viewer viewer, UUID id, int version, String reason) {
        String why = Texts.clean(reason);
        Problems.Gatherer problems = new Problems.Gatherer();
        if (why.isEmpty()) {
            problems.add("reason", "Cần ghi lý do rút biên bản.");
        }
        problems.atMost("reason", why, LONGEST_REASON);
        problems.check();
        DecisionStore.Standing standing =
                store.standing(viewer.scope(), id).orElseThrow(NotFound::new);
        if (standing.signed() > 0) {
            throw new Refusal("assessment.decision-used", standing.signed());
        }

        store.withdraw(viewer.scope(), id, version, why, Stamp.of(viewer, clock));

        facts.tell(
                viewer,
                new AssessmentFacts.DecisionStep(
                        id,
                        "withdrawn",
                        store.members(viewer.scope(), id),
                        Show.date(standing.metOn())));
    }

    private static Meeting clean(Meeting m) {
        return new Meeting(
                m.metOn(),
                Texts.clean(m.place()),
                m.committee().stream().distinct().toList(),
                m.front().stream()
                        .map(p -> new FrontPerson(Texts.clean(p.name()), Texts.clean(p.title())))
                        .filter(p -> !p.name().isEmpty() || !p.title().isEmpty())
                        .toList(),
                m.votes(),
                Texts.clean(m.conclusion()),
                m.comments().stream().distinct().toList(),
                m.dissents());
    }

    private static void check(
            Meeting m, List<DecisionStore.Officer> officers, LocalDate today, Rulebook book) {
        Problems.Gatherer problems = new Problems.Gatherer();
        if (m.metOn().isAfter(today)) {
            problems.add(
                    "metOn",
                    "Ngày họp %s chưa tới. Hãy ghi biên bản sau khi họp."
                            .formatted(Show.date(m.metOn())));
        }
        if (m.place().isEmpty()) {
            problems.add("place", "Cần ghi nơi họp, ví dụ: Nhà văn hóa tổ dân phố.");
        }
        problems.atMost("place", m.place(), LONGEST_NAME);
        problems.atMost("conclusion", m.conclusion(), LONGEST_TEXT);
        checkPeople(m, officers, book, problems);
        int present = m.committee().size() + m.front().size();
        if (m.votes().negative() || m.votes().cast() == 0) {
            problems.add("votesFor", "Cần ghi số người tán thành, không tán thành, ý kiến khác.");
        } else if (m.votes().cast() > present) {
            problems.add(
                    "votesFor",
                    "Có %d phiếu biểu quyết nhưng chỉ ghi %d người dự họp."
                            .formatted(m.votes().cast(), present));
        }
        for (Dissent dissent : m.dissents()) {
            problems.atMost(
                    "dissents",
                    java.util.Objects.requireNonNullElse(dissent.note(), ""),
                    LONGEST_REASON);
            if (dissent.votes().negative()
                    || dissent.votes().cast() == 0
                    || dissent.votes().cast() > present) {
                problems.add(
                        "dissents",
                        "Biểu quyết riêng cho từng người phải từ 1 đến %d phiếu."
                                .formatted(present));
            }
            if (!m.comments().contains(dissent.comment())) {
                problems.add(
                        "dissents",
                        "Người có biểu quyết riêng phải nằm trong danh sách được nhận xét.");
            }
        }
        if (m.conclusion().isEmpty()) {
            problems.add("conclusion", "Cần ghi kết luận của cuộc họp.");
        }
        if (m.comments().isEmpty()) {
            problems.add(
                    "comments", "Cần chọn những đảng viên mà cuộc họp đã thống nhất nhận xét.");
        }
        problems.check();
    }

    private static void checkPeople(
            Meeting m,
            List<DecisionStore.Officer> officers,
            Rulebook book,
            Problems.Gatherer problems) {
        String article = book.cite(book.commentsArticle());
        Set<UUID> known = new HashSet<>();
        officers.forEach(o -> known.add(o.personId()));
        if (officers.isEmpty()) {
            problems.add(
                    "committee",
                    ("Ngày %s chi bộ chưa có ai được ghi là chi ủy hoặc bí thư. Hãy ghi chức vụ"
                                    + " trước.")
                            .formatted(Show.date(m.metOn())));
        } else if (m.committee().isEmpty()) {
            problems.add(
                    "committee",
                    "Cần chọn những người của chi ủy đã dự họp (%s).".formatted(article));
        } else if (!known.containsAll(m.committee())) {
            problems.add(
                    "committee", "Có người không giữ chức vụ ở chi bộ vào ngày họp. Hãy chọn lại.");
        } else if (officers.size() > 1 && m.committee().size() < 2) {
            problems.add(
                    "committee",
                    ("Chi bộ có chi ủy %d người: nhận xét là ý kiến tập thể, một người không quyết"
                                    + " định thay (%s).")
                            .formatted(officers.size(), article));
        } else {
            int needed = book.quorum().map(q -> q.ofCommittee(officers.size())).orElse(1);
            if (m.committee().size() < needed) {
                problems.add(
                        "committee",
                        "Cuộc họp có %d trong %d người của chi ủy; cần ít nhất %d người mới đủ (%s)."
                                .formatted(m.committee().size(), officers.size(), needed, article));
            }
        }
        int front = book.quorum().map(Norms.Quorum::front).orElse(1);
        if (m.front().size() < front) {
            problems.add(
                    "front-name-0",
                    "Cần ghi ít nhất %s người của Ban công tác Mặt trận đã dự họp (%s)."
                            .formatted(front == 1 ? "một" : Integer.toString(front), article));
        }
        Set<String> names = new HashSet<>();
        officers.stream()
                .filter(o -> m.committee().contains(o.personId()))
                .forEach(o -> names.add(Texts.folded(o.fullName())));
        for (int i = 0; i < m.front().size(); i++) {
            FrontPerson person = m.front().get(i);
            problems.atMost("front-name-" + i, person.name(), LONGEST_NAME);
            problems.atMost("front-title-" + i, person.title(), LONGEST_NAME);
            if (person.title().isEmpty()) {
                problems.add(
                        "front-title-" + i,
                        "Cần ghi chức vụ, ví dụ: Trưởng ban công tác Mặt trận.");
            }
            if (person.name().isEmpty()) {
                problems.add("front-name-" + i, "Cần ghi họ và tên.");
            } else if (!names.add(Texts.folded(person.name()))) {
                problems.add(
                        "front-name-" + i,
                        "%s đã được tính một lần. Một người chỉ dự họp thay mặt một bên (%s)."
                                .formatted(person.name(), article));
            }
        }
    }

    private static void checkCovered(Meeting m, List<DecisionStore.Covered> covered) {
        if (covered.size() != m.comments().size()) {
            throw new NotFound();
        }
        for (DecisionStore.Covered slip : covered) {
            CommentLifecycle.SAVE.require(slip.state());
            if (m.metOn().getYear() < slip.year()) {
                throw Problems.of(
                        "metOn",
                        "Cuộc họp ngày %s diễn ra trước năm nhận xét %d."
                                .formatted(Show.date(m.metOn()), slip.year()));
            }
        }
    }
}
