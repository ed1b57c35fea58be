package vn.ganbo.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;

/** An office sets how its papers look. */
@ProductTest
class StyleTest {
    @Autowired Papers papers;
    @Autowired Numbers numbers;
    @Autowired Styles styles;
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    private World world;

    @BeforeEach
    void another() {
        world = new World();
    }

    @ParameterizedTest
    @CsvSource({
        "ủy ban hòa giải khỏe,uỷ ban hoà giải khoẻ",
        "Ủy ban kiểm tra Đảng ủy,Uỷ ban kiểm tra Đảng uỷ",
        "ĐẢNG ỦY,ĐẢNG UỶ",
        "ĐẢNG ỦY XÃ THỦY DƯƠNG,ĐẢNG UỶ XÃ THỦY DƯƠNG",
        "Đảng ủy phường Hòa Bình,Đảng uỷ phường Hòa Bình",
        "chi ủy xóa tên,chi uỷ xoá tên",
        "quý báu quả quỹ,quý báu quả quỹ",
        "toán hoàn thuyền,toán hoàn thuyền",
        "đồng chí Nguyễn Thúy,đồng chí Nguyễn Thúy",
        "ngoài tòa,ngoài toà"
    })
    void tones_stand_where_the_office_wants_them(String first, String second) {
        assertThat(ToneMarks.SECOND.write(first)).isEqualTo(second);
        assertThat(ToneMarks.FIRST.write(second)).isEqualTo(first);
        assertThat(ToneMarks.AS_WRITTEN.write(first)).isEqualTo(first);
    }

    @Test
    void a_name_without_its_capitals_stays_as_it_is_too_and_so_does_each_name_on_a_paper() {
        assertThat(
                        ToneMarks.SECOND.write(
                                "đồng chí vì thị thúy, Đảng ủy, ở đường hòa bình",
                                List.of("vì thị thúy", "đường hòa bình")))
                .isEqualTo("đồng chí vì thị thúy, Đảng uỷ, ở đường hòa bình");

        Style second = new Style(true, ToneMarks.SECOND, null, Style.Measures.RULE);
        for (PaperText text : Examples.all().values()) {
            String before = Press.html(new Press.Sheet(text, null), "roomy");
            String after = Press.html(new Press.Sheet(text, null, second), "roomy");
            List<String> changed = changed(before, after);

            assertThat(changed).isNotEmpty();
            assertThat(changed)
                    .allMatch(word ->
                            word.equals(word.toLowerCase(java.util.Locale.ROOT))
                                    || word.equalsIgnoreCase("uỷ"));
        }
    }

    /** The syllables of the second text that are not those of the first. */
    private static List<String> changed(String before, String after) {
        String[] one = before.split("[^\\p{L}]+");
        String[] other = after.split("[^\\p{L}]+");
        assertThat(other).hasSameSizeAs(one);
        return java.util.stream.IntStream.range(0, one.length)
                .filter(i -> !one[i].equals(other[i]))
                .mapToObj(i -> other[i])
                .toList();
    }

    @Test
    void what_an_office_sets_is_on_its_papers_and_those_below_and_a_wrong_measure_is_not_taken()
            throws Exception {
        Holders.Holder holder =
                new Holders(context).holder("Lèng Thị Cỡ", Role.RESIDENCE_OFFICE, world.ward);
        Visitor visitor = new Visitor(port);
        visitor.signIn(holder.userName(), Holders.PASSWORD);
        visitor.get("/paper-style");
        String[] good = {
            "version", "0", "tone", "SECOND", "place", "TP. Sông Thử", "top", "22", "bottom", "18",
            "left", "28", "right", "16", "party", "15", "superior", "13", "issuer", "13",
            "number", "13", "title", "15", "body", "12,5", "leading", "17", "indent", "12",
            "before", "4", "signature", "13", "recipients", "11"
        };
        String[] wrong = good.clone();
        wrong[7] = "50";
        Visitor.Page refused = visitor.post("/paper-style", wrong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Lề trên: ghi một số từ 15 đến 25 mm", "TP. Sông Thử");
        String[] unknown = good.clone();
        unknown[3] = "THIRD";
        Visitor.Page asked = visitor.post("/paper-style", unknown);
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.text()).contains("Không đọc được giá trị “THIRD”", "TP. Sông Thử");
        assertThat(visitor.post("/paper-style", good).status()).isEqualTo(200);
        assertThat(visitor.post("/paper-style", good).text()).contains("Lèng Thị Cỡ");

        Viewer cell = world.cellSecretary();
        byte[] pdf =
                cell.call(() -> {
                    WrittenText t = Examples.written(PaperKind.ANNOUNCEMENT, "02-TB/CB");
                    java.util.UUID id =
                            papers.keep(
                                    cell,
                                    new NewPaper(t, world.cell1, null, null, null, "213-QD-TW@1"));
                    return papers.read(cell.scope(), id).bytes();
                });
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<Float> lefts = new ArrayList<>();
            List<Float> sizes = new ArrayList<>();
            String text =
                    new PDFTextStripper() {
                        @Override
                        protected void writeString(String words, List<TextPosition> letters)
                                throws java.io.IOException {
                            lefts.add(letters.getFirst().getXDirAdj());
                            if (words.startsWith("Nội dung:")) {
                                sizes.add(letters.getFirst().getFontSizeInPt());
                            }
                            super.writeString(words, letters);
                        }
                    }.getText(document);
            assertThat(text)
                    .contains("TP. Sông Thử, ngày 20", "Đảng uỷ")
                    .doesNotContain("Mã tra cứu");
            assertThat(lefts.stream().min(Float::compare).orElseThrow())
                    .isBetween(28 * 72 / 25.4f - 1, 28 * 72 / 25.4f + 1);
            // PDFBox gives the size in whole points
            assertThat(sizes).first().isEqualTo(12f);
        }
    }
}
