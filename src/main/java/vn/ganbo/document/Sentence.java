package vn.ganbo.document;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fixed sentence of a form with its blanks filled in; the name stands apart, to be printed bold.
 *
 * @param before what stands before {họ tên}
 * @param name the person, empty where the sentence names nobody
 * @param after what stands behind it
 */
record Sentence(String before, String name, String after) {
    private static final String NAME = "{họ tên}";
    private static final Pattern BLANK = Pattern.compile(" ?\\{([^}]*)}");

    /** The sentence about a person that has no other blanks. */
    static Sentence of(String wording, String name) {
        return of(wording, name, Map.of());
    }

    /**
     * The sentence with all its blanks.
     *
     * @param wording as the rulebook has it
     * @param blanks what goes into {…}; an empty value takes the space before it away, and a blank
     *     that is not known is left to the pen
     */
    static Sentence of(String wording, String name, Map<String, String> blanks) {
        int at = wording.indexOf(NAME);
        return at < 0
                ? new Sentence(filled(wording, blanks), "", "")
                : new Sentence(
                        filled(wording.substring(0, at), blanks),
                        name,
                        filled(wording.substring(at + NAME.length()), blanks));
    }

    private static String filled(String wording, Map<String, String> blanks) {
        return BLANK.matcher(wording)
                .replaceAll(found -> {
                    String value = blanks.getOrDefault(found.group(1), Words.orDots(null));
                    String space = found.group().startsWith(" ") ? " " : "";
                    return Matcher.quoteReplacement(value.isEmpty() ? "" : space + value);
                });
    }
}
