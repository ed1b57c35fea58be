package vn.ganbo.signature;

import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Viewer;

/**
 * Chứng thư tin cậy: an administrator says which issuers a unit and those below it trust, and loads
 * their revocation lists. A private key is refused before anything of it is kept.
 */
@Service
class TrustedCertificates {
    /** Bytes; the lists of large issuers are some megabytes. */
    static final int MOST = 20 << 20;

    private final TrustStore store;
    private final Facts facts;
    private final Clock clock;

    TrustedCertificates(TrustStore store, Facts facts, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.clock = clock;
    }

    /** What a file brought. */
    record Added(int certificates, int lists) {}

    /**
     * Takes what a file holds, for the viewer's own unit; all of it or nothing.
     *
     * @throws Problems at the field {@code file}, with the reason
     */
    @Transactional
    Added add(Viewer viewer, byte[] file) {
        if (!mayWrite(viewer)) {
            throw new NotFound();
        }
        if (Certificates.hasPrivateKey(file)) {
            throw no(
                    "Tệp này có khóa bí mật (hoặc là kho khóa .p12, .pfx, .jks). Chương trình không giữ khóa bí mật và chưa lưu gì. Hãy chọn tệp chỉ có chứng thư (.crt, .cer, .pem) hoặc danh sách thu hồi (.crl).");
        }
        Certificates.Content content = Certificates.read(file);
        if (content.isEmpty()) {
            throw no(
                    "Tệp không có chứng thư hay danh sách thu hồi nào. Hãy chọn tệp .crt, .cer, .pem hoặc .crl do tổ chức chứng thực phát hành.");
        }
        content.certificates().forEach(this::acceptable);
        content.lists().forEach(this::acceptable);

        Stamp stamp = Stamp.of(viewer, clock);
        int certificates = 0;
        for (X509Certificate certificate : content.certificates()) {
            certificates += trust(viewer, certificate, stamp) ? 1 : 0;
        }
        int lists = 0;
        for (X509CRL list : content.lists()) {
            lists += load(viewer, list, stamp) ? 1 : 0;
        }
        if (certificates + lists == 0) {
            throw no(
                    content.lists().isEmpty()
                            ? "Đơn vị đã tin cậy chứng thư này rồi."
                            : "Đơn vị đã có danh sách thu hồi này, hoặc bản mới hơn của cùng nơi phát hành.");
        }
        return new Added(certificates, lists);
    }

    private boolean trust(Viewer viewer, X509Certificate certificate, Stamp stamp) {
        UUID id = Ids.next();
        String subject = Certificates.name(certificate.getSubjectX500Principal());
        boolean added =
                store.add(
                        viewer.scope(),
                        viewer.unitNo(),
                        new TrustStore.Kept(
                                id,
                                subject,
                                Certificates.name(certificate.getIssuerX500Principal()),
                                certificate.getNotBefore().toInstant(),
                                certificate.getNotAfter().toInstant(),
                                0,
                                der(certificate)),
                        stamp);
        if (added) {
            facts.tell(viewer, new SignatureFacts.AnchorStep(id, "trusted", subject));
        }
        return added;
    }

    private boolean load(Viewer viewer, X509CRL list, Stamp stamp) {
        UUID id = Ids.next();
        String issuer = Certificates.name(list.getIssuerX500Principal());
        int revoked =
                list.getRevokedCertificates() == null ? 0 : list.getRevokedCertificates().size();
        boolean loaded =
                store.load(
                        viewer.scope(),
                        viewer.unitNo(),
                        new TrustStore.Kept(
                                id,
                                issuer,
                                list.getIssuerX500Principal().getName(),
                                list.getThisUpdate().toInstant(),
                                list.getNextUpdate().toInstant(),
                                revoked,
                                der(list)),
                        stamp);
        if (loaded) {
            facts.tell(viewer, new SignatureFacts.ListLoaded(id, issuer, revoked));
        }
        return loaded;
    }

    private void acceptable(X509Certificate certificate) {
        String subject = Certificates.name(certificate.getSubjectX500Principal());
        if (!Certificates.issues(certificate)) {
            throw no(
                    "“%s” là chứng thư của người hoặc cơ quan ký, không phải của tổ chức chứng thực. Hãy chọn chứng thư của tổ chức đã cấp nó."
                            .formatted(subject));
        }
        Instant until = certificate.getNotAfter().toInstant();
        if (clock.instant().isAfter(until)) {
            throw no("Chứng thư “%s” đã hết hạn ngày %s.".formatted(subject, day(until)));
        }
    }

    private void acceptable(X509CRL list) {
        String issuer = Certificates.name(list.getIssuerX500Principal());
        Date next = list.getNextUpdate();
        if (next == null) {
            throw no(
                    "Danh sách thu hồi của “%s” không ghi ngày hết hiệu lực nên không dùng được."
                            .formatted(issuer));
        }
        if (clock.instant().isAfter(next.toInstant())) {
            throw no(
                    "Danh sách thu hồi của “%s” đã hết hiệu lực ngày %s. Hãy tải bản mới từ trang của tổ chức chứng thực."
                            .formatted(issuer, day(next.toInstant())));
        }
    }

    private static String day(Instant at) {
        return Show.date(LocalDate.ofInstant(at, Show.ZONE));
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] der(X509CRL list) {
        try {
            return list.getEncoded();
        } catch (CRLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Problems no(String sentence) {
        return Problems.of("file", sentence);
    }

    /** Does not trust an issuer any more; what was accepted before stays accepted. */
    @Transactional
    void end(Viewer viewer, UUID id, int version) {
        if (!mayWrite(viewer)) {
            throw new NotFound();
        }
        TrustStore.Anchor anchor = store.anchor(viewer.scope(), id).orElseThrow(NotFound::new);
        if (!store.end(viewer.scope(), id, version, Stamp.of(viewer, clock))) {
            throw new Conflict(anchor.addedBy(), anchor.addedAt().toInstant());
        }

        facts.tell(viewer, new SignatureFacts.AnchorStep(id, "ended", anchor.subject()));
    }

    static boolean mayWrite(Viewer viewer) {
        return viewer.is(Role.ADMINISTRATOR);
    }
}
