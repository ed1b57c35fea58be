package vn.ganbo.spreadsheet;

import java.util.Locale;
import java.util.Set;

/** Which number formats of a workbook show a day. */
final class DateFormats {
    /** Built-in formats with a day in them, East Asian ones included (ECMA-376, 18.8.30). */
    private static final Set<String> BUILT_IN =
            Set.of(
                    "14", "15", "16", "17", "22", "27", "28", "29", "30", "31", "34", "35", "36",
                    "50", "51", "52", "53", "54", "55", "56", "57", "58");

    private DateFormats() {}

    static boolean isBuiltIn(String id) {
        return BUILT_IN.contains(id);
    }

    /** Whether a format code shows a day or a year, outside quotes, brackets and escapes. */
    static boolean isDate(String code) {
        String bare =
                code.toLowerCase(Locale.ROOT)
                        .replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.", "")
                        .replace("general", "");
        return bare.indexOf('d') >= 0 || bare.indexOf('y') >= 0;
    }
}
