package vn.ganbo.document;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
                put(first.toUpperCase(Locale.ROOT), second.toUpperCase(Locale.ROOT));
            }
        }
    }

    private static void put(String first, String second) {
        TO_SECOND.put(first, second);
        TO_FIRST.put(second, first);
    }

    private static String capital(String letters) {
        return letters.substring(0, 1).toUpperCase(Locale.ROOT) + letters.substring(1);
    }

    /** A syllable that ends in two vowels, which are not those behind "qu". */
    private static final Pattern OPEN =
            Pattern.compile(
                    "(?<!\\p{L})(\\p{L}*?)(?<![qQ])([oòóỏõọuùúủũụOÒÓỎÕỌUÙÚỦŨỤ][aàáảãạeèéẻẽẹyỳýỷỹỵAÀÁẢÃẠEÈÉẺẼẸYỲÝỶỸỴ])(?!\\p{L})");

    /** Capitals do not make a name of these: Đảng ủy, Ủy ban, ĐẢNG ỦY. */
    private static final Set<String> NEVER_A_NAME = Set.of("ủy", "uỷ");

    /**
     * Text in NFC with the tones of its words where this style has them. A syllable with a capital
     * may be a name, of a person or of a place: it stays as its bearers write it.
     */
    String write(String text) {
        if (this == AS_WRITTEN) {
            return text;
        }
        Map<String, String> to = this == FIRST ? TO_FIRST : TO_SECOND;
        return OPEN.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                isName(found.group())
                                        ? found.group()
                                        : found.group(1)
                                                + Objects.requireNonNull(
                                                        to.getOrDefault(
                                                                found.group(2), found.group(2)))));
    }

    private static boolean isName(String syllable) {
        return Character.isUpperCase(syllable.charAt(0))
                && !NEVER_A_NAME.contains(syllable.toLowerCase(Locale.ROOT));
    }

    /** The same, but for these: names and addresses that were typed without their capitals. */
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
