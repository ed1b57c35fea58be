package vn.ganbo.document;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How an office's papers look.
 *
 * @param mark whether the corner carries a QR code and a short code
 * @param tone where the tone stands in "uỷ, hoà"
 * @param place for the date line, or null: the name of the commune
 * @param measures of the sheet
 */
record Style(boolean mark, ToneMarks tone, @Nullable String place, Measures measures) {
    static final Style HOUSE = new Style(true, ToneMarks.AS_WRITTEN, null, Measures.RULE);

    /**
     * The measures of DOMAIN.md §6 (Hướng dẫn 05-HD/VPTW): margins and indent in millimetres, the
     * rest in points.
     *
     * @param top 15 to 25
     * @param bottom 15 to 25
     * @param left 25 to 35
     * @param right 10 to 20; left and right together at most 45
     * @param party the line "ĐẢNG CỘNG SẢN VIỆT NAM", 12 to 16
     * @param superior the body above, 12 to 16
     * @param issuer the issuing body, 12 to 16
     * @param number number and date, 12 to 16
     * @param title the name of the kind, 13 to 18
     * @param body 12 to 15
     * @param leading of the body, 14 to 22
     * @param indent of the first line, 0 to 15
     * @param before a paragraph, 0 to 10
     * @param signature 12 to 16
     * @param recipients the lines under "Nơi nhận", 10 to 13
     */
    record Measures(
            double top,
            double bottom,
            double left,
            double right,
            double party,
            double superior,
            double issuer,
            double number,
            double title,
            double body,
            double leading,
            double indent,
            double before,
            double signature,
            double recipients) {
        static final Measures RULE =
                new Measures(20, 20, 30, 15, 15, 14, 14, 14, 16, 14, 18, 10, 6, 14, 12);

        /** The part of a letter that is torn off, above the lower margin. */
        private static final double TEAR = 39;

        private static final double LONG_TEAR = 45;

        /** What differs from the sheet of styles, which holds the measures of the rule. */
        String css() {
            if (equals(RULE)) {
                return "";
            }
            return """
            @page { margin: %1$smm %2$smm %3$smm %4$smm }
            @page letter { margin-bottom: %5$smm }
            @page longletter { margin-bottom: %6$smm }
            .roomy { font-size: %7$spt; line-height: %8$spt }
            .roomy p { text-indent: %9$smm; margin-top: %10$spt }
            .roomy p.plain, .roomy p.c { text-indent: 0 }
            .roomy .head td { font-size: %11$spt }
            .roomy .head td.issuer { font-size: %12$spt }
            .roomy .head td.party { font-size: %13$spt }
            .roomy .head td.of, .roomy .head td.date { font-size: %14$spt }
            .roomy .head.wide td.of, .roomy .head.wide td.date { font-size: %18$spt }
            .roomy .title { font-size: %15$spt }
            .roomy .sign td { font-size: %16$spt }
            .roomy .recipients { font-size: %17$spt }
            """
                    .formatted(
                            n(top),
                            n(right),
                            n(bottom),
                            n(left),
                            n(bottom + TEAR),
                            n(bottom + LONG_TEAR),
                            n(body),
                            n(leading),
                            n(indent),
                            n(before),
                            n(superior),
                            n(issuer),
                            n(party),
                            n(number),
                            n(title),
                            n(signature),
                            n(recipients),
                            n(Math.min(number, RULE.number)));
        }

        private static String n(double number) {
            return String.format(Locale.ROOT, "%.1f", number);
        }
    }
}
