package vn.ganbo.assessment;

import java.util.List;
import java.util.UUID;
import vn.ganbo.kernel.NotFound;

/**
 * A slip as it was seen when it was chosen: whoever signs signs what stood on the page.
 *
 * @param version of the slip at that moment
 */
public record Picked(UUID id, int version) {
    /** As a checkbox sends it. */
    String value() {
        return id + "." + version;
    }

    /** Reads what checkboxes sent; throws {@link NotFound} for anything else. */
    static List<Picked> read(List<String> values) {
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
