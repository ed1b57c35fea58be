package vn.ganbo.spreadsheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes an {@link Export} of records: each column says what it shows of one. The ordinal number
 * comes first by itself.
 *
 * @param <T> one row
 */
public final class Listing<T> {
    private final String file;
    private final String title;
    private final LocalDate on;
    private final List<Export.Filter> filters = new ArrayList<>();
    private final List<Export.Column> columns = new ArrayList<>();
    private final List<Function<? super T, ? extends @Nullable Object>> cells = new ArrayList<>();

    /** See {@link Export} for the words. */
    public Listing(String file, String title, LocalDate on) {
        this.file = file;
        this.title = title;
        this.on = on;
        columns.add(Export.Column.of("STT", 6));
    }

    /** Says what the list is narrowed to; nothing for an empty value. */
    public Listing<T> filter(String label, String value) {
        if (!value.isBlank()) {
            filters.add(Export.Filter.of(label, value));
        }
        return this;
    }

    /** The same of what somebody typed. */
    public Listing<T> typed(String label, String value) {
        if (!value.isBlank()) {
            filters.add(Export.Filter.typed(label, value.strip()));
        }
        return this;
    }

    /** Adds a column; the cell is a text, a date, a number or null. */
    public Listing<T> column(
            String heading, int width, Function<? super T, ? extends @Nullable Object> cell) {
        columns.add(Export.Column.of(heading, width));
        cells.add(cell);
        return this;
    }

    /** The list of rows that come one after the other. */
    public Export of(long count, Consumer<Consumer<T>> rows) {
        return new Export(
                file,
                title,
                on,
                List.of(),
                filters,
                columns,
                count,
                taker -> {
                    AtomicInteger ordinal = new AtomicInteger();
                    rows.accept(row -> taker.accept(line(ordinal.incrementAndGet(), row)));
                });
    }

    /** The list of rows that are there already. */
    public Export of(List<T> rows) {
        return of(rows.size(), taker -> rows.forEach(taker));
    }

    private @Nullable Object[] line(int ordinal, T row) {
        @Nullable Object[] out = new @Nullable Object[cells.size() + 1];
        out[0] = ordinal;
        for (int i = 0; i < cells.size(); i++) {
            out[i + 1] = cells.get(i).apply(row);
        }
        return out;
    }
}
