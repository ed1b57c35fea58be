package vn.ganbo.spreadsheet;

import java.util.Arrays;
import java.util.Locale;
import vn.ganbo.kernel.NotFound;

/** In which form a list leaves the program. */
enum ExportFormat {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("text/csv;charset=UTF-8"),
    PDF("application/pdf");

    private final String type;

    ExportFormat(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    /** As files end: xlsx. */
    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Throws {@link NotFound} for a form that there is not. */
    static ExportFormat of(String typed) {
        return Arrays.stream(values())
                .filter(format -> format.ending().equals(typed))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
