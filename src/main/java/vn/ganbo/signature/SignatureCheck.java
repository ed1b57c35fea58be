package vn.ganbo.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.PDFRevisionWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.enumerations.TokenExtractionStrategy;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/**
 * Whether a signed file is whole and signed by whom this office trusts. The library's own verdict
 * passes text that was added after signing; the rule above it is the house's (docs/decisions/0021).
 * Nothing is fetched from a network.
 */
final class SignatureCheck {
    private static final byte[] HEAD = "%PDF-".getBytes(ISO_8859_1);

    /** A0, in points. */
    private static final float LARGEST = 3_400;

    private final Trust trust;
    private final Instant now;

    /**
     * @param trust in force at that moment
     * @param now the moment at which certificates must be good
     */
    SignatureCheck(Trust trust, Instant now) {
        this.trust = trust;
        this.now = now;
    }

    /** Looks at a file by itself. */
    Verdict check(byte[] file) {
        return check(file, new byte[0]);
    }

    /**
     * Looks at a file that should be a stored paper with signatures behind it.
     *
     * @param stored the bytes of the paper, or none
     */
    Verdict check(byte[] file, byte[] stored) {
        if (!startsWith(file, HEAD)) {
            return Verdict.refused(Objection.NOT_A_PDF);
        }
        if (!startsWith(file, stored)) {
            return Verdict.refused(Objection.ANOTHER_FILE);
        }
        try (PDDocument whole = Loader.loadPDF(file)) {
            if (whole.isEncrypted() || !drawable(whole)) {
                return Verdict.refused(Objection.UNREADABLE);
            }
            return found(file, whole, stored);
        } catch (IOException | DSSException e) {
            return Verdict.refused(Objection.UNREADABLE);
        } catch (RuntimeException e) {
            // Readers of PDF fall over strange files in many ways; a file is never trusted then.
            return Verdict.refused(Objection.UNREADABLE);
        }
    }

    /** The library draws pages to compare them; one as large as a field would take all memory. */
    private static boolean drawable(PDDocument document) {
        for (PDPage page : document.getPages()) {
            PDRectangle sheet = page.getMediaBox();
            if (sheet.getWidth() > LARGEST || sheet.getHeight() > LARGEST) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWith(byte[] file, byte[] beginning) {
        return file.length >= beginning.length
                && Arrays.equals(file, 0, beginning.length, beginning, 0, beginning.length);
    }

    private Verdict found(byte[] file, PDDocument whole, byte[] stored) throws IOException {
        Claims claims = Claims.of(whole);
        Reports reports = reports(file);
        DiagnosticData data = reports.getDiagnosticData();
        List<SignatureWrapper> signatures =
                data.getSignatures().stream()
                        .filter(s -> s.getPDFRevision() != null)
                        .sorted(Comparator.comparingLong(s -> end(s.getPDFRevision())))
                        .toList();
        NavigableSet<Long> ends = new TreeSet<>();
        signatures.forEach(s -> ends.add(end(s.getPDFRevision())));
        stamps(data).forEach(s -> ends.add(end(s.getPDFRevision())));

        List<Verdict.Signer> signers = new ArrayList<>();
        for (SignatureWrapper signature : signatures) {
            signers.add(signer(signature, reports.getSimpleReport(), file, whole, ends));
        }
        return new Verdict(
                claims.number(),
                claims.issuer(),
                signers,
                objection(signers, reports, file, whole, stored, ends));
    }

    private @Nullable Objection objection(
            List<Verdict.Signer> signers,
            Reports reports,
            byte[] file,
            PDDocument whole,
            byte[] stored,
            NavigableSet<Long> ends)
            throws IOException {
        if (signers.isEmpty()) {
            return Objection.UNSIGNED;
        }
        Objection first =
                signers.stream()
                        .map(Verdict.Signer::objection)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        if (first != null) {
            return first;
        }
        if (ends.getLast() != file.length) {
            return Objection.BYTES_AFTER_THE_END;
        }
        boolean stampsHold =
                stamps(reports.getDiagnosticData())
                        .allMatch(s ->
                                s.isMessageImprintDataIntact()
                                        && s.isSignatureValid()
                                        && unchanged(s.getPDFRevision()));
        if (!stampsHold || (stored.length > 0 && !harmless(stored, whole, ends))) {
            return Objection.ADDED_AFTER_SIGNING;
        }
        return null;
    }

    private static Stream<TimestampWrapper> stamps(DiagnosticData data) {
        return data.getTimestampList().stream().filter(s -> s.getPDFRevision() != null);
    }

    private static long end(PDFRevisionWrapper revision) {
        List<BigInteger> range = revision.getSignatureByteRange();
        return range.size() == 4 ? range.get(2).longValue() + range.get(3).longValue() : 0;
    }

    private Reports reports(byte[] file) {
        CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
        trust.anchors().forEach(c -> anchors.addCertificate(new CertificateToken(c)));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setAIASource(null);
        verifier.setTrustedCertSources(anchors);
        verifier.setCrlSource(
                new ExternalResourcesCRLSource(
                        trust.lists().stream()
                                .map(SignatureCheck::stream)
                                .toArray(InputStream[]::new)));
        PDFDocumentValidator validator = new PDFDocumentValidator(new InMemoryDocument(file));
        validator.setCertificateVerifier(verifier);
        validator.setEnableEtsiValidationReport(false);
        validator.setTokenExtractionStrategy(TokenExtractionStrategy.EXTRACT_CERTIFICATES_ONLY);
        validator.setValidationTime(Date.from(now));
        return validator.validateDocument();
    }

    private static InputStream stream(X509CRL list) {
        try {
            return new ByteArrayInputStream(list.getEncoded());
        } catch (CRLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Verdict.Signer signer(
            SignatureWrapper signature,
            SimpleReport report,
            byte[] file,
            PDDocument whole,
            NavigableSet<Long> ends)
            throws IOException {
        List<X509Certificate> chain =
                signature.getCertificateChain().stream()
                        .map(CertificateWrapper::getBinaries)
                        .filter(Objects::nonNull)
                        .map(Certificates::certificate)
                        .toList();
        Objection objection = ofBytes(signature, file, whole, ends);
        if (objection == null) {
            objection = ofCertificate(signature, report, chain);
        }
        if (chain.isEmpty()) {
            return new Verdict.Signer("", null, time(signature), "", objection);
        }
        X509Certificate own = chain.getFirst();
        return new Verdict.Signer(
                Certificates.name(own.getSubjectX500Principal()),
                Certificates.organisation(own.getSubjectX500Principal()),
                time(signature),
                Certificates.fingerprint(signature.getCertificateChain().getFirst().getBinaries()),
                objection);
    }

    private static @Nullable Instant time(SignatureWrapper signature) {
        Date stamped =
                signature.getTLevelTimestamps().stream()
                        .filter(s -> s.isMessageImprintDataIntact() && s.isSignatureValid())
                        .map(TimestampWrapper::getProductionTime)
                        .min(Comparator.naturalOrder())
                        .orElse(signature.getClaimedSigningTime());
        return stamped == null ? null : stamped.toInstant();
    }

    private static @Nullable Objection ofBytes(
            SignatureWrapper signature, byte[] file, PDDocument whole, NavigableSet<Long> ends)
            throws IOException {
        PDFRevisionWrapper revision = signature.getPDFRevision();
        long end = end(revision);
        if (!signature.isSignatureIntact()
                || !signature.isSignatureValid()
                || !revision.isSignatureByteRangeValid()
                || end <= 0
                || end > file.length) {
            return Objection.CHANGED;
        }
        boolean added =
                !unchanged(revision)
                        || (end < file.length
                                && ends.getLast() == file.length
                                && !harmless(Arrays.copyOf(file, (int) end), whole, ends));
        return added ? Objection.ADDED_AFTER_SIGNING : null;
    }

    private static boolean unchanged(PDFRevisionWrapper revision) {
        return revision.getPdfUndefinedChanges().isEmpty()
                && revision.getPdfAnnotationChanges().isEmpty()
                && revision.getPdfVisualDifferenceConcernedPages().isEmpty()
                && revision.getPdfPageDifferenceConcernedPages().isEmpty();
    }

    private static boolean harmless(byte[] first, PDDocument whole, NavigableSet<Long> ends)
            throws IOException {
        try (PDDocument before = Loader.loadPDF(first)) {
            return Additions.harmless(before, first.length, whole, ends);
        }
    }

    private @Nullable Objection ofCertificate(
            SignatureWrapper signature, SimpleReport report, List<X509Certificate> chain) {
        int anchor = anchor(chain);
        if (anchor < 1) {
            return Objection.UNKNOWN_SIGNER;
        }
        List<X509Certificate> below = chain.subList(0, anchor);
        if (below.stream().anyMatch(c -> now.isAfter(c.getNotAfter().toInstant()))) {
            return expired(signature, below);
        }
        if (below.stream().anyMatch(c -> now.isBefore(c.getNotBefore().toInstant()))) {
            return Objection.CERTIFICATE_NOT_YET_VALID;
        }
        List<Trust.Standing> standings = new ArrayList<>();
        for (int i = 0; i < anchor; i++) {
            standings.add(trust.standing(chain.get(i), chain.get(i + 1)));
        }
        if (standings.contains(Trust.Standing.REVOKED)) {
            return Objection.REVOKED_CERTIFICATE;
        }
        if (standings.contains(Trust.Standing.UNKNOWN)) {
            return Objection.REVOCATION_UNKNOWN;
        }
        return accepted(signature, report);
    }

    /**
     * What the signer's machine said of the time is no proof: without a time stamp it only says
     * what may have been.
     */
    private static Objection expired(SignatureWrapper signature, List<X509Certificate> chain) {
        Instant signed = time(signature);
        return signed != null
                        && chain.stream()
                                .noneMatch(c ->
                                        signed.isBefore(c.getNotBefore().toInstant())
                                                || signed.isAfter(c.getNotAfter().toInstant()))
                ? Objection.EXPIRED_SINCE_SIGNING
                : Objection.EXPIRED_CERTIFICATE;
    }

    private static @Nullable Objection accepted(SignatureWrapper signature, SimpleReport report) {
        Indication said = report.getIndication(signature.getId());
        if (said == Indication.TOTAL_PASSED) {
            return null;
        }
        SubIndication why = report.getSubIndication(signature.getId());
        return why == SubIndication.NO_CERTIFICATE_CHAIN_FOUND
                ? Objection.UNKNOWN_SIGNER
                : Objection.NOT_ACCEPTED;
    }

    private int anchor(List<X509Certificate> chain) {
        for (int i = 0; i < chain.size(); i++) {
            if (trust.anchors().contains(chain.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
