package vn.ganbo.assignment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.assignment.AssignmentFacts.PlanStep;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;

/**
 * Kế hoạch năm của đảng viên: targets, measures, study, and a look back at half-year (Quảng Trị).
 */
@Service
public class Plans {
    private static final int LONGEST = 3000;

    /** From this month the half-year is looked back on. */
    static final int HALF = 6;

    private final PlanStore store;
    private final Facts facts;
    private final Clock clock;

    Plans(PlanStore store, Facts facts, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.clock = clock;
    }

    /** As it comes from the form; {@code version} is 0 for a new one. */
    public record Typing(
            int year, int version, String targets, String measures, String study, String half) {}

    /**
     * Keeps the plan of this year.
     *
     * @param send whether the cell may read it from now on
     * @throws Problems when it is sent without targets or measures
     * @throws Refusal for another year, or when it changed in another window
     */
    @Transactional
    public void save(Viewer viewer, Typing typed, boolean send) {
        UUID self = viewer.scope().self();
        if (self == null) {
            throw new NotFound();
        }
        LocalDate today = LocalDate.now(clock);
        if (typed.year() != today.getYear()) {
            throw new Refusal("assignment.plan-of-another-year");
        }
        Typing plan =
                new Typing(
                        typed.year(),
                        typed.version(),
                        paragraphs(typed.targets()),
                        paragraphs(typed.measures()),
                        paragraphs(typed.study()),
                        today.getMonthValue() < HALF ? "" : paragraphs(typed.half()));
        Problems.Gatherer problems = new Problems.Gatherer();
        problems.atMost("targets", plan.targets(), LONGEST);
        problems.atMost("measures", plan.measures(), LONGEST);
        problems.atMost("study", plan.study(), LONGEST);
        problems.atMost("half", plan.half(), LONGEST);
        if (send && plan.targets().isEmpty()) {
            problems.add("targets", "Ghi mục tiêu trong năm.");
        }
        if (send && plan.measures().isEmpty()) {
            problems.add("measures", "Ghi cách làm.");
        }
        problems.check();

        if (!store.save(viewer.scope(), plan, send, Stamp.of(viewer, clock))) {
            throw new Refusal("assignment.plan-changed");
        }

        facts.tell(
                viewer,
                new PlanStep(Objects.requireNonNull(self), send ? PlanStep.SENT : PlanStep.SAVED));
    }

    private static String paragraphs(String typed) {
        return typed.lines()
                .map(Texts::clean)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
