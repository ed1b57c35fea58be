package vn.ganbo.document;

import java.time.Instant;
import java.util.UUID;

/**
 * A batch for the printer.
 *
 * @param total papers
 * @param drawn papers that are drawn
 * @param sheets sheets of paper
 * @param failed whether a part could not be drawn
 */
record PrintBatch(
        UUID id,
        String title,
        PrintLayout layout,
        int total,
        int drawn,
        int sheets,
        boolean failed,
        Instant madeAt,
        String madeBy) {
    boolean ready() {
        return drawn == total;
    }
}
