package vn.ganbo.classification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Texts;
import vn.ganbo.web.Typed;

/**
 * A level on record was recorded wrongly, of a member or of a cell: what should have been recorded
 * (docs/decisions/0059).
 *
 * @param decision as it should stand, with the one that is corrected
 * @param whole whether number and day are wrong for all who stand under that decision
 * @param reason why it was wrong
 */
record LevelCorrection(LevelDecisions.Decision decision, boolean whole, String reason) {
    private static final int LONGEST = 1000;

    /**
     * A level on record.
     *
     * @param group the own cell
     * @param aboveBecause why there were more excellent ones than the cap allows
     */
    record Standing(
            LevelDecisions.Given given,
            int group,
            String number,
            LocalDate decidedOn,
            int cap,
            @Nullable String aboveBecause) {

        boolean under(Standing other) {
            return number.equals(other.number) && decidedOn.equals(other.decidedOn);
        }

        boolean is(Standing other) {
            return given.review().id().equals(other.given.review().id());
        }
    }

    /** As it was typed on the page of a correction. */
    static LevelCorrection read(LevelDecisions.Decision decision, Typed typed) {
        return new LevelCorrection(
                decision,
                typed.has("whole", "true"),
                Texts.clean(typed.or("correctedBecause", "")));
    }

    /**
     * The one on record that a decision corrects.
     *
     * @throws Refusal when nothing is on record of it
     */
    static Standing one(LevelDecisions.Decision decision, List<Standing> all) {
        return decision.given().stream()
                .findFirst()
                .flatMap(given -> find(given.review().id(), all))
                .orElseThrow(() -> new Refusal("classification.not-decided"));
    }

    static Optional<Standing> find(UUID review, List<Standing> all) {
        return all.stream().filter(one -> one.given().review().id().equals(review)).findFirst();
    }

    /** Others who stand under the same decision. */
    static List<Standing> beside(Standing one, List<Standing> all) {
        return all.stream().filter(other -> other.under(one) && !other.is(one)).toList();
    }

    /**
     * Who stands otherwise afterwards: the one, and where number or day change for the whole
     * decision, the others under it with the level they have.
     */
    List<LevelDecisions.Given> given(Standing one, List<Standing> all) {
        List<LevelDecisions.Given> given = new ArrayList<>(decision.given());
        if (whole && !sameDecision(one)) {
            beside(one, all).forEach(other -> given.add(other.given()));
        }
        return given;
    }

    void check(Standing one, Problems.Gatherer problems) {
        if (reason.isEmpty()) {
            problems.add("correctedBecause", "Ghi lý do sửa; người được xếp loại đọc được.");
        }
        problems.atMost("correctedBecause", reason, LONGEST);
        boolean sameLevel =
                decision.given().stream().allMatch(now -> now.level() == one.given().level());
        if (sameLevel && sameDecision(one)) {
            problems.add(
                    "given",
                    "Chưa có gì khác điều đã ghi. Sửa mức, số hoặc ngày của quyết định, hoặc bấm “Thôi”.");
        }
    }

    private boolean sameDecision(Standing one) {
        return decision.number().equals(one.number())
                && decision.decidedOn().equals(one.decidedOn());
    }
}
