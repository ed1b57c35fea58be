package vn.ganbo.spreadsheet;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.ganbo.kernel.Fact;
import vn.ganbo.kernel.Show;

/** What happens to lists. */
public final class ExportFacts {
    private ExportFacts() {}

    /**
     * Somebody took a list out of the program: from then on nobody here knows who reads it.
     *
     * @param thing the organisation of the office that took it
     * @param filter what it was narrowed to, without typed words
     */
    public record ListExported(UUID thing, String list, String filter, long count, String format)
            implements Fact {
        @Override
        public String key() {
            return "spreadsheet.list-exported";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Map<String, String> details() {
            return Map.of(
                    "list", list, "filter", filter, "count", Show.number(count), "format", format);
        }
    }
}
