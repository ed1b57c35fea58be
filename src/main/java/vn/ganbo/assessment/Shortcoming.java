package vn.ganbo.assessment;

import java.time.LocalDate;
import vn.ganbo.kernel.Show;

/**
 * Hạn chế: criticism that builds. What happened, what would mend it and by when.
 *
 * @param fact a thing that happened, with its day and place
 * @param suggestion what the person can do
 * @param due by when
 */
record Shortcoming(String fact, String suggestion, LocalDate due) {
    /** As it stands on the slip. */
    String sentence() {
        return "Hạn chế: %s. Gợi ý khắc phục: %s, trước ngày %s."
                .formatted(bare(fact), bare(suggestion), Show.date(due));
    }

    private static String bare(String text) {
        return text.replaceFirst("[.;,\\s]+$", "");
    }
}
