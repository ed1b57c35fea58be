package vn.ganbo.kernel;

import java.util.List;
import java.util.Optional;

/** The one table of progress on the desk, contributed by a capability as a bean. */
public interface DeskProgress {
    /** A title, a note at its end, a link to the whole, and at most ten rows. */
    record Table(String title, String note, String link, List<Row> rows) {}

    /**
     * One bar.
     *
     * @param done percent from 0 to 100 that is finished
     * @param under percent from 0 to 100 that is under way
     */
    record Row(
            String name, int done, int under, String note, Tone tone, String pill, String link) {}

    /** The table for this viewer, in one statement; empty where there is nothing to follow. */
    Optional<Table> of(Viewer viewer);
}
