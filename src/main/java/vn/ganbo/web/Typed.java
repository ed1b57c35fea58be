package vn.ganbo.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Texts;

/**
 * What was typed into a form, and what is wrong with it: a form page is always drawn from one of
 * these, so that nothing typed is lost when it comes back.
 *
 * @param values field name to what was typed
 * @param problems field name to sentences; the empty name is for the whole form
 */
public record Typed(Map<String, List<String>> values, Map<String, List<String>> problems) {
    public static Typed empty() {
        return new Typed(Map.of(), Map.of());
    }

    /** What came with a request, {@code request.getParameterMap()}. */
    public static Typed of(Map<String, String[]> parameters) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        parameters.forEach((name, typed) -> values.put(name, List.of(typed)));
        return new Typed(values, Map.of());
    }

    /** Whether a field of this name holds a password or a code, which no page ever shows again. */
    public static boolean isSecret(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return small.contains("password")
                || small.contains("secret")
                || Set.of("repeated", "code").contains(small);
    }

    public Typed with(Problems found) {
        return new Typed(values, found.byField());
    }

    /** With one sentence for the whole form, such as a refusal or a conflict. */
    public Typed with(String sentence) {
        return new Typed(values, Map.of("", List.of(sentence)));
    }

    /** The same without a field that no longer says what is so. */
    public Typed without(String field) {
        Map<String, List<String>> kept = new LinkedHashMap<>(values);
        kept.remove(field);
        return new Typed(kept, problems);
    }

    /** What was typed, or null where the form has not been sent. */
    public @Nullable String get(String field) {
        List<String> typed = values.getOrDefault(field, List.of());
        return typed.isEmpty() ? null : typed.getFirst();
    }

    /** What was typed, or the given value where the form has not been sent. */
    public String or(String field, @Nullable Object otherwise) {
        String typed = get(field);
        return typed != null ? typed : otherwise == null ? "" : otherwise.toString();
    }

    public boolean has(String field, String value) {
        return values.getOrDefault(field, List.of()).contains(value);
    }

    public List<String> problems(String field) {
        return problems.getOrDefault(field, List.of());
    }

    public boolean failed() {
        return !problems.isEmpty();
    }

    /**
     * Texts of several words, days and numbers of papers that were written: the page may have no
     * field for them any more.
     */
    public List<String> written() {
        return values.entrySet().stream()
                .filter(field -> !isSecret(field.getKey()))
                .flatMap(field -> field.getValue().stream())
                .map(String::strip)
                .filter(text -> text.contains(" ") || (text.contains("/") && !text.startsWith("/")))
                .toList();
    }

    /**
     * The day typed in a field; null where it is none, with a problem unless it may stay empty.
     *
     * @param missing what to say of an empty field, or null where it may stay empty
     */
    public @Nullable LocalDate day(
            String field, @Nullable String missing, Problems.Gatherer problems) {
        String text = Texts.clean(or(field, ""));
        LocalDate day = Days.read(text).orElse(null);
        if (day != null) {
            return day;
        }
        if (!text.isEmpty()) {
            problems.add(
                    field, "“%s” không phải một ngày có thật. Ghi như 23/11/2026.".formatted(text));
        } else if (missing != null) {
            problems.add(field, missing);
        }
        return null;
    }

    /**
     * The clean text of a field, at most so many characters long.
     *
     * @param missing what to say of an empty field, or null where it may stay empty
     */
    public String text(
            String field, @Nullable String missing, int longest, Problems.Gatherer problems) {
        String text = Texts.clean(or(field, ""));
        if (text.isEmpty() && missing != null) {
            problems.add(field, missing);
        }
        problems.atMost(field, text, longest);
        return text;
    }

    /**
     * The one of a kind that was chosen in a field; null where it is none of them, with a problem
     * unless nothing at all may be chosen.
     *
     * @param missing what to say where nothing was chosen, or null where that may be
     */
    public <E extends Enum<E>> @Nullable E one(
            String field, Class<E> of, @Nullable String missing, Problems.Gatherer problems) {
        String text = or(field, "").strip();
        for (E each : Objects.requireNonNull(of.getEnumConstants())) {
            if (each.name().equals(text)) {
                return each;
            }
        }
        if (!text.isEmpty()) {
            problems.add(field, Labels.say("failure.problems.value", text));
        } else if (missing != null) {
            problems.add(field, missing);
        }
        return null;
    }
}
