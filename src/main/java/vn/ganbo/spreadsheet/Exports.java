package vn.ganbo.spreadsheet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;

/**
 * Tải danh sách về: the one door through which a list leaves the program, as .xlsx, .csv or PDF.
 * Rows go from the database's cursor to the reader; no list is ever held as a whole. That it was
 * taken is told before the first row leaves.
 */
@Component
public class Exports {
    /** A longer list is no longer read on paper; drawing it would hold a press for minutes. */
    public static final int MOST_ON_PAPER = 3_000;

    private static final Logger LOG = LoggerFactory.getLogger(Exports.class);

    /** Each holds a connection for as long as its reader takes: some are left for all others. */
    private static final int AT_ONCE = 4;

    private static final int PATIENCE_SECONDS = 60;

    private final ListPrinter printer;
    private final Facts facts;
    private final TransactionTemplate telling;
    private final TransactionTemplate reading;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    Exports(ListPrinter printer, Facts facts, PlatformTransactionManager transactions) {
        this.printer = printer;
        this.facts = facts;
        this.telling = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * Sends a list to the browser.
     *
     * @param as xlsx, csv or pdf
     * @throws NotFound for another form
     * @throws Refusal when the list is too long for paper, or too many are being taken
     */
    public void send(Viewer viewer, Export export, String as, HttpServletResponse answer) {
        ExportFormat format = ExportFormat.of(as);
        Watched out = new Watched(answer);
        try {
            write(viewer, export, format, out, () -> head(answer, export, format));
        } catch (RuntimeException e) {
            if (!out.gone) {
                throw e;
            }
            LOG.debug("the reader of a list has gone", e);
        }
    }

    /** Writes a list; {@code ready} runs once nothing but a failure can be in the way. */
    void write(
            Viewer viewer, Export export, ExportFormat format, OutputStream out, Runnable ready) {
        if (format == ExportFormat.PDF && export.count() > MOST_ON_PAPER) {
            throw new Refusal(
                    "spreadsheet.too-long-for-paper",
                    Show.number(export.count()),
                    Show.number(MOST_ON_PAPER));
        }
        enter();
        try {
            telling.executeWithoutResult(_ -> facts.tell(viewer, fact(viewer, export, format)));
            reading.executeWithoutResult(_ -> rows(viewer, export, format, out, ready));
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Refusal("spreadsheet.exports-busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to send a list", e);
        }
    }

    private void rows(
            Viewer viewer, Export export, ExportFormat format, OutputStream out, Runnable ready) {
        List<String> above =
                export.above(viewer.unit() == null ? "" : Show.committee(viewer.unit().name()));
        try {
            switch (format) {
                case XLSX -> {
                    ready.run();
                    Ahead.write(
                            export.with(Export.Column::inFiles),
                            list -> ExportBook.write(list, above, out));
                }
                case CSV -> {
                    ready.run();
                    Ahead.write(
                            export.with(Export.Column::inFiles),
                            list -> CsvText.write(list, above, out));
                }
                case PDF -> {
                    byte[] pdf = printer.print(viewer, export.with(Export.Column::onPaper), above);
                    ready.run();
                    out.write(pdf);
                }
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExportFacts.ListExported fact(
            Viewer viewer, Export export, ExportFormat format) {
        return new ExportFacts.ListExported(
                viewer.unit() == null ? new UUID(0, 0) : viewer.unit().id(),
                export.title(),
                export.filterWithoutTyped(),
                export.count(),
                format.ending());
    }

    private static void head(HttpServletResponse answer, Export export, ExportFormat format) {
        answer.setContentType(format.type());
        answer.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(
                                export.file() + "-" + export.on() + "." + format.ending(),
                                StandardCharsets.UTF_8)
                        .build()
                        .toString());
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store, private");
    }

    /** Knows whether it was the reader who went. */
    private static final class Watched extends OutputStream {
        private final HttpServletResponse answer;
        private boolean gone;

        Watched(HttpServletResponse answer) {
            this.answer = answer;
        }

        @Override
        public void write(int letter) throws IOException {
            write(new byte[] {(byte) letter}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                answer.getOutputStream().write(bytes, from, length);
            } catch (IOException e) {
                gone = true;
                throw e;
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                answer.getOutputStream().flush();
            } catch (IOException e) {
                gone = true;
                throw e;
            }
        }
    }
}
