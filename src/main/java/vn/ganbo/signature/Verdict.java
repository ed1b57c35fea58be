package vn.ganbo.signature;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a file.
 *
 * @param number of the paper, as the file says it, or null
 * @param issuer of the paper, as the file says it, or null
 * @param signers in the order in which they signed
 * @param objection null when everything is as it should be
 */
record Verdict(
        @Nullable String number,
        @Nullable String issuer,
        List<Signer> signers,
        @Nullable Objection objection) {

    Verdict {
        signers = List.copyOf(signers);
    }

    /**
     * One signature.
     *
     * @param name from the certificate
     * @param organisation from the certificate, or null
     * @param time of the time stamp, else as the signer's machine had it, or null
     * @param certificate its SHA-256 in hexadecimal digits, or empty where the file holds none
     * @param objection to this signature alone
     */
    record Signer(
            String name,
            @Nullable String organisation,
            @Nullable Instant time,
            String certificate,
            @Nullable Objection objection) {
        boolean valid() {
            return objection == null;
        }
    }

    boolean valid() {
        return objection == null;
    }

    static Verdict refused(Objection objection) {
        return new Verdict(null, null, List.of(), objection);
    }
}
