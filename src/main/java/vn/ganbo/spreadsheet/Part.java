package vn.ganbo.spreadsheet;

import java.io.IOException;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet below its headings, each as the table has it. */
final class Part {
    private final String name;
    private final Headings headings;
    private final Rows rows;
    private final Deque<SheetRow> ahead;
    private final @Nullable Clean clean;
    private final Merged merged;
    private int last;

    /**
     * @param headings those of the sheet alone
     * @param ahead the first rows below them
     */
    Part(String name, Headings headings, Rows rows, Deque<SheetRow> ahead, Merged merged) {
        this(name, headings, rows, ahead, merged, new Clean(headings));
    }

    private Part(
            String name,
            Headings headings,
            Rows rows,
            Deque<SheetRow> ahead,
            Merged merged,
            @Nullable Clean clean) {
        this.name = name;
        this.headings = headings;
        this.rows = rows;
        this.ahead = ahead;
        this.merged = merged;
        this.clean = clean;
    }

    /** Rows that are data, each of them. */
    static Part of(Headings headings, Rows rows) {
        return new Part(
                "", headings, rows, new java.util.ArrayDeque<>(), new Merged(List.of()), null);
    }

    String name() {
        return name;
    }

    Headings headings() {
        return headings;
    }

    /** The last row that was read, whether or not it was data. */
    int last() {
        return last;
    }

    int hidden() {
        return rows.hidden();
    }

    /** Whether one of the first rows only begins a section. */
    boolean hasSections() {
        Clean trial = new Clean(headings);
        ahead.forEach(row -> trial.isData(HeadingFinder.read(row, headings.letters())));
        return !trial.section().isEmpty();
    }

    /** The section of the row that was given last. */
    String section() {
        return clean == null ? "" : clean.section();
    }

    /** The next row of data as it stands in the sheet, or null at the end. */
    @Nullable SheetRow next() throws IOException {
        while (true) {
            SheetRow row = ahead.isEmpty() ? rows.next() : ahead.poll();
            if (row == null) {
                return null;
            }
            last = row.number();
            if (clean == null) {
                return row;
            }
            if (clean.isData(HeadingFinder.read(row, headings.letters()))) {
                return merged.fill(row, headings.place("name"));
            }
        }
    }

    void close() throws IOException {
        rows.close();
    }
}
