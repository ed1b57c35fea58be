package vn.ganbo.document;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import vn.ganbo.document.Press.Conformance;

/**
 * One set of type: the four faces of Tinos and the sheets of styles, parsed at first use and kept.
 * Nothing outside the program is ever fetched.
 */
final class Type {
    private static final byte[] COLOURS = resource("/icc/sRGB.icc");
    private static final List<String> FACES = List.of("Regular", "Italic", "Bold", "BoldItalic");

    /** Offices with measures of their own are few; whoever passes here begins again. */
    private static final int MOST_SHEETS = 50;

    private final FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();
    private final Map<String, ParsedStyles> sheets = new HashMap<>();
    private final DocumentBuilder reader = reader();
    private final List<Supplier<TrueTypeFont>> faces =
            FACES.stream().map(face -> once(() -> parsed(face))).toList();

    /** The faces inside a document; each once, when the first letter of it is drawn. */
    List<PDFontSupplier> in(PDDocument document) {
        return faces.stream().<PDFontSupplier>map(face -> new Face(document, face)).toList();
    }

    /** A face inside a document. */
    private static final class Face extends PDFontSupplier {
        private final Supplier<PDFont> font;

        Face(PDDocument document, Supplier<TrueTypeFont> face) {
            super(null);
            font =
                    once(() -> {
                        try {
                            return PDType0Font.load(document, face.get(), true);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }

        @Override
        public PDFont supply() {
            return font.get();
        }
    }

    private static <T> Supplier<T> once(Supplier<T> maker) {
        List<T> made = new ArrayList<>();
        return () -> {
            if (made.isEmpty()) {
                made.add(maker.get());
            }
            return made.getFirst();
        };
    }

    /** Reads our own pages: no entity, no address. */
    private static DocumentBuilder reader() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(
                    "http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false);
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Document read(String html) {
        try {
            return reader.parse(new InputSource(new StringReader(html)));
        } catch (SAXException e) {
            throw new IllegalStateException("our own page is not well-formed", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ParsedStyles sheet(String css) {
        if (sheets.size() >= MOST_SHEETS) {
            sheets.clear();
        }
        return sheets.computeIfAbsent(css, ParsedStyles::new);
    }

    static TrueTypeFont parsed(String face) {
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

    /**
     * A builder for one page or several of one document.
     *
     * @param css instead of what stands in the page
     */
    PdfRendererBuilder builder(
            PDDocument document,
            List<PDFontSupplier> fonts,
            String html,
            String css,
            Conformance conformance) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(document);
        for (int i = 0; i < fonts.size(); i++) {
            builder.useFont(
                    fonts.get(i),
                    "Tinos",
                    i < 2 ? 400 : 700,
                    i % 2 == 0 ? FontStyle.NORMAL : FontStyle.ITALIC,
                    true);
        }
        builder.useCacheStore(PdfRendererBuilder.CacheStore.PDF_FONT_METRICS, metrics);
        builder.useExternalResourceAccessControl(
                (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                (_, _) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.useUnicodeLineBreaker(new SpaceBreaker());
        builder.useObjectDrawerFactory(MarkDrawer.factory());
        builder.useNamespaceHandler(sheet(css));
        builder.withProducer("Gắn Bó");
        builder.withW3cDocument(read(html), null);
        if (conformance != Conformance.PLAIN) {
            // what else makes a file one for the archive is in Archive
            builder.usePdfVersion(1.7f);
            builder.useColorProfile(COLOURS);
        }
        return builder;
    }

    static byte[] resource(String path) {
        try (InputStream in = Objects.requireNonNull(Type.class.getResourceAsStream(path), path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
