package vn.ganbo.kernel;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Vietnamese text: one normal form on the way in, keys to search and to sort by. */
public final class Texts {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern WILDCARDS = Pattern.compile("[\\\\%_]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u200b\\ufeff]+");

    /** The alphabet's order: a ă â … d đ e ê … o ô ơ … u ư …; blanks first. */
    private static final String ALPHABET = " 0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

    /** Order of the tones: none, grave, hook above, tilde, acute, dot below. */
    private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";

    /** Letters below this are looked up; what is beyond Latin is worked out each time. */
    private static final int KNOWN = 0x1F00;

    private static final char NONE = '\uFFFF';
    private static final char MANY = '\uFFFE';
    private static final char[] FOLDED = new char[KNOWN];
    private static final int[] SORTED = new int[KNOWN];

    private Texts() {}

    /**
     * As it was typed, in NFC, without the sign NUL, which no database takes, and without halves of
     * letters.
     */
    public static String plain(String typed) {
        String nfc =
                Normalizer.isNormalized(typed, Normalizer.Form.NFC)
                        ? typed
                        : Normalizer.normalize(typed, Normalizer.Form.NFC);
        if (nfc.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c))) {
            return nfc;
        }
        StringBuilder out = new StringBuilder(nfc.length());
        nfc.codePoints()
                .filter(c -> c != 0 && (c > 0xFFFF || !Character.isSurrogate((char) c)))
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    /** NFC, without control characters, blanks folded and trimmed. */
    public static String clean(String typed) {
        if (isClean(typed)) {
            return typed;
        }
        String nfc = Normalizer.normalize(typed, Normalizer.Form.NFC);
        return SPACES.matcher(nfc).replaceAll(" ").replaceAll("\\p{Cntrl}", "").strip();
    }

    /** As {@link #clean}, line by line: paragraphs stay, empty lines go. */
    public static String paragraphs(String typed) {
        return typed.lines()
                .map(Texts::clean)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** For searching: no diacritics, no case, no tone placement (uỷ and ủy are both "uy"). */
    public static String folded(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter >= KNOWN) {
                return foldedSlowly(text);
            }
            char folded = FOLDED[letter];
            if (folded == 0) {
                folded = learnFolded(letter);
            }
            if (folded == MANY) {
                return foldedSlowly(text);
            }
            if (folded == ' '
                    ? !out.isEmpty() && out.charAt(out.length() - 1) != ' '
                    : folded != NONE) {
                out.append(folded);
            }
        }
        int length = out.length();
        return length > 0 && out.charAt(length - 1) == ' '
                ? out.substring(0, length - 1)
                : out.toString();
    }

    /** Given name first, then the rest, in Vietnamese order, for {@code collate "C"}. */
    public static String sortKey(String fullName) {
        String name = clean(fullName).toLowerCase(Locale.ROOT);
        int lastSpace = name.lastIndexOf(' ');
        String turned = lastSpace < 0 ? name : name.substring(lastSpace + 1) + " " + name;
        StringBuilder letters = new StringBuilder(2 * turned.length() + 1);
        StringBuilder tones = new StringBuilder(turned.length());
        for (int i = 0; i < turned.length(); i++) {
            char letter = turned.charAt(i);
            int key = letter < KNOWN ? SORTED[letter] : 0;
            if (key == 0) {
                key = sortedSlowly(letter);
                if (letter < KNOWN) {
                    SORTED[letter] = key;
                }
            }
            letters.append((char) (key >> 8));
            tones.append((char) (key & 0xFF));
        }
        return letters.append(' ').append(tones).toString();
    }

    /** Whether {@link #clean} would change nothing, as far as it can be told at a glance. */
    private static boolean isClean(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean plain =
                    (letter > ' ' && letter < 0x7F)
                            || (letter > 0xA0 && letter < 0x300)
                            || (letter >= 0x1E00 && letter < KNOWN)
                            || (letter == ' ' && before != ' ');
            if (!plain) {
                return false;
            }
            before = letter;
        }
        return text.isEmpty() || before != ' ';
    }

    /**
     * For {@code (' ' || folded) like all (…)}: each typed word begins a word of the text, in any
     * order; an empty array, which everything fits, where nothing was typed.
     */
    public static String[] patterns(String typed) {
        return Arrays.stream(WILDCARDS.matcher(folded(typed)).replaceAll("").split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> "% " + word + "%")
                .toArray(String[]::new);
    }

    private static String foldedSlowly(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return SPACES.matcher(bare.replace('đ', 'd').replace('Đ', 'D'))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static char learnFolded(char letter) {
        String folded = foldedSlowly("x" + letter + "x");
        boolean latin = letter >= ' ' && (letter < 0x370 || letter >= 0x1E00);
        char found =
                switch (latin ? folded.length() : 0) {
                    case 2 -> NONE;
                    case 3 -> folded.charAt(1);
                    default -> MANY;
                };
        FOLDED[letter] = found;
        return found;
    }

    /** The letter's place in the alphabet, and its tone in the low byte. */
    private static int sortedSlowly(char letter) {
        String parts = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
        String bare = parts.replaceAll("[" + TONES + "]", "");
        String composed = Normalizer.normalize(bare, Normalizer.Form.NFC);
        int place = composed.isEmpty() ? -1 : ALPHABET.indexOf(composed.charAt(0));
        return ((place < 0 ? '~' : '0' + place) << 8) | ('0' + toneOf(parts));
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
