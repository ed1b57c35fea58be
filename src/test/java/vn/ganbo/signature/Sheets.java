package vn.ganbo.signature;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFreeText;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** Sheets to sign, and what somebody might do to them afterwards. */
final class Sheets {
    static final String NUMBER = "09-GGT/ĐU";
    static final String ISSUER = "Đảng ủy Trường Đại học Sông Ngàn";

    private Sheets() {}

    /** A change to an opened file. */
    @FunctionalInterface
    interface Change {
        void to(PDDocument document) throws IOException;
    }

    /** A sheet that carries its data, as letters do. */
    static byte[] letter() {
        return made(document -> {
            write(document, 700, "GIẤY GIỚI THIỆU");
            String json =
                    "{\"number\":\"" + NUMBER + "\",\"issuer\":{\"name\":\"" + ISSUER + "\"}}";
            embed(document, json);
        });
    }

    /** A sheet of somebody else's. */
    static byte[] foreign() {
        return made(document -> write(document, 700, "Số: 12-CV/ĐU"));
    }

    /** Two pages that show the same object. */
    static byte[] twoPagesWithOneContent() {
        return made(document -> {
            write(document, 700, "Một trang");
            PDPage second = new PDPage(PDRectangle.A4);
            second.getCOSObject()
                    .setItem(
                            COSName.CONTENTS,
                            document.getPage(0).getCOSObject().getItem(COSName.CONTENTS));
            second.setResources(document.getPage(0).getResources());
            document.addPage(second);
        });
    }

    private static byte[] made(Change change) {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            change.to(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void embed(PDDocument document, String json) throws IOException {
        PDEmbeddedFile content =
                new PDEmbeddedFile(
                        document,
                        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                        COSName.FLATE_DECODE);
        content.setSubtype("application/json");
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile("giay.json");
        file.setEmbeddedFile(content);
        file.getCOSObject().setName("AFRelationship", "Data");
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of("giay.json", file));
        PDDocumentNameDictionary names =
                new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }

    /** As an incremental update, behind what is there. */
    static byte[] changed(byte[] pdf, Change change) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            change.to(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** More words on the page. */
    static byte[] withText(byte[] pdf) {
        return changed(pdf, document -> write(document, 500, "ĐÃ SỬA"));
    }

    /** White on white: nobody sees it today. */
    static byte[] withHiddenText(byte[] pdf) {
        return changed(
                pdf,
                document -> {
                    PDPage page = document.getPage(0);
                    try (PDPageContentStream content =
                            new PDPageContentStream(document, page, AppendMode.APPEND, true)) {
                        content.setNonStrokingColor(1f);
                        content.addRect(5, 5, 2, 2);
                        content.fill();
                    }
                });
    }

    static byte[] withAnnotation(byte[] pdf) {
        return changed(
                pdf,
                document -> {
                    PDAnnotationFreeText note = new PDAnnotationFreeText();
                    note.setContents("ĐÃ SỬA");
                    note.setRectangle(new PDRectangle(200, 500, 200, 40));
                    note.setPrinted(true);
                    var all = document.getPage(0).getAnnotations();
                    all.add((PDAnnotation) note);
                    document.getPage(0).setAnnotations(all);
                    note.getCOSObject().setNeedToBeUpdated(true);
                });
    }

    /** A field of a form, which the library takes for somebody filling in a form. */
    static byte[] withField(byte[] pdf) {
        return changed(
                pdf,
                document -> {
                    PDAcroForm form = document.getDocumentCatalog().getAcroForm();
                    PDAcroForm used = form == null ? new PDAcroForm(document) : form;
                    document.getDocumentCatalog().setAcroForm(used);
                    used.setDefaultAppearance("/Helv 0 Tf 0 g");
                    PDTextField field = new PDTextField(used);
                    field.setPartialName("them");
                    var widget = field.getWidgets().getFirst();
                    widget.setRectangle(new PDRectangle(200, 500, 200, 40));
                    widget.setPage(document.getPage(0));
                    var all = document.getPage(0).getAnnotations();
                    all.add(widget);
                    document.getPage(0).setAnnotations(all);
                    used.getFields().add(field);
                    used.getCOSObject().setNeedToBeUpdated(true);
                    field.getCOSObject().setNeedToBeUpdated(true);
                });
    }

    private static void write(PDDocument document, int height, String words) throws IOException {
        try (InputStream face =
                        Objects.requireNonNull(
                                Sheets.class.getResourceAsStream("/fonts/Tinos-Regular.ttf"));
                PDPageContentStream content =
                        new PDPageContentStream(
                                document, document.getPage(0), AppendMode.APPEND, true)) {
            content.beginText();
            content.setFont(PDType0Font.load(document, face), 20);
            content.newLineAtOffset(100, height);
            content.showText(words);
            content.endText();
        }
    }
}
