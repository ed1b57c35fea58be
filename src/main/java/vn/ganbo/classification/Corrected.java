package vn.ganbo.classification;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Show;
import vn.ganbo.regulation.ClassificationLevel;

/**
 * What stood on record before a level was corrected (docs/decisions/0059).
 *
 * @param level that stood
 * @param number of the decision under which it stood
 * @param because why it was wrong
 */
record Corrected(
        ClassificationLevel level,
        String number,
        LocalDate decidedOn,
        String because,
        LocalDate correctedOn) {
    private static final TypeReference<List<Corrected>> LIST = new TypeReference<>() {};

    /** As a statement gathers them, the newest first; null where nothing was corrected. */
    static List<Corrected> read(JsonMapper json, @Nullable String gathered) {
        return gathered == null ? List.of() : json.readValue(gathered, LIST);
    }

    /** "Trước khi sửa: hoàn thành nhiệm vụ, quyết định số 12-QĐ/ĐU ngày 5/12/2026.". */
    String before() {
        return "Trước khi sửa: %s, quyết định số %s ngày %s."
                .formatted(Labels.of(level).toLowerCase(Locale.ROOT), number, Show.date(decidedOn));
    }

    /** Day, what stood and why it was wrong, as a paper says it. */
    String words() {
        return "Đã sửa ngày %s. %s Lý do sửa: %s"
                .formatted(Show.date(correctedOn), before(), because);
    }
}
