package vn.ganbo.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.util.Matrix;

/**
 * Two pages beside each other on a sheet of A4, each made as small as A5, to be cut in the middle.
 */
final class TwoOnASheet {
    private static final float LONG_SIDE = PDRectangle.A4.getHeight();
    private static final float SHORT_SIDE = PDRectangle.A4.getWidth();
    private static final PDRectangle SHEET = new PDRectangle(LONG_SIDE, SHORT_SIDE);

    private TwoOnASheet() {}

    /** Puts the pages of a document on half as many sheets, in their order. */
    static void arrange(PDDocument document) throws IOException {
        List<PDPage> pages = new ArrayList<>();
        document.getPages().forEach(pages::add);
        for (int i = 0; i < pages.size(); i += 2) {
            PDPage sheet = new PDPage(SHEET);
            try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
                place(document, content, pages.get(i), 0);
                if (i + 1 < pages.size()) {
                    place(document, content, pages.get(i + 1), SHEET.getWidth() / 2);
                }
            }
            document.addPage(sheet);
        }
        pages.forEach(document::removePage);
    }

    private static void place(
            PDDocument document, PDPageContentStream content, PDPage page, float x)
            throws IOException {
        PDRectangle box = page.getMediaBox();
        PDFormXObject form =
                new PDFormXObject(new PDStream(document, page.getContents(), COSName.FLATE_DECODE));
        form.setResources(page.getResources());
        form.setBBox(box);
        float scale = SHEET.getHeight() / box.getHeight();
        content.saveGraphicsState();
        content.transform(new Matrix(scale, 0, 0, scale, x, 0));
        content.drawForm(form);
        content.restoreGraphicsState();
    }
}
