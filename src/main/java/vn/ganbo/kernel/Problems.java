package vn.ganbo.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Typing that cannot be taken as it stands (422): all of it at once, by field, in Vietnamese. */
public final class Problems extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Map<String, List<String>> byField;

    public Problems(Map<String, List<String>> byField) {
        super(byField.toString());
        this.byField = byField;
    }

    public static Problems of(String field, String sentence) {
        return new Problems(Map.of(field, List.of(sentence)));
    }

    /** Field name to sentences, in the order in which they were found. */
    public Map<String, List<String>> byField() {
        return byField;
    }

    /** Gathers problems while a form is read, and throws them all at the end. */
    public static final class Gatherer {
        private final Map<String, List<String>> found = new LinkedHashMap<>();

        public void add(String field, String sentence) {
            found.computeIfAbsent(field, _ -> new ArrayList<>()).add(sentence);
        }

        /** Says so when a text is longer than may be kept. */
        public void atMost(String field, String text, int most) {
            if (text.length() > most) {
                add(
                        field,
                        "Dài %s chữ; ở đây ghi được %s. Viết gọn lại rồi gửi."
                                .formatted(Show.number(text.length()), Show.number(most)));
            }
        }

        public boolean isEmpty() {
            return found.isEmpty();
        }

        /** Throws {@link Problems} when anything was found. */
        public void check() {
            if (!found.isEmpty()) {
                throw new Problems(found);
            }
        }
    }
}
