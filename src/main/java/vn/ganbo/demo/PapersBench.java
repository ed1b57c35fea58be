package vn.ganbo.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.ganbo.document.IntroductionText;
import vn.ganbo.document.PaperText;
import vn.ganbo.document.Papers;
import vn.ganbo.document.PrintLayout;
import vn.ganbo.document.Prints;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Scope;

/**
 * Letters from data to PDF/A, one by one and as a batch for the printer, beside a page of the same
 * words that PDFBox writes by hand, line after line, its two fonts read once as ours are.
 */
final class PapersBench {
    private static final Scope EVERYTHING = Scope.system("bench");
    private static final int WARM = 200;
    private static final int LINE = 95;
    private static final double MEGA = 1e6;
    private static final List<DemoNames.Name> NAMES = DemoNames.all();

    private PapersBench() {}

    static List<BenchResult> measure(Class<?> program, Path data, int count) throws IOException {
        try (ConfigurableApplicationContext context =
                new SpringApplicationBuilder(program)
                        .run(
                                "--ganbo.demo=false",
                                "--ganbo.data=" + data,
                                "--ganbo.database.url=",
                                "--server.port=0",
                                "--db-scheduler.enabled=false",
                                "--logging.level.root=warn")) {
            Papers papers = context.getBean(Papers.class);
            Prints prints = context.getBean(Prints.class);
            List<TrueTypeFont> faces = List.of(face("Regular"), face("Bold"));
            for (int i = 0; i < WARM; i++) {
                papers.preview(text(i));
                byHand(faces, text(i));
            }
            prints.draw(papers.drafts(EVERYTHING, 0, texts(WARM)), PrintLayout.A4);

            long start = System.nanoTime();
            long bytes = 0;
            int greatest = 0;
            for (int i = 0; i < count; i++) {
                int size = papers.preview(text(i)).length;
                bytes += size;
                greatest = Math.max(greatest, size);
            }
            double single = seconds(start);
            start = System.nanoTime();
            for (int i = 0; i < count; i++) {
                byHand(faces, text(i));
            }
            double hand = seconds(start);
            start = System.nanoTime();
            byte[] batch = prints.draw(papers.drafts(EVERYTHING, 0, texts(count)), PrintLayout.A4);
            double together = seconds(start);
            return List.of(
                    BenchResult.of(
                            "papers",
                            count / single,
                            count / hand,
                            "a second",
                            "ratio >= 0.33",
                            String.format(
                                    Locale.ROOT,
                                    "%d letters one by one on one thread, %.1f kB on average, at most %.1f kB (aim <= 50)",
                                    count,
                                    bytes / 1000.0 / count,
                                    greatest / 1000.0)),
                    BenchResult.of(
                            "papers-batch",
                            count / together,
                            count / hand,
                            "a second",
                            "ratio >= 0.5",
                            String.format(
                                    Locale.ROOT,
                                    "%d letters in one file of %.1f MB, %.1f kB a page (aim <= 10), %.1f s",
                                    count,
                                    batch.length / MEGA,
                                    batch.length / 1000.0 / count,
                                    together)));
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static List<IntroductionText> texts(int count) {
        List<IntroductionText> out = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            out.add(text(i));
        }
        return out;
    }

    private static IntroductionText text(int i) {
        LocalDate day = LocalDate.of(2026, 11, 23);
        return new IntroductionText(
                new PaperText.Issuer(
                        "Đảng bộ phường Nguyệt Hồ",
                        "Đảng ủy Trường Đại học Sông Ngàn",
                        PaperText.Organ.COMMITTEE,
                        "Sông Ngàn"),
                "%02d-GGT/ĐU".formatted(i + 1),
                day,
                new PaperText.Addressee(
                        "Đảng ủy phường Hoa Ban",
                        "tỉnh Sông Ngàn",
                        "Chi bộ Tổ dân phố " + (1 + i % 12)),
                "Quy định số 213-QĐ/TW, ngày 02 tháng 01 năm 2020 của Bộ Chính trị về trách nhiệm của đảng viên đang công tác thường xuyên giữ mối liên hệ với tổ chức đảng và Nhân dân nơi cư trú",
                new PaperText.Person(
                        NAMES.get(i % NAMES.size()).full(),
                        i % 2 == 0 ? "Nam" : "Nữ",
                        PartialDate.day(LocalDate.of(1960 + i % 40, 1 + i % 12, 1 + i % 28)),
                        LocalDate.of(2005, 5, 19),
                        LocalDate.of(2006, 5, 19),
                        "Chi bộ Khoa Kỹ thuật số "
                                + (1 + i % 19)
                                + ", Đảng bộ Trường Đại học Sông Ngàn",
                        "số " + (1 + i % 90) + " đường Bờ Kè, phường Hoa Ban, tỉnh Sông Ngàn"),
                false,
                new IntroductionText.Sentences(
                        "Thuộc đối tượng giới thiệu nhưng được miễn sinh hoạt nơi cư trú",
                        "Đề nghị các đồng chí tiếp nhận và tạo điều kiện cho đảng viên {họ tên} hoàn thành nhiệm vụ."),
                new PaperText.Signature("Phó Bí thư", "Lê Thị Mỹ Phượng"));
    }

    /**
     * The words of the letter from top to bottom, as somebody would write them who knows PDFBox.
     */
    private static int byHand(List<TrueTypeFont> faces, IntroductionText text) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String paragraph :
                List.of(
                        "ĐẢNG CỘNG SẢN VIỆT NAM",
                        text.issuer().superior(),
                        text.issuer().name(),
                        "Số " + text.number(),
                        text.issuer().place(),
                        "GIẤY GIỚI THIỆU",
                        "Kính gửi: " + text.to().committee(),
                        text.citation(),
                        "Giới thiệu đồng chí: " + text.person().name(),
                        "Đang sinh hoạt đảng tại: " + text.person().workCell(),
                        "Hiện cư trú tại: " + text.person().address(),
                        text.sentences().request(),
                        "T/M ĐẢNG ỦY",
                        "PHÓ BÍ THƯ",
                        "PHIẾU BÁO TIẾP NHẬN (phần gửi lại nơi giới thiệu)",
                        "Ngày tiếp nhận: ........................................",
                        "Sinh hoạt tại: .........................................")) {
            String rest = paragraph;
            while (rest.length() > LINE) {
                int cut = rest.lastIndexOf(' ', LINE);
                lines.add(rest.substring(0, cut));
                rest = rest.substring(cut + 1);
            }
            lines.add(rest);
        }
        try (PDDocument document = new PDDocument()) {
            PDType0Font[] fonts = {
                PDType0Font.load(document, faces.getFirst(), true),
                PDType0Font.load(document, faces.getLast(), true)
            };
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setLeading(18);
                content.newLineAtOffset(85, 780);
                for (int i = 0; i < lines.size(); i++) {
                    content.setFont(fonts[i % 3 == 0 ? 1 : 0], 14);
                    content.showText(lines.get(i));
                    content.newLine();
                }
                content.endText();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.size();
        }
    }

    private static TrueTypeFont face(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(
                        PapersBench.class.getResourceAsStream("/fonts/Tinos-" + name + ".ttf"))) {
            TrueTypeFont face =
                    new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
            face.setEnableGsub(false);
            return face;
        }
    }
}
