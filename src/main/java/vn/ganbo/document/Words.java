package vn.ganbo.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.PartialDate;

/** Small wordings that several papers share. */
final class Words {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final Pattern SYMBOL = Pattern.compile("\\d+-\\S+?/\\p{L}+");

    /** A date line longer than this needs the wider column. */
    private static final int SHORT_DATE_LINE = 42;

    private Words() {}

    /** A piece of a sentence; a symbol such as 213-QĐ/TW must not be broken. */
    record Part(String text, boolean whole) {}

    static String upper(String words) {
        return words.toUpperCase(VIETNAMESE);
    }

    /** The sentence cut before and after each symbol. */
    static List<Part> parts(String sentence) {
        List<Part> out = new ArrayList<>();
        Matcher symbol = SYMBOL.matcher(sentence);
        int from = 0;
        while (symbol.find()) {
            out.add(new Part(sentence.substring(from, symbol.start()), false));
            out.add(new Part(symbol.group(), true));
            from = symbol.end();
        }
        out.add(new Part(sentence.substring(from), false));
        return out;
    }

    /** "Sinh ngày", "Sinh tháng" or "Sinh năm", by what is known. */
    static String bornWhen(@Nullable PartialDate birth) {
        if (birth == null) {
            return "Sinh ngày";
        }
        return switch (birth.precision()) {
            case DAY -> "Sinh ngày";
            case MONTH -> "Sinh tháng";
            case YEAR -> "Sinh năm";
        };
    }

    static boolean wideDateLine(String line) {
        return line.length() > SHORT_DATE_LINE;
    }
}
