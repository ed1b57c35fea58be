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
import org.apache.poi.xwpf.usermodel.XWPFDocument;
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
        byte[] word = WordFile.of(Press.html(new Press.Sheet(text, null), "roomy"));
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers", name + ".docx"), word);

        List<String> ofWord = words(ofWord(word));

        assertThat(ofWord).isEqualTo(words(ofHtml(text)));
        assertThat(ofPdf(text)).contains(String.valueOf(text.number()));
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
