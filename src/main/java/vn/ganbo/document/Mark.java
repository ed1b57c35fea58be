package vn.ganbo.document;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ganbo.installation.PublicKey;

/**
 * Mã trên giấy: what a paper says of itself to a phone, sealed by its installation. No name stands
 * in it.
 *
 * @param keyId whose seal it is
 * @param number folded to the letters of a QR code, "09-GGT+DU"; "-" where the form has no "Số"
 * @param code the short code, twelve digits
 * @param issuer code of the issuing unit, folded
 * @param sealed the whole text, with its seal
 */
record Mark(
        String keyId,
        PaperKind kind,
        String number,
        String code,
        LocalDate date,
        String issuer,
        String sealed) {
    private static final String FORM = "GB1";
    private static final String BETWEEN = ":";
    private static final int FIELDS = 8;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /** What is sealed: everything before the seal. */
    static String content(
            String keyId,
            PaperKind kind,
            @Nullable String number,
            String code,
            LocalDate date,
            String issuer) {
        return String.join(
                BETWEEN,
                FORM,
                keyId,
                kind.letter(),
                number == null ? "-" : folded(number),
                code,
                DAY.format(date),
                folded(issuer));
    }

    /** The text with the seal behind it. */
    static String sealed(String content, byte[] seal) {
        return content + BETWEEN + PublicKey.base32(seal);
    }

    /** A mark out of what was scanned, alone or behind the address of a verify page. */
    static Optional<Mark> read(String scanned) {
        String text = scanned.strip();
        int start = text.lastIndexOf("/");
        String sealed = start < 0 ? text : text.substring(start + 1);
        List<String> parts = Arrays.asList(sealed.split(BETWEEN, -1));
        if (parts.size() != FIELDS || !FORM.equals(parts.getFirst())) {
            return Optional.empty();
        }
        Optional<PaperKind> kind = PaperKind.ofLetter(parts.get(2));
        Optional<String> code = ShortCode.read(parts.get(4));
        if (kind.isEmpty() || code.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Mark(
                            parts.get(1),
                            kind.get(),
                            parts.get(3),
                            code.get(),
                            LocalDate.parse(parts.get(5), DAY),
                            parts.get(6),
                            sealed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Whether the owner of this key has sealed it as it stands. */
    boolean sealedBy(PublicKey key) {
        int cut = sealed.lastIndexOf(BETWEEN);
        return PublicKey.unBase32(sealed.substring(cut + 1))
                .filter(seal -> key.sealed(sealed.substring(0, cut).getBytes(US_ASCII), seal))
                .isPresent();
    }

    /** The number as it stands on the paper, or null where the form has none. */
    @Nullable String shownNumber() {
        return "-".equals(number) ? null : number.replace('+', '/').replaceFirst("/DU$", "/ĐU");
    }

    /** Letters that a QR code holds in its short way: A to Z, digits, "-" and "+". */
    static String folded(String text) {
        return Normalizer.normalize(text.toUpperCase(Locale.ROOT), Normalizer.Form.NFD)
                .replace('Đ', 'D')
                .replace('/', '+')
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Z0-9+-]", "-");
    }
}
