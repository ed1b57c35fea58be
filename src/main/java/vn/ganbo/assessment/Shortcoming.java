package vn.ganbo.assessment;

import java.time.LocalDate;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.kernel.Show;

/**
 * Hạn chế: criticism that builds. What happened, what would mend it and by when.
 *
 * @param fact a thing that happened, with its day and place
 * @param suggestion what the person can do
 * @param due by when
 */
record Shortcoming(String fact, String suggestion, LocalDate due) {
    private static final TypeReference<List<Shortcoming>> LIST = new TypeReference<>() {};

    /** As they are kept with a slip or a hearing. */
    static List<Shortcoming> read(JsonMapper json, String kept) {
        return json.readValue(kept, LIST);
    }

    /** As it stands on the slip. */
    String sentence() {
        return "Hạn chế: %s. Gợi ý khắc phục: %s, trước ngày %s."
                .formatted(bare(fact), bare(suggestion), Show.date(due));
    }

    private static String bare(String text) {
        return text.replaceFirst("[.;,\\s]+$", "");
    }
}
