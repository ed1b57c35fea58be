package vn.ganbo.document;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.installation.Installation;
import vn.ganbo.installation.Installations;
import vn.ganbo.installation.Known;
import vn.ganbo.installation.PublicKey;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Scope;

/**
 * Reads papers that come in: a PDF with its data inside, a scan or photograph with a mark, or a
 * code that was typed. Needs no network; who sealed it is told by keys that are kept here.
 */
@Component
public class PaperReader {
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};

    private final Installation own;
    private final Installations known;
    private final PaperStore papers;
    private final JsonMapper json = JsonMapper.builder().build();

    PaperReader(Installation own, Installations known, PaperStore papers) {
        this.own = own;
        this.known = known;
        this.papers = papers;
    }

    /**
     * What a file says.
     *
     * @param file a PDF, or a picture (JPEG, PNG)
     * @throws Refusal for a file that cannot be read, has nothing of ours in it, or was changed
     *     after it was sealed
     */
    public Found read(Scope scope, byte[] file) {
        try {
            return startsWith(file, PDF)
                    ? ofPdf(scope, file)
                    : vouched(
                            scope,
                            MarkScanner.onPicture(file)
                                    .orElseThrow(() -> new Refusal("document.no-mark")));
        } catch (IOException e) {
            throw new Refusal("document.unreadable");
        }
    }

    /**
     * What was typed or came from a scanner: a short code, or the text of a mark.
     *
     * @throws Refusal for anything else, and for a mark that was changed
     */
    public Found read(Scope scope, String typed) {
        Optional<String> code = ShortCode.read(typed);
        if (code.isPresent()) {
            return new Found.Coded(code.get());
        }
        return vouched(scope, Mark.read(typed).orElseThrow(() -> new Refusal("document.no-code")));
    }

    private Found ofPdf(Scope scope, byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            Optional<byte[]> data = Attachment.read(document);
            if (data.isPresent()) {
                return vouched(scope, json.readValue(data.get(), Envelope.class));
            }
            return vouched(
                    scope,
                    MarkScanner.onFirstPage(document)
                            .orElseThrow(() -> new Refusal("document.no-mark")));
        } catch (JacksonException e) {
            throw new Refusal("document.unreadable");
        }
    }

    /** The paper of ours that something changed says it is: believed only for its history. */
    private @Nullable UUID named(Scope scope, @Nullable UUID paper, @Nullable String code) {
        return papers.named(scope, paper, code).map(Papers.Named::id).orElse(null);
    }

    /** Whose key it is. */
    private record Voucher(Found.Trust trust, String name, @Nullable PublicKey key) {}

    private Voucher voucher(Scope scope, @Nullable String keyId) {
        Optional<PublicKey> ours = own.key().filter(key -> key.id().equals(keyId));
        if (ours.isPresent()) {
            return new Voucher(Found.Trust.OWN, "", ours.get());
        }
        Optional<Known> theirs = keyId == null ? Optional.empty() : known.find(scope, keyId);
        return theirs.map(k -> new Voucher(Found.Trust.KNOWN, k.name(), k.key()))
                .orElseGet(
                        () -> new Voucher(Found.Trust.UNKNOWN, keyId == null ? "" : keyId, null));
    }

    /** What a mark says, once its seal has been compared. */
    Found.Marked vouched(Scope scope, Mark mark) {
        Voucher by = voucher(scope, mark.keyId());
        if (by.key() != null && !mark.sealedBy(by.key())) {
            throw new Refusal("document.mark-changed").about(named(scope, null, mark.code()));
        }
        return new Found.Marked(
                by.trust(),
                by.name(),
                mark.kind(),
                mark.shownNumber(),
                mark.code(),
                mark.date(),
                mark.issuer());
    }

    private Found vouched(Scope scope, Envelope envelope) {
        if (envelope.gb() != Envelope.FORM) {
            throw new Refusal("document.newer-form");
        }
        Voucher by = voucher(scope, envelope.key());
        if (by.key() != null && !envelope.sealedBy(by.key())) {
            throw new Refusal("document.data-changed").about(named(scope, envelope.paper(), null));
        }
        PaperText text = json.readValue(envelope.text(), envelope.kind().text());
        if (text.person() == null || text.issuer() == null || text.date() == null) {
            throw new Refusal("document.unreadable");
        }
        return new Found.Whole(
                by.trust(),
                by.name(),
                envelope.paper(),
                envelope.kind(),
                envelope.unit(),
                envelope.unitCode(),
                text);
    }

    private static boolean startsWith(byte[] file, byte[] beginning) {
        return file.length > beginning.length
                && java.util.Arrays.equals(
                        file, 0, beginning.length, beginning, 0, beginning.length);
    }
}
