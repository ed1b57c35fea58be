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

        /** The height of a line, of the size of its letters. */
        private static final double LINE = 1.2;

        /** What differs from the sheet of styles, which holds the measures of the rule. */
        String css() {
            if (equals(RULE)) {
                return "";
            }
            return String.join(
                    "\n",
                    "@page { margin: %s %s %s %s }"
                            .formatted(mm(top), mm(right), mm(bottom), mm(left)),
                    "@page letter { margin-bottom: %s }".formatted(mm(bottom + TEAR)),
                    "@page longletter { margin-bottom: %s }".formatted(mm(bottom + LONG_TEAR)),
                    ".roomy { font-size: %s; line-height: %s }".formatted(pt(body), pt(leading)),
                    ".roomy p { text-indent: %s; margin-top: %s }"
                            .formatted(mm(indent), pt(before)),
                    ".roomy p.plain, .roomy p.c { text-indent: 0 }",
                    alike(".head td", superior),
                    alike(".head td.issuer", issuer),
                    alike(".head td.party", party),
                    alike(".head td.of", number),
                    alike(".head td.date", number),
                    alike(".title", title),
                    alike(".sign td", signature),
                    alike(".recipients", recipients));
        }

        /** The sizes that the second try has, too: it only takes white away. */
        private static String alike(String what, double size) {
            return ".roomy %1$s, .snug %1$s { font-size: %2$s; line-height: %3$s }"
                    .formatted(what, pt(size), pt(size * LINE));
        }

        private static String mm(double number) {
            return n(number) + "mm";
        }

        private static String pt(double number) {
            return n(number) + "pt";
        }

        private static String n(double number) {
            return String.format(Locale.ROOT, "%.1f", number);
        }
    }
}
