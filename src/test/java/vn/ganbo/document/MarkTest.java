package vn.ganbo.document;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ganbo.installation.Installation;
import vn.ganbo.installation.InstallationKeys;
import vn.ganbo.installation.PublicKey;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Show;

/** What a paper says of itself to a phone. */
class MarkTest {
    private static final Press PRESS =
            new Press(Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), Show.ZONE));
    private static final String CODE = ShortCode.of(4_821_093_751L);

    @TempDir Path folder;

    private Seals seals(String address) {
        return new Seals(InstallationKeys.installation(folder, address));
    }

    private byte[] printed(PaperText text, String address) {
        Seals seals = seals(address);
        String mark = seals.mark(text, CODE, "SN.01.02");
        return PRESS.print(Ids.next(), new Press.Sheet(text, seals.printed(mark, CODE)), null);
    }

    private static byte[] picture(byte[] pdf, int resolution) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, resolution), "png", out);
            return out.toByteArray();
        }
    }

    @ParameterizedTest
    @CsvSource({"150, ''", "200, ''", "200, https://ganbo.songngan.example", "300, ''"})
    void a_scan_of_the_whole_sheet_is_read(int resolution, String address) throws Exception {
        byte[] pdf = printed(Examples.introduction(), address);
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers/marked-introduction.pdf"), pdf);

        Mark mark = MarkScanner.onPicture(picture(pdf, resolution)).orElseThrow();

        assertThat(mark.shownNumber()).isEqualTo(Examples.introduction().number());
        assertThat(mark.date()).isEqualTo(Examples.introduction().date());
        assertThat(mark.code()).isEqualTo(CODE);
        assertThat(mark.kind()).isEqualTo(PaperKind.INTRODUCTION);
        assertThat(mark.sealedBy(seals("").key())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void a_photograph_is_read_whichever_way_the_telephone_was_held(int quarters) throws Exception {
        BufferedImage upright =
                ImageIO.read(
                        new ByteArrayInputStream(
                                picture(printed(Examples.introduction(), ""), 200)));
        boolean lying = quarters % 2 == 1;
        BufferedImage turned =
                new BufferedImage(
                        lying ? upright.getHeight() : upright.getWidth(),
                        lying ? upright.getWidth() : upright.getHeight(),
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = turned.createGraphics();
        graphics.translate(turned.getWidth() / 2, turned.getHeight() / 2);
        graphics.rotate(quarters * Math.PI / 2);
        graphics.drawImage(upright, -upright.getWidth() / 2, -upright.getHeight() / 2, null);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(turned, "jpg", out);

        assertThat(MarkScanner.onPicture(out.toByteArray()).orElseThrow().code()).isEqualTo(CODE);
    }

    @Test
    void every_kind_of_paper_has_room_for_its_mark_on_its_one_page() throws Exception {
        for (String name : Examples.all().keySet()) {
            byte[] pdf = printed(requireNonNull(Examples.all().get(name)), "");
            Files.write(
                    Files.createDirectories(Path.of("target/papers"))
                            .resolve("marked-" + name + ".pdf"),
                    pdf);
            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(document.getNumberOfPages()).as(name).isEqualTo(1);
                assertThat(MarkScanner.onFirstPage(document)).as(name).isPresent();
            }
        }
    }

    @Test
    void a_mark_in_which_anything_was_changed_is_not_sealed() {
        Seals seals = seals("");
        PublicKey key = seals.key();
        String good = requireNonNull(seals.mark(Examples.introduction(), CODE, "SN.01.02"));
        assertThat(Mark.read(good).orElseThrow().sealedBy(key)).isTrue();

        for (UnaryOperator<String> change :
                Set.<UnaryOperator<String>>of(
                        m -> m.replace(":20261120:", ":20261121:"),
                        m -> m.replace("09-GGT", "08-GGT"),
                        m -> m.replace(":I:", ":A:"),
                        m -> m.replace("SN-01-02", "SN-01-03"),
                        m -> m.substring(0, m.length() - 1) + (m.endsWith("A") ? "E" : "A"))) {
            String changed = change.apply(good);
            assertThat(changed).isNotEqualTo(good);
            assertThat(Mark.read(changed).filter(m -> m.sealedBy(key))).as(changed).isEmpty();
        }
    }

    @Test
    void a_mark_names_nobody() {
        String mark = requireNonNull(seals("").mark(Examples.introduction(), CODE, "SN.01.02"));

        assertThat(mark).matches("[A-Z0-9:+-]+").hasSizeLessThan(180);
        assertThat(mark).doesNotContain(Mark.folded(Examples.PERSON.name()));
    }

    @Test
    void a_slip_of_the_pen_in_a_short_code_is_noticed() {
        Random random = new Random(76);
        for (int i = 0; i < 2000; i++) {
            String code = ShortCode.of(random.nextLong(ShortCode.COUNT));
            assertThat(ShortCode.read(ShortCode.written(code))).contains(code);
            int place = random.nextInt(12);
            char[] wrong = code.toCharArray();
            wrong[place] = (char) ('0' + (wrong[place] - '0' + 1 + random.nextInt(9)) % 10);
            assertThat(ShortCode.read(new String(wrong))).isEmpty();
            if (place < 11 && code.charAt(place) != code.charAt(place + 1)) {
                char[] swapped = code.toCharArray();
                swapped[place] = code.charAt(place + 1);
                swapped[place + 1] = code.charAt(place);
                assertThat(ShortCode.read(new String(swapped))).isEmpty();
            }
        }
        assertThat(ShortCode.read("")).isEmpty();
        assertThat(ShortCode.read("12345678901")).isEmpty();
        assertThatThrownBy(() -> ShortCode.of(ShortCode.COUNT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_code_comes_twice_and_none_follows_from_another() {
        Installation installation = InstallationKeys.installation(folder, "");
        Set<Long> seen = new HashSet<>();
        long near = 0;
        long before = Codes.scrambled(installation, 0);
        seen.add(before);
        for (long n = 1; n < 20_000; n++) {
            long code = Codes.scrambled(installation, n);
            assertThat(code).isBetween(0L, ShortCode.COUNT - 1);
            assertThat(seen.add(code)).isTrue();
            near += Math.abs(code - before) < 1_000_000 ? 1 : 0;
            before = code;
        }
        assertThat(near).as("neighbours that stay neighbours").isLessThan(40);
    }

    @Test
    void a_key_is_read_as_it_was_written_and_a_slip_in_it_is_noticed() {
        PublicKey key = seals("").key();
        assertThat(PublicKey.read(key.written()).map(PublicKey::id)).contains(key.id());
        assertThat(PublicKey.read(key.written().toLowerCase(java.util.Locale.ROOT))).isPresent();
        String wrong =
                key.written().startsWith("A")
                        ? "B" + key.written().substring(1)
                        : "A" + key.written().substring(1);
        assertThat(PublicKey.read(wrong)).isEmpty();
        assertThat(PublicKey.read("gì đó")).isEmpty();
        assertThat(key.sealed("a".getBytes(US_ASCII), new byte[64])).isFalse();
    }
}
