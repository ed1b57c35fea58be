package vn.ganbo.document;

import org.jspecify.annotations.Nullable;

/**
 * How a paper is laid out.
 *
 * @param css the sheet of styles
 * @param fit class of the body: how much white there is
 * @param mark the mark in its corner, or null
 * @param place of the date line, or null: as the paper says
 */
record Look(String css, String fit, @Nullable Stamped mark, @Nullable String place) {
    /**
     * The mark as it is printed.
     *
     * @param content of the QR code
     * @param code the short code in fours
     * @param where to type it, "ganbo.songngan.vn/verify", or an empty text
     */
    record Stamped(String content, String code, String where) {}

    /** One more class of the body. */
    Look and(String another) {
        return new Look(css, fit + " " + another, mark, place);
    }
}
