package vn.ganbo.document;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import vn.ganbo.document.Press.Conformance;

/**
 * One set of type: the four faces of Tinos, parsed at first use and kept. Nothing outside the
 * program is ever fetched.
 */
final class Type {
    private static final byte[] COLOURS = resource("/icc/sRGB.icc");
    private static final List<String> FACES = List.of("Regular", "Italic", "Bold", "BoldItalic");

    private final FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();
    private List<TrueTypeFont> faces = List.of();

    /** The faces inside a document; once for each document. */
    List<PDType0Font> in(PDDocument document) throws IOException {
        if (faces.isEmpty()) {
            faces = FACES.stream().map(Type::parsed).toList();
        }
        List<PDType0Font> fonts = new ArrayList<>();
        for (TrueTypeFont face : faces) {
            fonts.add(PDType0Font.load(document, face, true));
        }
        return fonts;
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

    PdfRendererBuilder builder(
            PDDocument document, List<PDType0Font> fonts, Conformance conformance) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(document);
        for (int i = 0; i < fonts.size(); i++) {
            builder.useFont(
                    new PDFontSupplier(fonts.get(i)),
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

    static byte[] resource(String path) {
        try (InputStream in = Objects.requireNonNull(Type.class.getResourceAsStream(path), path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
