package vn.ganbo.web;

import java.util.List;
import java.util.UUID;
import vn.ganbo.kernel.NotFound;

/**
 * Something as it was seen when it was chosen from a list: whoever signs signs what stood on the
 * page.
 *
 * @param version of it at that moment
 */
public record Picked(UUID id, int version) {
    /** As a checkbox sends it. */
    public String value() {
        return id + "." + version;
    }

    /** Reads what checkboxes sent; throws {@link NotFound} for anything else. */
    public static List<Picked> read(List<String> values) {
        try {
            return values.stream()
                    .map(value -> value.split("\\.", 2))
                    .map(parts -> new Picked(UUID.fromString(parts[0]), Integer.parseInt(parts[1])))
                    .distinct()
                    .toList();
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new NotFound();
        }
    }
}
