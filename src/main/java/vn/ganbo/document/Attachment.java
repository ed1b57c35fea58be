package vn.ganbo.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Calendar;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** Puts a paper's data into its file as PDF/A-3 asks (ISO 19005-3, 6.8). */
final class Attachment {
    /** The name of the file inside the file. */
    static final String NAME = "giay.json";

    /** Bytes of data that are read; a letter has some three thousand. */
    private static final int MOST = 200_000;

    private Attachment() {}

    static void add(PDDocument document, byte[] json) throws IOException {
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile(NAME);
        file.setFileUnicode(NAME);
        file.setFileDescription("Dữ liệu của giấy này, cho máy đọc");
        PDEmbeddedFile content = content(document, json);
        file.setEmbeddedFile(content);
        file.setEmbeddedFileUnicode(content);
        file.getCOSObject().setName("AFRelationship", "Data");

        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(NAME, file));
        PDDocumentNameDictionary names =
                new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        COSArray associated = new COSArray();
        associated.add(file.getCOSObject());
        document.getDocumentCatalog().getCOSObject().setItem("AF", associated);
    }

    /**
     * The data inside a file, or empty where there is none.
     *
     * @throws IOException when the file is broken, or holds more than {@value #MOST} bytes of data
     */
    static Optional<byte[]> read(PDDocument document) throws IOException {
        PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
        PDEmbeddedFilesNameTreeNode tree = names == null ? null : names.getEmbeddedFiles();
        Map<String, PDComplexFileSpecification> files = tree == null ? null : tree.getNames();
        PDComplexFileSpecification file = files == null ? null : files.get(NAME);
        PDEmbeddedFile content = file == null ? null : file.getEmbeddedFile();
        if (content == null) {
            return Optional.empty();
        }
        try (InputStream in = content.createInputStream()) {
            byte[] bytes = in.readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                throw new IOException("the data inside is too long");
            }
            return Optional.of(bytes);
        }
    }

    private static PDEmbeddedFile content(PDDocument document, byte[] json) throws IOException {
        PDEmbeddedFile content =
                new PDEmbeddedFile(document, new ByteArrayInputStream(json), COSName.FLATE_DECODE);
        content.setSubtype("application/json");
        content.setSize(json.length);
        Calendar made = document.getDocumentInformation().getCreationDate();
        content.setCreationDate(made);
        content.setModDate(made);
        return content;
    }
}
