package vn.ganbo.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.installation.PublicKey;

/**
 * Dữ liệu kèm trong tệp: what a letter carries inside its PDF, so that another installation can
 * take it in without typing.
 *
 * @param gb the form of this record, 1
 * @param key id of the key of its seal, or null from an installation without one
 * @param unit id of the issuing unit; ids travel, numbers do not (DECISIONS 6)
 * @param unitCode its code
 * @param text the paper's data as JSON, sealed letter by letter
 * @param seal in base32, or null
 */
record Envelope(
        int gb,
        @Nullable String key,
        UUID paper,
        PaperKind kind,
        UUID unit,
        String unitCode,
        String text,
        @Nullable String seal) {
    static final int FORM = 1;

    /** What is sealed. */
    byte[] content() {
        return String.join(
                        "\n",
                        "GB" + gb,
                        String.valueOf(key),
                        paper.toString(),
                        kind.name(),
                        unit.toString(),
                        unitCode,
                        text)
                .getBytes(UTF_8);
    }

    Envelope sealed(byte[] with) {
        return new Envelope(gb, key, paper, kind, unit, unitCode, text, PublicKey.base32(with));
    }

    /** Whether the owner of this key has sealed it as it stands. */
    boolean sealedBy(PublicKey by) {
        return seal != null
                && PublicKey.unBase32(seal)
                        .filter(bytes -> by.sealed(content(), bytes))
                        .isPresent();
    }
}
