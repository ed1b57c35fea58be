package vn.ganbo.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Vietnamese text: one normal form on the way in, keys to search and to sort by. */
public final class Texts {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u200b\\ufeff]+");

    /** The alphabet's order: a ă â … d đ e ê … o ô ơ … u ư …; blanks first. */
    private static final String ALPHABET = " 0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

    /** Order of the tones: none, grave, hook above, tilde, acute, dot below. */
    private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";

    private Texts() {}

    /** NFC, without control characters, blanks folded and trimmed. */
    public static String clean(String typed) {
        String nfc = Normalizer.normalize(typed, Normalizer.Form.NFC);
        return SPACES.matcher(nfc).replaceAll(" ").replaceAll("\\p{Cntrl}", "").strip();
    }

    /** For searching: no diacritics, no case, no tone placement (uỷ and ủy are both "uy"). */
    public static String folded(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return SPACES.matcher(bare.replace('đ', 'd').replace('Đ', 'D'))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** Given name first, then the rest, in Vietnamese order, for {@code collate "C"}. */
    public static String sortKey(String fullName) {
        String name = clean(fullName).toLowerCase(Locale.ROOT);
        int lastSpace = name.lastIndexOf(' ');
        String turned = lastSpace < 0 ? name : name.substring(lastSpace + 1) + " " + name;
        StringBuilder letters = new StringBuilder();
        StringBuilder tones = new StringBuilder();
        for (int i = 0; i < turned.length(); i++) {
            String parts = Normalizer.normalize(turned.substring(i, i + 1), Normalizer.Form.NFD);
            String letter = parts.replaceAll("[" + TONES + "]", "");
            String composed = Normalizer.normalize(letter, Normalizer.Form.NFC);
            int place = composed.isEmpty() ? -1 : ALPHABET.indexOf(composed.charAt(0));
            letters.append(place < 0 ? '~' : (char) ('0' + place));
            tones.append(toneOf(parts));
        }
        return letters + " " + tones;
    }

    private static int toneOf(String decomposed) {
        for (int i = 1; i < decomposed.length(); i++) {
            int tone = TONES.indexOf(decomposed.charAt(i));
            if (tone >= 0) {
                return tone + 1;
            }
        }
        return 0;
    }

    /** The first letters of the words, folded: "Nguyễn Văn An" gives "nva". */
    public static String initials(String fullName) {
        StringBuilder out = new StringBuilder();
        for (String word : folded(fullName).split(" ")) {
            if (!word.isEmpty()) {
                out.append(word.charAt(0));
            }
        }
        return out.toString();
    }
}
