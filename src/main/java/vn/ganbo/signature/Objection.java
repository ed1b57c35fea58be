package vn.ganbo.signature;

import java.util.Locale;
import vn.ganbo.kernel.Labels;

/** Why a signed file is not accepted; the first that applies is the one that is told. */
enum Objection {
    /** No PDF at all. */
    NOT_A_PDF,
    /** A PDF that asks for a password, or that cannot be read to its end. */
    UNREADABLE,
    /** Not the stored paper with something added behind it. */
    ANOTHER_FILE,
    UNSIGNED,
    /** The signed bytes are not those that were signed. */
    CHANGED,
    /** Something was added behind a signature that is no signature. */
    ADDED_AFTER_SIGNING,
    /** Bytes behind the last signature. */
    BYTES_AFTER_THE_END,
    /** No chain to a certificate that this office trusts. */
    UNKNOWN_SIGNER,
    /** Expired when the file was signed, as the signer's machine had the time. */
    EXPIRED_CERTIFICATE,
    /** Expired since; that it was good when the file was signed, nobody proves without a stamp. */
    EXPIRED_SINCE_SIGNING,
    CERTIFICATE_NOT_YET_VALID,
    REVOKED_CERTIFICATE,
    /** No revocation list in force at hand (DECISIONS 25). */
    REVOCATION_UNKNOWN,
    /** What is left: a weak algorithm, a certificate for another use. */
    NOT_ACCEPTED,
    /** Neither the person nor the organisation named on the paper has signed. */
    ANOTHER_SIGNER,
    /** The organisation signed before the person. */
    ORGANISATION_BEFORE_PERSON;

    /** As {@code ./run verify} writes it: "revocation unknown". */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The first clause of the sentence, for a line of a history. */
    String brief() {
        String sentence = label();
        return sentence.substring(0, sentence.indexOf('.'));
    }

    /** A sentence for a page. */
    String label() {
        return Labels.of(this);
    }
}
