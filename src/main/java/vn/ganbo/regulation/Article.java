package vn.ganbo.regulation;

import org.jspecify.annotations.Nullable;

/**
 * Điều, khoản: one article or clause of a regulation.
 *
 * @param number "4" for an article, "4.4" for its fourth clause
 * @param heading the article's heading, or null for a clause
 * @param text its words, or null where only the heading is known; says so where not verified
 */
public record Article(String number, @Nullable String heading, @Nullable String text, Basis basis) {

    /** As an office cites it: "Điều 4" or "khoản 4 Điều 4". */
    public String cited() {
        int dot = number.indexOf('.');
        return dot < 0
                ? "Điều " + number
                : "khoản " + number.substring(dot + 1) + " Điều " + number.substring(0, dot);
    }
}
