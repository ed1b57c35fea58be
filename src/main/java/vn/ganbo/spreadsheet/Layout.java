package vn.ganbo.spreadsheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a table must look like to be read.
 *
 * @param kind what the importer calls it
 * @param name in Vietnamese, such as "danh sách đảng viên"
 * @param columns in the order in which they are offered
 */
public record Layout(String kind, String name, List<Column> columns) {
    /**
     * One column.
     *
     * @param key what the importer calls it
     * @param title its heading, as faults name it
     * @param required whether a table without it is refused
     * @param alsoCalled other headings; case, diacritics and punctuation do not count
     * @param holds what its cells may look like, for tables whose headings say nothing
     * @param variant whether it only says in another way what other columns say
     * @param tells keys of the columns of which it says as much
     * @param later how its dates follow those of another column, or null
     */
    public record Column(
            String key,
            String title,
            boolean required,
            List<String> alsoCalled,
            List<Content> holds,
            boolean variant,
            List<String> tells,
            @Nullable Later later) {
        public static Column required(String key, String title, String... alsoCalled) {
            return new Column(
                    key, title, true, List.of(alsoCalled), List.of(), false, List.of(), null);
        }

        public static Column optional(String key, String title, String... alsoCalled) {
            return new Column(
                    key, title, false, List.of(alsoCalled), List.of(), false, List.of(), null);
        }

        /** Another way in which some lists write one of the other columns. */
        public static Column variant(String key, String title, String... alsoCalled) {
            return new Column(
                    key, title, false, List.of(alsoCalled), List.of(), true, List.of(), null);
        }

        /** Of a variant: a list that has it lacks none of these columns. */
        public Column insteadOf(String... keys) {
            return new Column(
                    key, title, required, alsoCalled, holds, variant, List.of(keys), later);
        }

        public Column holding(Content... contents) {
            return new Column(
                    key, title, required, alsoCalled, List.of(contents), variant, tells, later);
        }

        /** Dates so many years, both included, after those of another column. */
        public Column following(String other, int fewest, int most) {
            return new Column(
                    key,
                    title,
                    required,
                    alsoCalled,
                    holds,
                    variant,
                    tells,
                    new Later(other, fewest, most));
        }
    }

    /** How the years of a column's dates follow those of another one. */
    record Later(String than, int fewest, int most) {}

    public Layout {
        columns = List.copyOf(columns);
    }

    /** The heading of a column as the layout names it. */
    public String title(String key) {
        return columns.stream()
                .filter(column -> column.key().equals(key))
                .findFirst()
                .orElseThrow()
                .title();
    }
}
