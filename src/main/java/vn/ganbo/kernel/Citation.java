package vn.ganbo.kernel;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document as a paper's grounds name it: the kind, then "số", then the number that somebody typed
 * (Hướng dẫn 05-HD/VPTW; type codes in DOMAIN.md, section 6).
 */
public final class Citation {
    private static final Pattern CODE =
            Pattern.compile("^\\s*(?:số\\s+)?(\\d+\\s*[-/]\\s*(\\p{L}+)\\s*/\\s*(\\p{L}.*?))\\s*$");

    private static final Map<String, String> KINDS =
            Map.ofEntries(
                    Map.entry("NQ", "Nghị quyết"),
                    Map.entry("CT", "Chỉ thị"),
                    Map.entry("KL", "Kết luận"),
                    Map.entry("QC", "Quy chế"),
                    Map.entry("TB", "Thông báo"),
                    Map.entry("BC", "Báo cáo"),
                    Map.entry("KH", "Kế hoạch"),
                    Map.entry("CTR", "Chương trình"),
                    Map.entry("TTR", "Tờ trình"),
                    Map.entry("CV", "Công văn"),
                    Map.entry("BB", "Biên bản"),
                    Map.entry("ĐA", "Đề án"),
                    Map.entry("PA", "Phương án"),
                    Map.entry("HD", "Hướng dẫn"),
                    Map.entry("TT", "Thông tri"));

    private Citation() {}

    /**
     * "Quy chế số 02-QC/CB" of "02-QC/CB". A text that already says what it is stays as it is.
     *
     * @param number as typed
     * @param otherwise the kind where the number does not say it
     */
    public static String of(String number, String otherwise) {
        Matcher code = CODE.matcher(number);
        if (code.matches()) {
            return kind(code.group(2), code.group(3), otherwise) + " số " + code.group(1);
        }
        String text = number.strip();
        return text.isEmpty() || Character.isDigit(text.charAt(0))
                ? otherwise + " số " + text
                : text;
    }

    /**
     * QĐ stands for two kinds: a cell issues no quy định, the centre's numbered ones mostly are.
     */
    private static String kind(String code, String organ, String otherwise) {
        String upper = code.toUpperCase(Locale.ROOT);
        if (upper.equals("QĐ")) {
            return organ.strip().equals("TW") ? "Quy định" : "Quyết định";
        }
        return KINDS.getOrDefault(upper, otherwise);
    }
}
