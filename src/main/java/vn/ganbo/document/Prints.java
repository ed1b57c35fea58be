package vn.ganbo.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;

/**
 * In nhiều tờ: a few papers are printed at once, many are drawn in the background, part by part. A
 * part that is drawn stays drawn: what a restart interrupts goes on with the next one, and no paper
 * comes twice.
 */
@Component
public class Prints {
    private static final Logger LOG = LoggerFactory.getLogger(Prints.class);

    /** Papers that somebody waits for. */
    static final int AT_ONCE = 40;

    /** Papers of a part; even, so that two share a sheet. */
    static final int PART = 100;

    /** After that a batch is forgotten: the papers themselves are kept. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final PrintStore store;
    private final Press press;
    private final Facts facts;
    private final PrintBell bell;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    Prints(PrintStore store, Press press, Facts facts, PrintBell bell, Clock clock) {
        this.store = store;
        this.press = press;
        this.facts = facts;
        this.bell = bell;
        this.clock = clock;
    }

    /** What stands on one paper of a part. */
    private record Written(PaperKind kind, String text, Look.@Nullable Stamped mark, Style style) {}

    /**
     * A PDF at once for a few papers; for many a redirect to the page of their batch.
     *
     * @param title "Giấy giới thiệu"
     * @param sheets in the order of printing, at least one
     */
    @Transactional
    public ResponseEntity<byte[]> answer(
            Viewer viewer, String title, Papers.Selection sheets, PrintLayout layout) {
        if (sheets.sheets().size() <= AT_ONCE) {
            return PdfAnswer.of(
                    press.printBatch(sheets.sheets(), layout),
                    "%s - %s giấy.pdf".formatted(title, sheets.sheets().size()));
        }
        UUID batch = start(viewer, title, sheets, layout);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/prints/" + batch))
                .build();
    }

    /** The papers in one file, at once, however many there are. */
    public byte[] draw(Papers.Selection selection, PrintLayout layout) {
        return press.printBatch(selection.sheets(), layout);
    }

    /** Starts a batch. */
    @Transactional
    public UUID start(Viewer viewer, String title, Papers.Selection selection, PrintLayout layout) {
        if (selection.sheets().isEmpty()) {
            throw new NotFound();
        }
        UUID id = Ids.next();
        List<PrintStore.Fresh> parts = new ArrayList<>();
        List<Press.Sheet> sheets = selection.sheets();
        for (int from = 0; from < sheets.size(); from += PART) {
            List<Press.Sheet> some = sheets.subList(from, Math.min(sheets.size(), from + PART));
            parts.add(
                    new PrintStore.Fresh(
                            parts.size() + 1,
                            some.size(),
                            Math.ceilDiv(some.size(), layout.onSheet()),
                            json.writeValueAsString(some.stream().map(this::written).toList())));
        }
        store.add(
                viewer.scope(),
                viewer.unitNo(),
                id,
                title,
                layout,
                parts,
                clock.instant(),
                viewer.name());

        facts.tell(viewer, new DocumentFacts.PrintStarted(id, title, sheets.size()));
        bell.ring();
        return id;
    }

    private Written written(Press.Sheet sheet) {
        return new Written(
                sheet.text().kind(),
                json.writeValueAsString(sheet.text()),
                sheet.mark(),
                sheet.style());
    }

    /**
     * Draws one part that waits, if there is any.
     *
     * @return whether there was one
     */
    @Transactional
    boolean drawNext(Scope scope) {
        Optional<PrintStore.Waiting> next = store.next(scope);
        if (next.isEmpty()) {
            return false;
        }
        PrintStore.Waiting part = next.get();
        try {
            List<Press.Sheet> sheets =
                    Arrays.stream(json.readValue(part.content(), Written[].class))
                            .map(w ->
                                    new Press.Sheet(
                                            json.readValue(w.text(), w.kind().text()),
                                            w.mark(),
                                            w.style()))
                            .toList();
            store.drawn(scope, part, press.printBatch(sheets, part.layout()), clock.instant());
        } catch (RuntimeException e) {
            LOG.error("part {} of the batch {} could not be drawn", part.no(), part.batchId(), e);
            store.failed(scope, part.batchId(), part.no(), clock.instant());
        }
        return true;
    }

    /** Tries the parts again that could not be drawn. */
    @Transactional
    void again(Viewer viewer, UUID batch) {
        if (store.again(viewer.scope(), batch) == 0) {
            throw new NotFound();
        }
        bell.ring();
    }

    /** The batch, where the viewer's office made it or sees the one that did. */
    Optional<PrintBatch> find(Scope scope, UUID id) {
        return store.one(scope, id);
    }

    /** The latest batches of the viewer's office. */
    List<PrintBatch> latest(Viewer viewer) {
        return store.latest(viewer.scope(), viewer.unitNo());
    }

    /**
     * Sheets of a batch, for the printer: all, or those from where it stopped.
     *
     * @param from first sheet, from 1
     * @param until last sheet
     * @throws Problems when the batch has no such sheets, or they are not drawn yet
     */
    @Transactional(readOnly = true)
    byte[] pdf(Scope scope, PrintBatch batch, int from, int until) {
        if (from < 1 || until < from || until > batch.sheets()) {
            throw Problems.of(
                    "from",
                    "Tập này có các tờ từ 1 đến %s. Ghi lại từ tờ nào đến tờ nào."
                            .formatted(Show.number(batch.sheets())));
        }
        int each = PART / batch.layout().onSheet();
        int firstPart = (from - 1) / each + 1;
        int lastPart = (until - 1) / each + 1;
        List<PrintStore.Part> parts = store.parts(scope, batch.id(), firstPart, lastPart);
        if (parts.size() != lastPart - firstPart + 1) {
            throw Problems.of("from", "Các tờ này chưa chuẩn bị xong. Chờ một lát rồi tải lại.");
        }
        try (PDDocument out = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            PDFMergerUtility merger = new PDFMergerUtility();
            for (PrintStore.Part part : parts) {
                int before = (part.no() - 1) * each;
                try (PDDocument document = Loader.loadPDF(part.bytes())) {
                    for (int i = document.getNumberOfPages() - 1; i >= 0; i--) {
                        int sheet = before + i + 1;
                        if (sheet < from || sheet > until) {
                            document.removePage(i);
                        }
                    }
                    merger.appendDocument(out, document);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
            out.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets batches whose time is over. */
    @Transactional
    int forget(Scope scope) {
        return store.forget(scope, clock.instant().minus(KEPT));
    }
}
