package vn.ganbo.kernel;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one table of progress on the desk, contributed by a capability as a bean. */
public interface DeskProgress {
    /**
     * The table, of at most twelve rows.
     *
     * @param note how far all of it is, at the end of the title
     * @param deadline what is left until its day, or null where there is none
     * @param link the whole
     * @param all words of the link to the rows not shown, or null when all are
     */
    record Table(
            String title,
            String note,
            @Nullable String deadline,
            String link,
            Headings headings,
            List<Row> rows,
            @Nullable String all) {}

    /** What the rows are about, and what their pills say. */
    record Headings(String thing, String pill) {}

    /** How far one row is, in percent of 0 to 100: finished, waiting for somebody, prepared. */
    record Bar(int done, int waiting, int prepared) {}

    /** One row; link is null where the viewer has no page for it. */
    record Row(String name, Bar bar, String note, Tone tone, String pill, @Nullable String link) {}

    /** The table for this viewer, in one statement; empty where there is nothing to follow. */
    Optional<Table> of(Viewer viewer);
}
