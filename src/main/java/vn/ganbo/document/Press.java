package vn.ganbo.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Draws papers as PDF/A with the fonts embedded. Parsed fonts are kept and belong to one drawing at
 * a time; nothing outside the program is ever fetched.
 */
@Component
class Press {
    private static final byte[] COLOURS = resource("/icc/sRGB.icc");
    private static final String CSS = new String(resource("/paper/paper.css"), UTF_8);
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "vn.ganbo");

    /** From the layout of the rule to one that still fits long names and addresses on one page. */
    private static final List<String> FITS = List.of("roomy", "tight", "tighter", "tightest");

    static {
        XRLog.setLoggingEnabled(false);
    }

    private static final Pattern CREATED =
            Pattern.compile("(<xmp:CreateDate>)[^<]*(</xmp:CreateDate>)");

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

    /** What PDF/A says of a file; PLAIN is for the negative control of the tests. */
    enum Conformance {
        A2B,
        A3B,
        PLAIN
    }

    /** One set of type: four faces, parsed at first use, used by one drawing at a time. */
    private static final class Type {
        private static final List<String> FACES =
                List.of("Regular", "Italic", "Bold", "BoldItalic");

        private final FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();
        private List<TrueTypeFont> faces = List.of();

        List<PDType0Font> in(PDDocument document) throws IOException {
            if (faces.isEmpty()) {
                faces = FACES.stream().map(Type::parsed).toList();
            }
            List<PDType0Font> out = new ArrayList<>();
            for (TrueTypeFont face : faces) {
                out.add(PDType0Font.load(document, face, true));
            }
            return out;
        }

        private static TrueTypeFont parsed(String face) {
            try {
                TrueTypeFont font =
                        new TTFParser()
                                .parse(
                                        new RandomAccessReadBuffer(
                                                resource("/fonts/Tinos-" + face + ".ttf")));
                // Ligatures are not wanted, and looking for them took half of the time.
                font.setEnableGsub(false);
                return font;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Draws one paper: PDF/A-3b with its data inside for a letter, PDF/A-2b for all others.
     *
     * @param id of the paper, written into the file
     * @param json the paper's data
     */
    byte[] print(UUID id, PaperText text, byte[] json) {
        boolean carriesData = text.kind() == PaperKind.INTRODUCTION;
        return print(
                id,
                text,
                carriesData ? Conformance.A3B : Conformance.A2B,
                carriesData ? json : null);
    }

    byte[] print(UUID id, PaperText text, Conformance conformance, byte @Nullable [] json) {
        for (String fit : FITS) {
            byte @Nullable [] pdf = draw(id, html(text, fit), conformance, json, false);
            if (pdf != null) {
                return pdf;
            }
        }
        return Objects.requireNonNull(
                draw(id, html(text, FITS.getFirst()), conformance, json, true));
    }

    /** Draws any page of the house's own making, of any length. */
    byte[] print(UUID id, String html, Conformance conformance) {
        return Objects.requireNonNull(draw(id, html, conformance, null, true));
    }

    private byte @Nullable [] draw(
            UUID id,
            String html,
            Conformance conformance,
            byte @Nullable [] json,
            boolean anyLength) {
        Type type = take();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            // Java's own XML, found without a search through every jar for each paper.
            thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
            return draw(type, id, html, conformance, json, anyLength);
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

    /** The XHTML of a paper, in NFC. */
    static String html(PaperText text, String fit) {
        String template =
                switch (text) {
                    case IntroductionText _ -> "introduction";
                    case AcknowledgementText _ -> "acknowledgement";
                    case CommentRequestText _ -> "commentrequest";
                    case CommentSlipText _ -> "commentslip";
                };
        StringOutput out = new StringOutput(16_000);
        TEMPLATES.render(
                "document/" + template + ".jte", Map.of("text", text, "css", CSS, "fit", fit), out);
        return Normalizer.normalize(out.toString(), Normalizer.Form.NFC);
    }

    /** The file, or null when it needs more than one page and may not. */
    private byte @Nullable [] draw(
            Type type,
            UUID id,
            String html,
            Conformance conformance,
            byte @Nullable [] json,
            boolean anyLength)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(64_000);
        try (PDDocument document = new PDDocument();
                PdfBoxRenderer renderer =
                        builder(document, type, conformance)
                                .withHtmlContent(html, null)
                                .toStream(out)
                                .buildPdfRenderer()) {
            renderer.layout();
            if (!anyLength && renderer.getRootBox().getLayer().getPages().size() > 1) {
                return null;
            }
            renderer.createPDFKeepOpen();
            date(document, ZonedDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS));
            if (json != null) {
                Attachment.add(document, json);
            }
            document.setDocumentId(id.getMostSignificantBits() ^ id.getLeastSignificantBits());
            document.save(out);
        }
        return out.toByteArray();
    }

    /** The renderer dates a file by the machine's clock; the house has one of its own. */
    private static void date(PDDocument document, ZonedDateTime at) throws IOException {
        document.getDocumentInformation().setCreationDate(GregorianCalendar.from(at));
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        if (metadata != null) {
            String xmp = new String(metadata.toByteArray(), UTF_8);
            String moment = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
            String dated = CREATED.matcher(xmp).replaceFirst("$1" + moment + "$2");
            metadata.importXMPMetadata(dated.getBytes(UTF_8));
        }
    }

    private static PdfRendererBuilder builder(
            PDDocument document, Type type, Conformance conformance) throws IOException {
        List<PDType0Font> faces = type.in(document);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(document);
        for (int i = 0; i < faces.size(); i++) {
            builder.useFont(
                    new PDFontSupplier(faces.get(i)),
                    "Tinos",
                    i < 2 ? 400 : 700,
                    i % 2 == 0 ? FontStyle.NORMAL : FontStyle.ITALIC,
                    true);
        }
        builder.useCacheStore(PdfRendererBuilder.CacheStore.PDF_FONT_METRICS, type.metrics);
        builder.useExternalResourceAccessControl(
                (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                (_, _) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.useUnicodeLineBreaker(new SpaceBreaker());
        builder.withProducer("Gắn Bó");
        if (conformance != Conformance.PLAIN) {
            builder.usePdfVersion(1.7f);
            builder.usePdfAConformance(
                    conformance == Conformance.A3B
                            ? PdfAConformance.PDFA_3_B
                            : PdfAConformance.PDFA_2_B);
            builder.useColorProfile(COLOURS);
        }
        return builder;
    }

    private static byte[] resource(String path) {
        try (InputStream in = Objects.requireNonNull(Press.class.getResourceAsStream(path), path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
