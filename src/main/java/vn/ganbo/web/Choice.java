package vn.ganbo.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Labels;

/**
 * One option of a list or of big radio buttons.
 *
 * @param value what the form sends
 * @param label what is read
 * @param hint a second, smaller line under the label of a big button, or null
 * @param warned drawn in amber when chosen, because something speaks against it
 */
public record Choice(String value, String label, @Nullable String hint, boolean warned) {
    public static Choice of(Object value, String label) {
        return new Choice(value.toString(), label, null, false);
    }

    /** A constant with its word from labels.properties. */
    public static Choice of(Enum<?> constant) {
        return of(constant.name(), Labels.of(constant));
    }

    /** {@code Choice.all(Role.values())}: all constants with their words, in declared order. */
    public static List<Choice> all(Enum<?>... constants) {
        return Arrays.stream(constants).map(Choice::of).toList();
    }

    public Choice withHint(String words) {
        return new Choice(value, label, words, warned);
    }

    public Choice withWarning(boolean speaksAgainst) {
        return new Choice(value, label, hint, speaksAgainst);
    }
}
