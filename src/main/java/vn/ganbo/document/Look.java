package vn.ganbo.document;

import org.jspecify.annotations.Nullable;

/**
 * How a paper is laid out.
 *
 * @param fit class of the body: how much white there is
 * @param mark the mark in its corner, or null
 * @param superior points of the body above in the head
 * @param issuer points of the issuing body in the head
 * @param number points of number and date
 * @param place of the date line, or null: as the paper says
 */
record Look(
        String fit,
        double superior,
        double issuer,
        double number,
        @Nullable Stamped mark,
        @Nullable String place) {
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
        return new Look(fit + " " + another, superior, issuer, number, mark, place);
    }
}
