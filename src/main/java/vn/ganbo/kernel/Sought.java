package vn.ganbo.kernel;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Whom somebody looks for, in whatever way it was typed: words of a name in any order, initials, a
 * card number, a phone number.
 */
public record Sought(String typed) {
    private static final int MOST_WORDS = 6;
    private static final int CARD = 8;
    private static final Pattern WILDCARDS = Pattern.compile("[\\\\%_]");

    /** Without diacritics, case and wildcards. */
    public String folded() {
        return WILDCARDS.matcher(Texts.folded(typed)).replaceAll("").strip();
    }

    /** For {@code (' ' || folded) like all (…)}: each typed word begins a word of the name. */
    public String[] patterns() {
        return Arrays.stream(words()).map(word -> "% " + word + "%").toArray(String[]::new);
    }

    private String[] words() {
        return Arrays.stream(folded().split(" "))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toArray(String[]::new);
    }

    /** "nva", also typed as "n v a" or "N.V.A"; an empty text where it cannot be initials. */
    public String initials() {
        String letters = folded().replaceAll("[ .]", "");
        boolean single = Arrays.stream(words()).allMatch(word -> word.length() == 1);
        return single || !folded().contains(" ") ? letters : "";
    }

    /** Eight digits as a card has them, or an empty text. */
    public String card() {
        String digits = digits();
        return digits.length() == CARD ? digits.substring(0, 2) + "." + digits.substring(2) : "";
    }

    /** A phone number with its zero, whatever stands between the digits; or an empty text. */
    public String phone() {
        String digits = digits();
        if (digits.startsWith("84") && digits.length() > 10) {
            return "0" + digits.substring(2);
        }
        return digits.length() > CARD ? digits : "";
    }

    private String digits() {
        return typed.matches("[0-9+ .()-]*") ? typed.replaceAll("\\D", "") : "";
    }
}
