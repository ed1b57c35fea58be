package vn.ganbo.signature;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.kernel.Texts;

/**
 * Number and issuer that a file gives itself: from the data inside it, else the number from its
 * first page.
 */
record Claims(@Nullable String number, @Nullable String issuer) {
    static final Claims NONE = new Claims(null, null);

    /** Data of a paper are some kilobytes. */
    private static final int MOST = 1 << 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Pattern NUMBER = Pattern.compile("Số:? ?(\\d{1,6}-[\\p{Lu}\\d/-]{1,40})");

    static Claims of(PDDocument document) {
        try {
            Claims inside = inside(document);
            return inside.number == null && inside.issuer == null ? printed(document) : inside;
        } catch (IOException | RuntimeException e) {
            // What a file says of itself decides nothing; a strange one says nothing.
            return NONE;
        }
    }

    private static Claims inside(PDDocument document) throws IOException {
        PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
        PDEmbeddedFilesNameTreeNode files = names == null ? null : names.getEmbeddedFiles();
        Map<String, PDComplexFileSpecification> all = files == null ? null : files.getNames();
        if (all == null) {
            return NONE;
        }
        for (PDComplexFileSpecification file : all.values()) {
            PDEmbeddedFile content = file.getEmbeddedFile();
            boolean data = "Data".equals(file.getCOSObject().getNameAsString("AFRelationship"));
            if (data && content != null && "application/json".equals(content.getSubtype())) {
                Claims found = read(content);
                if (found != null) {
                    return found;
                }
            }
        }
        return NONE;
    }

    private static @Nullable Claims read(PDEmbeddedFile content) throws IOException {
        byte[] json;
        try (java.io.InputStream in = content.createInputStream()) {
            json = in.readNBytes(MOST);
        }
        try {
            JsonNode root = JSON.readTree(json);
            return new Claims(text(root.path("number")), text(root.path("issuer").path("name")));
        } catch (JacksonException e) {
            return null;
        }
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? Texts.clean(node.stringValue()) : null;
    }

    private static Claims printed(PDDocument document) throws IOException {
        if (document.getNumberOfPages() == 0) {
            return NONE;
        }
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(1);
        stripper.setEndPage(1);
        Matcher found = NUMBER.matcher(Texts.clean(stripper.getText(document)));
        return found.find() ? new Claims(found.group(1), null) : NONE;
    }
}
