package vn.ganbo.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void search_knows_no_diacritics_no_case_and_no_tone_placement() {
        assertThat(Texts.folded("  Đặng  THỊ\u00a0Thuỷ ")).isEqualTo("dang thi thuy");
        assertThat(Texts.folded(Normalizer.normalize("Hòa ủy", Normalizer.Form.NFD)))
                .isEqualTo("hoa uy");
        assertThat(Texts.initials("Nguyễn Văn Ánh")).isEqualTo("nva");
    }

    @Test
    void people_stand_in_vietnamese_order_of_their_given_names() {
        List<String> names =
                List.of(
                        "Lò Văn An",
                        "Vi Thị An",
                        "Lò Văn Ẩn",
                        "Hà Thị Bình",
                        "Hà Thị Dung",
                        "Mã A Đạt");

        assertThat(names.stream().sorted((a, b) -> Texts.sortKey(a).compareTo(Texts.sortKey(b))))
                .containsExactlyElementsOf(names);
    }

    @Test
    void clean_text_is_nfc_with_single_blanks() {
        assertThat(Texts.clean("  a\t\u0301  b\u200b ")).isEqualTo("a \u0301 b");
        assertThat(Texts.clean(Normalizer.normalize("Ủy ban", Normalizer.Form.NFD)))
                .isEqualTo("Ủy ban");
        assertThat(Texts.clean("a\u0001b ")).isEqualTo("ab");
    }

    /**
     * The quick way by table gives what the long way gives, letter by letter and in any mixture.
     */
    @Test
    void looking_letters_up_changes_no_key() {
        Random random = new Random(33);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                int from = random.nextInt(4);
                text.append(
                        (char)
                                (from == 0
                                        ? random.nextInt(0x20, 0x7F)
                                        : from == 1
                                                ? random.nextInt(0x1EA0, 0x1EFA)
                                                : from == 2
                                                        ? random.nextInt(0x80, 0x370)
                                                        : random.nextInt(1, 0x2100)));
            }
            String any = text.toString();
            assertThat(Texts.folded(any)).isEqualTo(foldedAtLength(any));
            assertThat(Texts.clean(any)).isEqualTo(cleanAtLength(any));
        }
    }

    private static String foldedAtLength(String text) {
        String bare = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return bare.replace('đ', 'd')
                .replace('Đ', 'D')
                .replaceAll("[\\s\\u00a0\\u200b\\ufeff]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static String cleanAtLength(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\s\\u00a0\\u200b\\ufeff]+", " ")
                .replaceAll("\\p{Cntrl}", "")
                .strip();
    }
}
