package vn.ganbo.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the person was asked about before the cell decides, and what they said.
 *
 * @param about the shortcomings put to the person
 * @param dueOn the last day on which the cell waits for an answer
 * @param notedBy who wrote down what was said by word of mouth, or null
 */
record Hearing(
        List<Shortcoming> about,
        LocalDate askedOn,
        LocalDate dueOn,
        @Nullable String words,
        @Nullable LocalDate heardOn,
        @Nullable String notedBy) {

    Hearing {
        about = List.copyOf(about);
    }

    /** Whether the person was asked about each of these. */
    boolean covers(List<Shortcoming> shortcomings) {
        return about.containsAll(shortcomings);
    }

    /** Since when the cell may decide, seen from that day: answered, or the days have passed. */
    Optional<LocalDate> closed(LocalDate on) {
        if (heardOn != null) {
            return Optional.of(heardOn);
        }
        return dueOn.isBefore(on) ? Optional.of(dueOn.plusDays(1)) : Optional.empty();
    }
}
