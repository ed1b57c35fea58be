package vn.ganbo.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.jspecify.annotations.Nullable;
import vn.ganbo.document.Press.Conformance;

/**
 * What a file for the archive says of itself (ISO 19005-2, 6.6): written here as text, for the
 * library builds it from objects at ten times the cost.
 */
final class Archive {
    private Archive() {}

    /** Dates a file; one for the archive says the same once more in its metadata. */
    static void describe(PDDocument document, Conformance conformance, ZonedDateTime now)
            throws IOException {
        ZonedDateTime at = now.truncatedTo(ChronoUnit.SECONDS);
        PDDocumentInformation information = document.getDocumentInformation();
        information.setCreationDate(GregorianCalendar.from(at));
        if (conformance == Conformance.PLAIN) {
            return;
        }
        String xmp =
                """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\
                <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">\
                <pdfaid:part>%d</pdfaid:part>\
                <pdfaid:conformance>B</pdfaid:conformance>\
                <dc:format>application/pdf</dc:format>\
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>\
                <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\
                <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>\
                <pdf:Producer>%s</pdf:Producer>\
                <xmp:CreateDate>%s</xmp:CreateDate>\
                </rdf:Description></rdf:RDF></x:xmpmeta>\
                <?xpacket end="w"?>\
                """
                        .formatted(
                                conformance == Conformance.A3B ? 3 : 2,
                                escaped(information.getTitle()),
                                escaped(information.getAuthor()),
                                escaped(information.getSubject()),
                                escaped(information.getProducer()),
                                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at));
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp.getBytes(UTF_8));
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setMetadata(metadata);
        catalog.setLanguage("vi");
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
    }

    private static String escaped(@Nullable String words) {
        return words == null
                ? ""
                : words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
