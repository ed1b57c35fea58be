package vn.ganbo.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ganbo.kernel.Ids;

/** What an office edits in Word says what the PDF says. */
class WordFileTest {
    static List<String> edited() {
        return Examples.all().entrySet().stream()
                .filter(e -> e.getValue().kind().edited())
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("edited")
    void the_words_of_the_pdf_stand_in_the_file_for_word_in_their_order(String name)
            throws Exception {
        PaperText text = java.util.Objects.requireNonNull(Examples.all().get(name));
        byte[] word =
                WordFile.of(Press.html(new Press.Sheet(text, null), "roomy"), Style.Measures.RULE);
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers", name + ".docx"), word);

        List<String> ofWord = words(ofWord(word));

        assertThat(ofWord).isEqualTo(words(ofHtml(text)));
        assertThat(ofPdf(text)).contains(String.valueOf(text.number()));
    }

    @Test
    void the_measures_of_the_office_are_those_of_its_file_for_word() throws Exception {
        Style.Measures own =
                new Style.Measures(
                        22, 18, 28, 16, 15.5, 13, 12.5, 13.5, 17, 12.5, 17, 12, 4, 14.5, 10.5);
        PaperText text = Examples.written(PaperKind.ANNOUNCEMENT, "02-TB/ĐU");
        byte[] word = WordFile.of(Press.html(new Press.Sheet(text, null), "roomy"), own);

        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word))) {
            var margin = document.getDocument().getBody().getSectPr().getPgMar();
            assertThat(List.of(margin.getTop(), margin.getBottom()))
                    .isEqualTo(List.of(twips(22), twips(18)));
            assertThat(List.of(margin.getLeft(), margin.getRight()))
                    .isEqualTo(List.of(twips(28), twips(16)));
            XWPFParagraph body =
                    document.getParagraphs().stream()
                            .filter(p -> p.getText().startsWith("Nội dung:"))
                            .findFirst()
                            .orElseThrow();
            assertThat(body.getRuns().getFirst().getFontSizeAsDouble()).isEqualTo(12.5);
            assertThat(body.getIndentationFirstLine()).isEqualTo(twips(12).intValue());
            assertThat(body.getSpacingBefore()).isEqualTo(80);
            assertThat(body.getSpacingBetween()).isEqualTo(17.0);
            assertThat(body.getSpacingLineRule()).isEqualTo(LineSpacingRule.EXACT);
            assertThat(size(document, "ĐẢNG CỘNG SẢN VIỆT NAM")).isEqualTo(15.5);
            assertThat(size(document, "Số 02-TB/ĐU")).isEqualTo(13.5);
            assertThat(size(document, "T/M ")).isEqualTo(14.5);
            assertThat(size(document, "- Lưu ")).isEqualTo(10.5);
            assertThat(
                            document.getParagraphs().stream()
                                    .filter(p -> p.getText().equals("THÔNG BÁO"))
                                    .map(p -> p.getRuns().getFirst().getFontSizeAsDouble()))
                    .containsExactly(17.0);
        }
    }

    private static java.math.BigInteger twips(double millimetres) {
        return java.math.BigInteger.valueOf(Math.round(millimetres * 1440 / 25.4));
    }

    /** The size of the first line in a table that begins so. */
    private static double size(XWPFDocument document, String words) {
        return document.getTables().stream()
                .flatMap(table -> table.getRows().stream())
                .flatMap(row -> row.getTableCells().stream())
                .flatMap(cell -> cell.getParagraphs().stream())
                .filter(p -> p.getText().startsWith(words))
                .findFirst()
                .orElseThrow()
                .getRuns()
                .getFirst()
                .getFontSizeAsDouble();
    }

    private static String ofWord(byte[] file) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file));
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            assertThat(document.getDocument().getBody().getSectPr().getPgMar().getLeft())
                    .isEqualTo(java.math.BigInteger.valueOf(1701));
            return extractor.getText();
        }
    }

    private static String ofHtml(PaperText text) {
        return Press.html(new Press.Sheet(text, null), "roomy")
                .replaceFirst("(?s)^.*<body[^>]*>", "")
                .replaceAll("</?(b|i|u|span)( [^>]*)?>", "")
                .replaceAll("<[^>]+>", " ")
                .replace("&amp;", "&")
                .replace("&#160;", " ");
    }

    private static String ofPdf(PaperText text) throws IOException {
        byte[] pdf = PressTest.press().print(Ids.next(), new Press.Sheet(text, null), null);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.replace('\u00a0', ' ').strip().split("\\s+")).toList();
    }
}
