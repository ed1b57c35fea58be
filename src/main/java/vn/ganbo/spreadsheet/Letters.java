package vn.ganbo.spreadsheet;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How the letters of a text are to be read: Unicode, or one of the ways of writing Vietnamese from
 * before Unicode, whose texts look like Western letters until the right font shows them. Told from
 * the texts themselves: read rightly, they are Vietnamese syllables.
 */
public enum Letters {
    UNICODE("Unicode"),
    TCVN3("TCVN3 (phông .VnTime)"),
    VNI("VNI (phông VNI-Times)"),
    WINDOWS_1258("Windows-1258"),

    /** Not told: somebody is to be asked. */
    UNKNOWN("chưa rõ");

    /** Those that somebody can be asked to choose from. */
    public static final List<Letters> ASKED = List.of(UNICODE, TCVN3, VNI, WINDOWS_1258);

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Charset VIETNAMESE = Charset.forName("windows-1258");
    private static final Map<Character, Character> ABC = abc();
    private static final Map<String, Character> TWO = vni();
    private static final Map<Character, Character> ONE = vniAlone();

    private static final Pattern WORD = Pattern.compile("[^\\s,.;:/()\\d\"'-]+");
    private static final Pattern TONES = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");
    private static final Pattern SYLLABLE =
            Pattern.compile(
                    "(ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
                            + "(uyê|uya|uyu|iêu|yêu|oai|oay|oao|oeo|uây|uôi|ươi|ươu|"
                            + "ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|"
                            + "ưa|ưi|ươ|ưu|yê|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y)"
                            + "(ch|nh|ng|c|m|n|p|t)?");

    private final String words;

    Letters(String words) {
        this.words = words;
    }

    /** As the mapping page names it. */
    public String words() {
        return words;
    }

    /** What the way of writing is, and whether another one fits the texts as well. */
    public record Told(Letters letters, boolean sure) {}

    /**
     * Tells how texts are to be read.
     *
     * @param texts of one column, or of one file
     * @param font whether a font of that way of writing stands in the file, or null where nothing
     *     is known
     */
    public static Told tell(
            Collection<String> texts, @org.jspecify.annotations.Nullable Letters font) {
        List<String> odd = new ArrayList<>();
        for (String text : texts) {
            WORD.matcher(text)
                    .results()
                    .map(java.util.regex.MatchResult::group)
                    .filter(Letters::hasMarks)
                    .forEach(odd::add);
        }
        if (odd.isEmpty()) {
            return new Told(UNICODE, true);
        }
        Map<Letters, Double> fit = new EnumMap<>(Letters.class);
        for (Letters letters : ASKED) {
            long good = odd.stream().filter(word -> isSyllable(letters.read(word))).count();
            fit.put(letters, (double) good / odd.size() + (letters == font ? 0.05 : 0));
        }
        Letters best = UNICODE;
        for (Letters letters : ASKED) {
            if (fit.getOrDefault(letters, 0.0) > fit.getOrDefault(best, 0.0) + 0.02) {
                best = letters;
            }
        }
        Letters chosen = best;
        double second =
                fit.entrySet().stream()
                        .filter(e -> e.getKey() != chosen)
                        .mapToDouble(Map.Entry::getValue)
                        .max()
                        .orElse(0);
        double first = fit.getOrDefault(best, 0.0);
        boolean sure = best == UNICODE ? first > 0.6 : first > 0.7 && first - second > 0.1;
        return new Told(best, sure);
    }

    /** The text as it reads, in NFC. What is Unicode beyond the Western letters stays as it is. */
    public String read(String text) {
        if (this == UNICODE
                || this == UNKNOWN
                || !hasMarks(text)
                || text.chars().anyMatch(Letters::isUnicode)) {
            return text;
        }
        return switch (this) {
            case UNICODE, UNKNOWN -> text;
            case TCVN3 -> abc(text);
            case VNI -> vni(text);
            case WINDOWS_1258 ->
                    Normalizer.normalize(
                            new String(text.getBytes(WESTERN), VIETNAMESE), Normalizer.Form.NFC);
        };
    }

    /** Whether this is a syllable that Vietnamese could have. */
    static boolean isSyllable(String word) {
        String parts = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        String bare = TONES.matcher(parts).replaceAll("");
        return parts.length() - bare.length() <= 1
                && SYLLABLE.matcher(Normalizer.normalize(bare, Normalizer.Form.NFC)).matches();
    }

    /** Letters that none of the old ways of writing could have put there. */
    private static boolean isUnicode(int letter) {
        return (letter >= 0x1E00 && letter <= 0x1EFF) || "ăĂđĐĩĨũŨơƠưƯ".indexOf(letter) >= 0;
    }

    private static boolean hasMarks(String text) {
        return text.chars().anyMatch(c -> c > 0x7F);
    }

    private static String abc(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            out.append(ABC.getOrDefault(letter, letter).charValue());
        }
        return out.toString();
    }

    private static String vni(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            Character pair =
                    i + 1 < text.length() ? TWO.get("" + letter + text.charAt(i + 1)) : null;
            if (pair != null) {
                out.append(pair.charValue());
                i++;
            } else {
                out.append(ONE.getOrDefault(letter, letter).charValue());
            }
        }
        return out.toString();
    }

    private static Map<Character, Character> abc() {
        String from =
                "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢£¤¥¦§";
        String to = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂÊÔƠƯĐ";
        Map<Character, Character> out = new HashMap<>();
        for (int i = 0; i < from.length(); i++) {
            out.put(from.charAt(i), to.charAt(i));
        }
        return out;
    }

    private static Map<String, Character> vni() {
        Map<String, Character> out = new HashMap<>();
        pairs(out, "a", "ùøûõï", "áàảãạ");
        pairs(out, "a", "âáàåãä", "âấầẩẫậ");
        pairs(out, "a", "êéèúüë", "ăắằẳẵặ");
        pairs(out, "e", "ùøûõï", "éèẻẽẹ");
        pairs(out, "e", "âáàåãä", "êếềểễệ");
        pairs(out, "o", "ùøûõï", "óòỏõọ");
        pairs(out, "o", "âáàåãä", "ôốồổỗộ");
        pairs(out, "ô", "ùøûõï", "ớờởỡợ");
        pairs(out, "u", "ùøûõï", "úùủũụ");
        pairs(out, "ö", "ùøûõï", "ứừửữự");
        pairs(out, "y", "ùøûõ", "ýỳỷỹ");
        return out;
    }

    private static void pairs(Map<String, Character> out, String base, String marks, String to) {
        for (int i = 0; i < marks.length(); i++) {
            String mark = marks.substring(i, i + 1);
            String upper = base.toUpperCase(Locale.ROOT);
            char capital = Character.toUpperCase(to.charAt(i));
            out.put(base + mark, to.charAt(i));
            out.put(upper + mark, capital);
            out.put(upper + mark.toUpperCase(Locale.ROOT), capital);
        }
    }

    private static Map<Character, Character> vniAlone() {
        String from = "ñÑôÔöÖæÆóÓòÒîÎ";
        String to = "đĐơƠưƯỉỈĩĨịỊỵỴ";
        Map<Character, Character> out = new HashMap<>();
        for (int i = 0; i < from.length(); i++) {
            out.put(from.charAt(i), to.charAt(i));
        }
        return out;
    }
}
