package vn.ganbo.signature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * For measuring: a sheet full of text with two signatures, person and organisation, of an invented
 * issuer, and the whole check of it beside the stored paper.
 */
public final class SignatureTrial {
    private static final String WORDS =
            "Kính gửi Đảng ủy phường Hoa Ban, tỉnh Sông Ngàn: giới thiệu đồng chí có tên dưới đây";
    private static final int LINES = 40;

    private final byte[] stored;
    private final byte[] signed;
    private final SignatureCheck check;

    /**
     * Makes the sheet and signs it.
     *
     * @param now the moment of signing and checking
     */
    public SignatureTrial(Instant now) {
        Quiet.please();
        TrialAuthority authority = new TrialAuthority("Tổ chức chứng thực minh họa", now);
        stored = sheet();
        byte[] once = authority.holder("Người ký minh họa").sign(stored, now);
        signed = authority.holder("Tổ chức minh họa").sign(once, now);
        Trust trust = Trust.at(now, List.of(authority.certificate()), List.of(authority.list(30)));
        check = new SignatureCheck(trust, now);
    }

    /** One check; throws where it does not come out as it must. */
    public void check() {
        Verdict verdict = check.check(signed, stored);
        if (!verdict.valid()) {
            throw new IllegalStateException("not valid: " + verdict.objection());
        }
    }

    /** The size of the signed file in bytes. */
    public int size() {
        return signed.length;
    }

    private static byte[] sheet() {
        try (PDDocument document = new PDDocument();
                InputStream face =
                        Objects.requireNonNull(
                                SignatureTrial.class.getResourceAsStream(
                                        "/fonts/Tinos-Regular.ttf"))) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDType0Font font = PDType0Font.load(document, face);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.setFont(font, 12);
                content.setLeading(17);
                content.beginText();
                content.newLineAtOffset(60, 780);
                for (int line = 0; line < LINES; line++) {
                    content.showText(WORDS);
                    content.newLine();
                }
                content.endText();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
