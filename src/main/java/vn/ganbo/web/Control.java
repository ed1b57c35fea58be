package vn.ganbo.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Tone;

/** The small sums that the shared controls do. */
final class Control {
    private Control() {}

    /** The id of a field's input; the error summary links to it. */
    static String id(String name) {
        return "f-" + name.replaceAll("[^\\p{Alnum}_-]", "-");
    }

    /** The ids of hint and errors that belong to an input, or null where there are none. */
    static @Nullable String describedBy(String id, @Nullable String hint, List<String> problems) {
        String ids =
                (hint == null ? "" : id + "-hint ") + (problems.isEmpty() ? "" : id + "-error");
        return ids.isEmpty() ? null : ids.strip();
    }

    /** What an input shows: what was typed, else the value at hand. */
    static String shown(Typed typed, String name, @Nullable Object value) {
        return typed.or(name, value);
    }

    /** Whether an option is chosen: as typed, or before anything was sent as it stands. */
    static boolean chosen(Typed typed, String name, String option, @Nullable Object value) {
        if (!typed.values().isEmpty()) {
            return typed.has(name, option);
        }
        String at =
                value instanceof Enum<?> constant
                        ? constant.name()
                        : value == null ? "" : value.toString();
        return option.equals(at);
    }

    /** A figure of an SVG, such as 41.5; never with a comma. */
    static String figure(double n) {
        return String.format(Locale.ROOT, "%.2f", n);
    }

    /** The CSS class of a note in this tone. */
    static String note(Tone tone) {
        return switch (tone) {
            case DONE -> "note ok";
            case LATE -> "note stop";
            case ACT -> "note act";
            case WAIT -> "note";
            case REST, HOUSEHOLD -> "note rest";
        };
    }
}
