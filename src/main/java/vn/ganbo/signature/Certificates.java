package vn.ganbo.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CRL;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Texts;

/** Reads files of certificates and of revocation lists; a private key is never one of them. */
final class Certificates {
    private static final List<Integer> KEY_STORES = List.of(0xFEEDFEED, 0xCECECECE);

    private Certificates() {}

    /** What a file holds. */
    record Content(List<X509Certificate> certificates, List<X509CRL> lists) {
        Content {
            certificates = List.copyOf(certificates);
            lists = List.copyOf(lists);
        }

        boolean isEmpty() {
            return certificates.isEmpty() && lists.isEmpty();
        }
    }

    /** The certificates and lists in a file, PEM or DER, many in one or a PKCS#7 chain. */
    static Content read(byte[] file) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Certificate found : certificates(file)) {
            if (found instanceof X509Certificate certificate) {
                certificates.add(certificate);
            }
        }
        List<X509CRL> lists = new ArrayList<>();
        for (CRL found : lists(file)) {
            if (found instanceof X509CRL list) {
                lists.add(list);
            }
        }
        return new Content(certificates, lists);
    }

    private static List<Certificate> certificates(byte[] file) {
        try {
            return List.copyOf(factory().generateCertificates(new ByteArrayInputStream(file)));
        } catch (CertificateException e) {
            return List.of();
        }
    }

    private static List<CRL> lists(byte[] file) {
        try {
            return List.copyOf(factory().generateCRLs(new ByteArrayInputStream(file)));
        } catch (GeneralSecurityException e) {
            return List.of();
        }
    }

    static X509Certificate certificate(byte[] der) {
        return read(der).certificates().getFirst();
    }

    private static CertificateFactory factory() throws CertificateException {
        return CertificateFactory.getInstance("X.509");
    }

    /** Whether a file holds a private key, alone or in a key store, with or without a password. */
    static boolean hasPrivateKey(byte[] file) {
        if (new String(file, ISO_8859_1).contains("PRIVATE KEY")) {
            return true;
        }
        if (file.length >= 4 && KEY_STORES.contains(HexFormat.fromHexDigits(hex(file, 4)))) {
            return true;
        }
        ASN1Sequence sequence = sequence(file);
        return sequence != null && isKey(sequence);
    }

    /**
     * Keys (PKCS#1, PKCS#8, SEC 1) and stores (PKCS#12) begin with their version; a key under a
     * password is an algorithm and bytes. Certificates and lists are neither.
     */
    private static boolean isKey(ASN1Sequence sequence) {
        return sequence.size() > 1
                && (sequence.getObjectAt(0) instanceof ASN1Integer
                        || (sequence.size() == 2
                                && sequence.getObjectAt(1) instanceof ASN1OctetString));
    }

    private static String hex(byte[] file, int count) {
        return HexFormat.of().formatHex(file, 0, count);
    }

    private static @Nullable ASN1Sequence sequence(byte[] file) {
        try {
            return ASN1Primitive.fromByteArray(file) instanceof ASN1Sequence found ? found : null;
        } catch (java.io.IOException | RuntimeException e) {
            return null;
        }
    }

    /** Whether a certificate may issue others. */
    static boolean issues(X509Certificate certificate) {
        return certificate.getBasicConstraints() >= 0;
    }

    /** SHA-256 in hexadecimal digits. */
    static String fingerprint(byte[] der) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The common name, else the whole name. */
    static String name(X500Principal principal) {
        String common = part(principal, BCStyle.CN);
        return common == null ? principal.getName() : common;
    }

    static @Nullable String organisation(X500Principal principal) {
        return part(principal, BCStyle.O);
    }

    private static @Nullable String part(
            X500Principal principal, org.bouncycastle.asn1.ASN1ObjectIdentifier type) {
        RDN[] found = X500Name.getInstance(principal.getEncoded()).getRDNs(type);
        return found.length == 0
                ? null
                : Texts.clean(IETFUtils.valueToString(found[0].getFirst().getValue()));
    }
}
