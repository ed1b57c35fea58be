package vn.ganbo.meeting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.web.Typed;

/**
 * Reads the roll-call's form. A field's name says whom and which mark stood there when the page was
 * drawn, so two hundred people are two hundred fields and nobody overwrites unseen what another
 * clerk wrote.
 */
final class RollForm {
    private static final String FIELD = "m.";
    private static final String NONE = "-";

    private RollForm() {}

    /** What was sent for one person. */
    record Sent(UUID member, @Nullable Mark before, Mark now) {
        boolean touched() {
            return before != now;
        }
    }

    /** {@code m.<member>.<mark or ->}. */
    static String name(UUID member, @Nullable Mark kept) {
        return FIELD + member + "." + (kept == null ? NONE : kept.name());
    }

    /**
     * Marks that differ from what the page showed; whatever is no field of the roll is left out.
     */
    static List<Meetings.Marking> touched(Map<String, String[]> parameters) {
        List<Meetings.Marking> out = new ArrayList<>();
        for (Sent sent : sent(Typed.of(parameters)).values()) {
            if (sent.touched()) {
                out.add(new Meetings.Marking(sent.member(), sent.before(), sent.now()));
            }
        }
        return out;
    }

    static Map<UUID, Sent> sent(Typed typed) {
        Map<UUID, Sent> out = new LinkedHashMap<>();
        typed.values()
                .forEach((name, values) -> {
                    String[] parts = name.split("\\.", -1);
                    if (name.startsWith(FIELD) && parts.length == 3 && !values.isEmpty()) {
                        Mark now = mark(values.getFirst());
                        UUID member = uuid(parts[1]);
                        if (now != null && member != null) {
                            out.put(member, new Sent(member, mark(parts[2]), now));
                        }
                    }
                });
        return out;
    }

    private static @Nullable Mark mark(String typed) {
        for (Mark mark : Mark.values()) {
            if (mark.name().equals(typed)) {
                return mark;
            }
        }
        return null;
    }

    private static @Nullable UUID uuid(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
