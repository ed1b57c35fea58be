package vn.ganbo.spreadsheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Show;

/**
 * Danh sách tải về: one list as it leaves the program, in whatever format. What is above the
 * headings says whose list it is, of which day, and how it was filtered.
 *
 * @param file name of the file without its ending, such as danh-sach-dang-vien
 * @param title "Danh sách đảng viên"
 * @param on the day of which the list tells
 * @param notes more lines above the headings, such as totals; mostly none
 * @param filters what the list was narrowed to; empty for all
 * @param columns from left to right
 * @param count how many rows there are
 * @param rows where they come from
 */
public record Export(
        String file,
        String title,
        LocalDate on,
        List<String> notes,
        List<Filter> filters,
        List<Column> columns,
        long count,
        Rows rows) {

    /** A row's cells are texts, dates, numbers or null, one for each column. */
    @FunctionalInterface
    public interface Rows {
        /** Gives each row once, in order, as an array of its own. */
        void each(Consumer<@Nullable Object[]> taker);
    }

    /**
     * One thing that a list was narrowed to.
     *
     * @param typed whether somebody typed the value: it stands in the file, not in the log
     */
    public record Filter(String label, String value, boolean typed) {
        public static Filter of(String label, String value) {
            return new Filter(label, value, false);
        }

        public static Filter typed(String label, String value) {
            return new Filter(label, value, true);
        }

        String shown() {
            return label + ": " + value;
        }
    }

    /**
     * One column.
     *
     * @param width in letters
     * @param inFiles whether a workbook and a .csv have it
     * @param onPaper whether it is printed; a page is narrower than a workbook
     */
    public record Column(String title, int width, boolean inFiles, boolean onPaper) {
        public static Column of(String title, int width) {
            return new Column(title, width, true, true);
        }

        /** A column that a workbook has and a page has no room for. */
        public static Column inFiles(String title, int width) {
            return new Column(title, width, true, false);
        }
    }

    public Export {
        notes = List.copyOf(notes);
        filters = List.copyOf(filters);
        columns = List.copyOf(columns);
    }

    /** What stands above the headings, a line each. */
    public List<String> above(String committee) {
        List<String> lines = new ArrayList<>();
        lines.add(committee);
        lines.add(title);
        lines.add("Tính đến ngày " + Show.date(on) + ", " + Show.number(count) + " dòng");
        lines.addAll(notes);
        lines.add(
                filters.isEmpty()
                        ? "Không lọc"
                        : filters.stream().map(Filter::shown).collect(Collectors.joining("; ")));
        return lines;
    }

    /** A short list that is known already, such as a board of committees. */
    public static Rows rows(List<? extends Object[]> rows) {
        return taker -> rows.forEach(taker);
    }

    /** The same list from elsewhere. */
    Export withRows(Rows other) {
        return new Export(file, title, on, notes, filters, columns, count, other);
    }

    /** Only some of the columns. */
    Export with(Predicate<Column> wanted) {
        if (columns.stream().allMatch(wanted)) {
            return this;
        }
        int[] places =
                IntStream.range(0, columns.size())
                        .filter(i -> wanted.test(columns.get(i)))
                        .toArray();
        return new Export(
                file,
                title,
                on,
                notes,
                filters,
                columns.stream().filter(wanted).toList(),
                count,
                taker ->
                        rows.each(cells ->
                                taker.accept(
                                        IntStream.of(places).mapToObj(i -> cells[i]).toArray())));
    }

    /** The filter for the log: without what was typed, which may be somebody's name. */
    String filterWithoutTyped() {
        return filters.isEmpty()
                ? "không lọc"
                : filters.stream()
                        .map(filter -> filter.typed ? filter.label : filter.shown())
                        .collect(Collectors.joining("; "));
    }

    /** A cell as a person reads it. */
    public static String shown(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case LocalDate day -> Show.date(day);
            default -> cell.toString();
        };
    }
}
