package vn.ganbo.signature;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.document.Found;
import vn.ganbo.document.PaperKind;
import vn.ganbo.document.PaperReader;
import vn.ganbo.document.Papers;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Viewer;

/**
 * Bản đã ký: a stored paper that comes back with signatures, or as a scan. What is refused is not
 * kept and changes nothing; that somebody tried is a fact.
 */
@Service
class SignedCopies {
    /** Bytes of a file. */
    static final int MOST = 10 << 20;

    private static final String PDF = "application/pdf";

    private final CopyStore store;
    private final TrustStore trusts;
    private final ServerKeys keys;
    private final Papers papers;
    private final PaperReader reader;
    private final Facts facts;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    SignedCopies(
            CopyStore store,
            TrustStore trusts,
            ServerKeys keys,
            Papers papers,
            PaperReader reader,
            Facts facts,
            Clock clock) {
        this.keys = keys;
        this.store = store;
        this.trusts = trusts;
        this.papers = papers;
        this.reader = reader;
        this.facts = facts;
        this.clock = clock;
    }

    /** Whether this office may send copies in. */
    static boolean mayWrite(Viewer viewer) {
        return viewer.is(
                Role.WORKPLACE_OFFICE,
                Role.WORKPLACE_CELL_SECRETARY,
                Role.RESIDENCE_OFFICE,
                Role.RESIDENCE_CELL_SECRETARY);
    }

    /**
     * Takes a signed file when it is what it should be; else keeps nothing but the fact that it was
     * sent.
     *
     * @return what was found; it was kept when it is valid
     * @throws NotFound when the paper does not exist for this viewer
     * @throws Refusal when the paper has this very file already
     */
    @Transactional
    Verdict receive(Viewer viewer, UUID paperId, byte[] file) {
        CopyStore.Head head = writable(viewer, paperId);
        Verdict verdict = verdict(viewer, paperId, file);

        return taken(viewer, head, file, verdict, "signed");
    }

    private Verdict taken(
            Viewer viewer, CopyStore.Head head, byte[] file, Verdict verdict, String step) {
        if (verdict.objection() != null) {
            facts.tell(viewer, SignatureFacts.CopyRefused.of(viewer, head, verdict.objection()));
            return verdict;
        }
        keep(viewer, head, CopyStore.Kind.SIGNED, PDF, file, signers(verdict));
        facts.tell(
                viewer,
                SignatureFacts.CopyStep.signed(viewer, head, step, verdict.signers().size()));
        return verdict;
    }

    private Verdict verdict(Viewer viewer, UUID paperId, byte[] file) {
        Instant now = clock.instant();
        Trust trust = trusts.trust(viewer.scope(), viewer.unitNo(), now);
        byte[] stored = papers.read(viewer.scope(), paperId).bytes();
        Verdict found = new SignatureCheck(trust, now).check(file, stored);
        if (!found.valid()) {
            return found;
        }
        return new Verdict(
                found.number(),
                found.issuer(),
                found.signers(),
                named(viewer, paperId).objection(found.signers()));
    }

    private Named named(Viewer viewer, UUID paperId) {
        return Named.of(json.readTree(papers.data(viewer.scope(), paperId)));
    }

    /**
     * Whose key the server has to sign a paper of this office next; behind the signatures of the
     * last copy.
     */
    Optional<SigningKey> serverKey(
            Viewer viewer, CopyStore.Head head, List<CopyStore.Listed> present) {
        if (!keys.any() || !mayWrite(viewer) || !viewer.scope().sees(head.unitNo())) {
            return Optional.empty();
        }
        List<Verdict.Signer> signed = lastSigned(present).map(this::signers).orElseGet(List::of);
        return keys.next(named(viewer, head.id()), signed);
    }

    private static Optional<CopyStore.Listed> lastSigned(List<CopyStore.Listed> present) {
        return present.stream().filter(c -> c.kind() == CopyStore.Kind.SIGNED).findFirst();
    }

    /**
     * Signs a paper of this office with the key that the server has for whom it names, and keeps it
     * when it passes the check that every signed file must pass.
     *
     * @throws NotFound when there is no such paper, or no key for it
     */
    @Transactional
    Verdict signOnServer(Viewer viewer, UUID paperId) {
        CopyStore.Head head = writable(viewer, paperId);
        List<CopyStore.Listed> present = store.ofPaper(viewer.scope(), paperId);
        SigningKey key = serverKey(viewer, head, present).orElseThrow(NotFound::new);
        byte[] base =
                lastSigned(present)
                        .flatMap(c -> store.copy(viewer.scope(), paperId, c.id()))
                        .map(CopyStore.Copy::bytes)
                        .orElseGet(() -> papers.read(viewer.scope(), paperId).bytes());
        byte[] signed = key.sign(base, clock.instant());

        Verdict verdict = verdict(viewer, paperId, signed);
        return taken(viewer, head, signed, verdict, "server-signed");
    }

    private String signers(Verdict verdict) {
        return json.writeValueAsString(
                verdict.signers().stream().map(SignedCopies::signer).toList());
    }

    private static Map<String, @Nullable String> signer(Verdict.Signer signer) {
        Map<String, @Nullable String> out = new LinkedHashMap<>();
        out.put("name", signer.name());
        out.put("organisation", signer.organisation());
        out.put("time", signer.time() == null ? null : signer.time().toString());
        out.put("certificate", signer.certificate());
        return out;
    }

    /**
     * Attaches a scan or photo of the paper signed by hand. Its signature is not checked; that it
     * is of this paper is, where its mark can be read.
     *
     * @throws Problems at the field {@code scan} when it is none of the accepted kinds, or shows
     *     another paper
     */
    @Transactional
    void attach(Viewer viewer, UUID paperId, byte[] file) {
        CopyStore.Head head = writable(viewer, paperId);
        ScanType type =
                ScanType.of(file)
                        .orElseThrow(() ->
                                Problems.of(
                                        "scan",
                                        "Tệp này không phải ảnh hay PDF. Hãy chọn bản quét hoặc ảnh chụp: PDF, JPG, PNG hoặc WebP."));

        otherPaper(viewer, paperId, file)
                .ifPresent(other -> {
                    throw Problems.of(
                            "scan",
                            "Ảnh này chụp %s, không phải %s. Mở đúng hồ sơ rồi đính kèm, hoặc chọn ảnh khác."
                                    .formatted(other, head.title()));
                });

        keep(viewer, head, CopyStore.Kind.SCAN, type.mediaType(), file, "[]");
        facts.tell(viewer, SignatureFacts.CopyStep.scanned(viewer, head));
    }

    /** Which other paper a picture shows, as its mark says; empty where no mark can be read. */
    private Optional<String> otherPaper(Viewer viewer, UUID paperId, byte[] file) {
        try {
            return switch (reader.read(viewer.scope(), file)) {
                case Found.Marked mark ->
                        isOf(paperId, papers.named(viewer.scope(), mark.code()))
                                ? Optional.empty()
                                : Optional.of(title(mark.kind(), mark.number()));
                case Found.Whole whole ->
                        whole.paper().equals(paperId)
                                ? Optional.empty()
                                : Optional.of(title(whole.kind(), whole.text().number()));
                case Found.Coded _ -> Optional.empty();
            };
        } catch (Refusal e) {
            // no mark, or one that the camera has not caught: the clerk has seen the sheet
            return Optional.empty();
        }
    }

    private static boolean isOf(UUID paperId, Optional<Papers.Named> named) {
        return named.filter(paper -> paper.id().equals(paperId)).isPresent();
    }

    private static String title(PaperKind kind, @Nullable String number) {
        return number == null ? kind.label() : kind.label() + " số " + number;
    }

    private void keep(
            Viewer viewer,
            CopyStore.Head head,
            CopyStore.Kind kind,
            String mediaType,
            byte[] file,
            String signers) {
        CopyStore.Kept copy =
                new CopyStore.Kept(
                        Ids.next(), head.id(), kind, mediaType, sha256(file), file, signers);
        if (!store.keep(viewer.scope(), viewer.unitNo(), copy, Stamp.of(viewer, clock))) {
            throw new Refusal("signature.copy-is-there");
        }
    }

    private CopyStore.Head writable(Viewer viewer, UUID paperId) {
        if (!mayWrite(viewer)) {
            throw new NotFound();
        }
        return store.paper(viewer.scope(), paperId).orElseThrow(NotFound::new);
    }

    /** A copy for somebody who opens it, which is a fact (law 6). */
    @Transactional
    CopyStore.Copy open(Viewer viewer, UUID paperId, UUID id) {
        CopyStore.Head head = store.paper(viewer.scope(), paperId).orElseThrow(NotFound::new);
        CopyStore.Copy copy = store.copy(viewer.scope(), paperId, id).orElseThrow(NotFound::new);
        if (!MessageDigest.isEqual(copy.sha256(), sha256(copy.bytes()))) {
            throw new IllegalStateException(
                    "copy %s does not match its checksum: its stored bytes were changed outside the program"
                            .formatted(id));
        }

        facts.tell(viewer, SignatureFacts.CopyStep.read(viewer, head));
        return copy;
    }

    /** The signers of a kept copy. */
    List<Verdict.Signer> signers(CopyStore.Listed copy) {
        return json.readTree(copy.signers()).valueStream().map(SignedCopies::signer).toList();
    }

    private static Verdict.Signer signer(JsonNode node) {
        String time = node.path("time").stringValue(null);
        return new Verdict.Signer(
                node.path("name").stringValue(""),
                node.path("organisation").stringValue(null),
                time == null ? null : Instant.parse(time),
                node.path("certificate").stringValue(""),
                null);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
