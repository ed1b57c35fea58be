package vn.ganbo.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ganbo.classification.LevelDecisions.Given;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.regulation.ClassificationLevel;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Picked;
import vn.ganbo.web.Typed;

/**
 * What somebody chose on a page of proposals: a level for one, or, with one tick, what was proposed
 * for all of a group who have no level of their own. Who is neither is not decided on
 * (docs/decisions/0056).
 */
final class LevelsChosen {
    /** Leaves one to another decision although the group's proposals are followed. */
    private static final String LATER = "LATER";

    private LevelsChosen() {}

    /** The answers for one, behind an empty one. */
    static List<Choice> choices() {
        List<Choice> choices = new ArrayList<>(Choice.all(ClassificationLevel.values()));
        choices.add(Choice.of(LATER, "Để lại lần sau"));
        return choices;
    }

    /** A proposal as the page shows it; sent along, so that nobody decides on another one. */
    static String seen(int group, Given proposal) {
        return group + "." + proposal.level() + "." + proposal.review().value();
    }

    /** Where the level of one is chosen. */
    static String field(@Nullable UUID id) {
        return "level-" + id;
    }

    /** What was chosen; throws {@link NotFound} for what no page of ours sends. */
    static List<Given> read(Typed typed) {
        List<Given> given = new ArrayList<>();
        for (String seen : typed.values().getOrDefault("seen", List.of())) {
            String[] parts = seen.split("\\.", 3);
            ClassificationLevel proposed = parts.length == 3 ? SelfReviews.level(parts[1]) : null;
            if (proposed == null) {
                throw new NotFound();
            }
            Picked review = Picked.read(List.of(parts[2])).getFirst();
            String own = typed.or(field(review.id()), "");
            ClassificationLevel level = SelfReviews.level(own);
            if (level == null && own.isEmpty() && typed.has("asProposed", parts[0])) {
                level = proposed;
            }
            if (level != null) {
                given.add(new Given(review, level));
            }
        }
        return given;
    }

    /** "hoàn thành tốt nhiệm vụ 8, hoàn thành nhiệm vụ 2". */
    static String words(List<ClassificationLevel> levels) {
        return Arrays.stream(ClassificationLevel.values())
                .filter(levels::contains)
                .map(level ->
                        Labels.of(level).toLowerCase(Locale.ROOT)
                                + " "
                                + Collections.frequency(levels, level))
                .collect(Collectors.joining(", "));
    }
}
