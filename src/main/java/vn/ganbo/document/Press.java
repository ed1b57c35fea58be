package vn.ganbo.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Draws papers as PDF/A. There are as many sets of type as processors; a set belongs to one drawing
 * at a time.
 */
@Component
class Press {
    private static final String CSS = new String(Type.resource("/paper/paper.css"), UTF_8);

    /** For the tries after the first: most papers need none, and are drawn sooner without. */
    private static final String TIGHT = new String(Type.resource("/paper/fits.css"), UTF_8);

    static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "vn.ganbo");

    /** From the layout of the rule to one that still fits long names and addresses on one page. */
    private static final List<String> FITS =
            List.of("roomy", "snug", "tight", "tighter", "tightest");

    static {
        XRLog.setLoggingEnabled(false);
        FontMappers.set(new OwnFont());
    }

    /** Points of the head in the tries that no longer follow the measures of the office. */
    private static final Map<String, Double> SMALLER =
            Map.of("tight", 14.0, "tighter", 12.0, "tightest", 11.0);

    private final BlockingQueue<Type> types;
    private final Clock clock;

    Press(Clock clock) {
        this.clock = clock;
        int presses = Math.max(1, Runtime.getRuntime().availableProcessors());
        types = new ArrayBlockingQueue<>(presses);
        for (int i = 0; i < presses; i++) {
            types.add(new Type());
        }
    }

    /** What PDF/A says of a file; PLAIN is for print batches. */
    enum Conformance {
        A2B,
        A3B,
        PLAIN
    }

    /** A paper to be drawn, with its mark or without, in the style of its office. */
    record Sheet(PaperText text, Look.@Nullable Stamped mark, Style style) {
        /** In the house's own style. */
        Sheet(PaperText text, Look.@Nullable Stamped mark) {
            this(text, mark, Style.HOUSE);
        }
    }

    /**
     * Draws one paper: PDF/A-3b with its data inside where it travels, PDF/A-2b for all others.
     *
     * @param id of the paper, written into the file
     * @param data to be put into the file, or null
     */
    byte[] print(UUID id, Sheet sheet, byte @Nullable [] data) {
        return print(id, sheet, data == null ? Conformance.A2B : Conformance.A3B, data);
    }

    byte[] print(UUID id, Sheet sheet, Conformance conformance, byte @Nullable [] data) {
        return pressed(type -> {
            PDDocument document = new PDDocument();
            PdfBoxRenderer renderer =
                    laidOut(type, type.in(document), document, sheet, conformance);
            return saved(document, id, renderer, conformance, data);
        });
    }

    /**
     * Draws any page of the house's own making.
     *
     * @param css its sheet of styles
     */
    byte[] print(UUID id, String html, String css, Conformance conformance) {
        return pressed(type -> {
            PDDocument document = new PDDocument();
            PdfBoxRenderer renderer =
                    laidOut(type, type.in(document), document, html, css, conformance);
            return saved(document, id, renderer, conformance, null);
        });
    }

    /** Draws many papers into one file for the printer, in this order; fonts stand in it once. */
    byte[] printBatch(List<Sheet> sheets, PrintLayout layout) {
        return pressed(type -> {
            try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
                List<PDFontSupplier> fonts = type.in(document);
                for (Sheet sheet : sheets) {
                    laidOut(type, fonts, document, sheet, Conformance.PLAIN)
                            .createPDFWithoutClosing();
                }
                if (layout == PrintLayout.TWO_ON_A4) {
                    TwoOnASheet.arrange(document);
                }
                Archive.describe(document, Conformance.PLAIN, ZonedDateTime.now(clock));
                ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
                document.save(out);
                return out.toByteArray();
            }
        });
    }

    private byte[] saved(
            PDDocument document,
            UUID id,
            PdfBoxRenderer renderer,
            Conformance conformance,
            byte @Nullable [] json)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(64_000);
        try (document;
                renderer) {
            renderer.createPDFKeepOpen();
            // the renderer dates a file by the machine's clock; the house has one of its own
            Archive.describe(document, conformance, ZonedDateTime.now(clock));
            if (json != null) {
                Attachment.add(document, json);
            }
            document.setDocumentId(id.getMostSignificantBits() ^ id.getLeastSignificantBits());
            document.save(out);
        }
        return out.toByteArray();
    }

    /** The first fit that needs one page; the roomy one on several where none does. */
    private static PdfBoxRenderer laidOut(
            Type type,
            List<PDFontSupplier> fonts,
            PDDocument document,
            Sheet sheet,
            Conformance conformance) {
        String measures = sheet.style().measures().css();
        for (String fit : FITS) {
            String css = FITS.getFirst().equals(fit) ? CSS + measures : CSS + TIGHT + measures;
            PdfBoxRenderer renderer =
                    laidOut(type, fonts, document, html(sheet, fit), css, conformance);
            if (renderer.getRootBox().getLayer().getPages().size() == 1) {
                return renderer;
            }
        }
        return laidOut(
                type, fonts, document, html(sheet, FITS.getFirst()), CSS + measures, conformance);
    }

    private static PdfBoxRenderer laidOut(
            Type type,
            List<PDFontSupplier> fonts,
            PDDocument document,
            String html,
            String css,
            Conformance conformance) {
        PdfBoxRenderer renderer =
                type.builder(document, fonts, html, css, conformance).buildPdfRenderer();
        renderer.layout();
        return renderer;
    }

    /** The XHTML of a paper, in NFC. */
    static String html(Sheet sheet, String fit) {
        StringOutput out = new StringOutput(16_000);
        TEMPLATES.render(
                "document/" + PaperForms.of(sheet.text()).template() + ".jte",
                Map.of("text", sheet.text(), "look", look(sheet, fit)),
                out);
        return sheet.style()
                .tone()
                .write(
                        Normalizer.normalize(out.toString(), Normalizer.Form.NFC),
                        sheet.text().names());
    }

    private static Look look(Sheet sheet, String fit) {
        Style.Measures measures = sheet.style().measures();
        double smaller = SMALLER.getOrDefault(fit, 0.0);
        return new Look(
                fit,
                smaller > 0 ? smaller : measures.superior(),
                smaller > 0 ? smaller : measures.issuer(),
                smaller > 0 ? smaller : measures.number(),
                sheet.style().mark() ? sheet.mark() : null,
                sheet.style().place());
    }

    /** Work with one set of type. */
    @FunctionalInterface
    private interface Work {
        byte[] with(Type type) throws IOException;
    }

    private byte[] pressed(Work work) {
        Type type = take();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            // Java's own XML, found without a search through every jar for each paper.
            thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
            return work.with(type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(before);
            types.add(type);
        }
    }

    private Type take() {
        try {
            return types.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a press", e);
        }
    }
}
