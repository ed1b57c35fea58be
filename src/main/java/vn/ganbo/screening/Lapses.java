package vn.ganbo.screening;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Viewer;

/**
 * Ghi nhận theo tháng: a month without Party life or dues is noted after somebody asked; what the
 * person answered stands beside it. Notes lead to a reminder and a talk, never by themselves to a
 * case.
 */
@Service
public class Lapses {
    static final String SAY_WHO_ASKED = "Ghi ai đã hỏi lý do. Hỏi trước, rồi mới ghi.";
    static final String SAY_ANSWER = "Ghi lý do đồng chí ấy trả lời.";
    static final String SAY_WORDS = "Ghi đã nói gì, đồng chí ấy cần giúp gì.";
    static final int LONGEST = 200;
    static final int LONGEST_WORDS = 1000;

    private final LapseStore store;
    private final Facts facts;
    private final Clock clock;

    Lapses(LapseStore store, Facts facts, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * What is noted.
     *
     * @param month any day of it; for a year any day of the year
     * @param goodReason the cell accepts the answer: it counts for nothing
     */
    public record Noted(
            LapseKind kind,
            LocalDate month,
            @Nullable String askedBy,
            @Nullable String answer,
            boolean goodReason) {
        public Noted {
            month =
                    kind == LapseKind.NOT_FULFILLED
                            ? month.withDayOfYear(1)
                            : month.withDayOfMonth(1);
        }

        boolean nobodyAsked() {
            return kind != LapseKind.NOT_FULFILLED && askedBy == null;
        }

        boolean reasonUnsaid() {
            return goodReason && answer == null;
        }
    }

    /** The cell itself, and the office above it. */
    static boolean mayWrite(Viewer viewer) {
        return viewer.is(
                Role.WORKPLACE_CELL_SECRETARY,
                Role.RESIDENCE_CELL_SECRETARY,
                Role.WORKPLACE_OFFICE,
                Role.RESIDENCE_OFFICE);
    }

    /** The office whose committee decides. */
    static boolean mayDecide(Viewer viewer) {
        return viewer.is(Role.WORKPLACE_OFFICE, Role.RESIDENCE_OFFICE);
    }

    /**
     * Notes a month or a year.
     *
     * @throws Problems for a month to come, twice the same, or where nobody has asked
     * @throws Refusal for an absence of somebody exempt, or staying with a host
     */
    @Transactional
    public void note(Viewer viewer, UUID member, Noted noted) {
        LapseStore.Person person = require(viewer, member);
        Stamp stamp = Stamp.of(viewer, clock);
        Problems.Gatherer problems = new Problems.Gatherer();
        if (noted.month().isAfter(stamp.on())) {
            problems.add("month", "Tháng này chưa đến.");
        }
        if (noted.nobodyAsked()) {
            problems.add("askedBy", SAY_WHO_ASKED);
        }
        if (noted.reasonUnsaid()) {
            problems.add("answer", SAY_ANSWER);
        }
        problems.check();
        if (store.there(viewer.scope(), member, noted.kind(), noted.month())) {
            throw Problems.of("month", "Tháng này đã ghi. Bỏ dòng cũ trước nếu ghi nhầm.");
        }

        if (noted.kind() == LapseKind.ABSENCE
                && store.notExpected(viewer.scope(), member, noted.month())) {
            throw new Refusal("screening.not-expected");
        }

        store.add(viewer.scope(), person, noted, stamp);

        tell(viewer, member, ScreeningFacts.NOTED);
    }

    /** Takes back what was noted by mistake; the line stays readable. */
    @Transactional
    void withdraw(Viewer viewer, UUID member, UUID lapse) {
        require(viewer, member);
        if (!store.withdraw(viewer.scope(), member, lapse)) {
            throw new NotFound();
        }

        tell(viewer, member, ScreeningFacts.WITHDRAWN);
    }

    /** The cell reminded the person, or the committee talked with the person. */
    @Transactional
    public void talk(Viewer viewer, UUID member, TalkKind kind, LocalDate on, String words) {
        LapseStore.Person person = require(viewer, member);
        Stamp stamp = Stamp.of(viewer, clock);
        Problems.Gatherer problems = new Problems.Gatherer();
        notToCome("onDay", on, stamp.on(), problems);
        if (words.isEmpty()) {
            problems.add("words", SAY_WORDS);
        }
        problems.atMost("words", words, LONGEST_WORDS);
        problems.check();

        store.talk(viewer.scope(), person, kind, on, words, stamp);

        tell(viewer, member, ScreeningFacts.TALKED);
    }

    private LapseStore.Person require(Viewer viewer, UUID member) {
        if (!mayWrite(viewer)) {
            throw new NotFound();
        }
        return store.person(viewer.scope(), member).orElseThrow(NotFound::new);
    }

    private void tell(Viewer viewer, UUID member, String step) {
        facts.tell(viewer, new ScreeningFacts.ScreeningStep(member, step, member));
    }

    static void notToCome(String field, LocalDate on, LocalDate today, Problems.Gatherer problems) {
        if (on.isAfter(today)) {
            problems.add(field, "Ngày %s chưa đến.".formatted(Show.date(on)));
        }
    }

    /** Months of a year that count, of the kind of which there are more. */
    static int months(List<LapseStore.Lapse> lapses, int year) {
        return (int)
                Math.max(
                        count(lapses, LapseKind.ABSENCE, year),
                        count(lapses, LapseKind.DUES, year));
    }

    static long count(List<LapseStore.Lapse> lapses, LapseKind kind, int year) {
        return lapses.stream()
                .filter(l -> l.kind() == kind && l.counts() && l.month().getYear() == year)
                .map(LapseStore.Lapse::month)
                .distinct()
                .count();
    }

    /** Whether two years one after the other, up to that one, are noted as not fulfilled. */
    static boolean twoYears(List<LapseStore.Lapse> lapses, int year) {
        for (int last = year; last > year - 2; last--) {
            if (count(lapses, LapseKind.NOT_FULFILLED, last) > 0
                    && count(lapses, LapseKind.NOT_FULFILLED, last - 1) > 0) {
                return true;
            }
        }
        return false;
    }
}
