package vn.ganbo.document;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where the tone of an open "oa", "oe", "uy" stands: offices write "uỷ, hoà" or "ủy, hòa". Labels
 * under toneMarks.*
 */
enum ToneMarks {
    /** As it was typed, and as the rulebook has it. */
    AS_WRITTEN,
    /** On the first vowel: ủy, hòa, khỏe. */
    FIRST,
    /** On the second vowel: uỷ, hoà, khoẻ. */
    SECOND;

    private static final List<String> FIRSTS = List.of("òóỏõọ", "òóỏõọ", "ùúủũụ");
    private static final List<String> SECONDS = List.of("àáảãạ", "èéẻẽẹ", "ỳýỷỹỵ");
    private static final List<String> PLAIN = List.of("oa", "oe", "uy");

    private static final Map<String, String> TO_SECOND = new HashMap<>();
    private static final Map<String, String> TO_FIRST = new HashMap<>();

    static {
        for (int i = 0; i < PLAIN.size(); i++) {
            for (int tone = 0; tone < 5; tone++) {
                String first = FIRSTS.get(i).charAt(tone) + PLAIN.get(i).substring(1);
                String second = PLAIN.get(i).charAt(0) + SECONDS.get(i).substring(tone, tone + 1);
                put(first, second);
                put(capital(first), capital(second));
                put(
                        first.toUpperCase(java.util.Locale.ROOT),
                        second.toUpperCase(java.util.Locale.ROOT));
            }
        }
    }

    private static void put(String first, String second) {
        TO_SECOND.put(first, second);
        TO_FIRST.put(second, first);
    }

    private static String capital(String letters) {
        return letters.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + letters.substring(1);
    }

    /** Two vowels at the end of a syllable, and not the "u" of "qu". */
    private static final Pattern OPEN =
            Pattern.compile(
                    "(?<![qQ])[oòóỏõọuùúủũụOÒÓỎÕỌUÙÚỦŨỤ][aàáảãạeèéẻẽẹyỳýỷỹỵAÀÁẢÃẠEÈÉẺẼẸYỲÝỶỸỴ](?!\\p{L})");

    /** Text in NFC with the tones where this style has them; everything else stays. */
    String write(String text) {
        if (this == AS_WRITTEN) {
            return text;
        }
        Map<String, String> to = this == FIRST ? TO_FIRST : TO_SECOND;
        return OPEN.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                Objects.requireNonNull(
                                        to.getOrDefault(found.group(), found.group()))));
    }

    /** The same, but for names, which their bearers write as they are written. */
    String write(String text, Collection<String> names) {
        List<String> kept = names.stream().filter(name -> !name.isEmpty()).toList();
        if (this == AS_WRITTEN || kept.isEmpty()) {
            return write(text);
        }
        Matcher name =
                Pattern.compile(kept.stream().map(Pattern::quote).collect(Collectors.joining("|")))
                        .matcher(text);
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (name.find()) {
            out.append(write(text.substring(from, name.start()))).append(name.group());
            from = name.end();
        }
        return out.append(write(text.substring(from))).toString();
    }
}
