package vn.ganbo.spreadsheet;

import java.util.List;

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
     * @param holds what its cells look like, for tables whose headings say nothing
     * @param variant whether it only says in another way what one of the other columns says
     */
    public record Column(
            String key,
            String title,
            boolean required,
            List<String> alsoCalled,
            Content holds,
            boolean variant) {
        public static Column required(String key, String title, String... alsoCalled) {
            return new Column(key, title, true, List.of(alsoCalled), Content.ANY, false);
        }

        public static Column optional(String key, String title, String... alsoCalled) {
            return new Column(key, title, false, List.of(alsoCalled), Content.ANY, false);
        }

        /** Another way in which some lists write one of the other columns. */
        public static Column variant(String key, String title, String... alsoCalled) {
            return new Column(key, title, false, List.of(alsoCalled), Content.ANY, true);
        }

        public Column holding(Content content) {
            return new Column(key, title, required, alsoCalled, content, variant);
        }
    }

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
