package vn.ganbo.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of a paper: no column so narrow that its heading breaks. */
class WrittenTextTest {
    private static WrittenText with(List<List<String>> rows) {
        WrittenText of = Examples.written(PaperKind.DECISION, "01-QĐ/CB");
        return new WrittenText(
                of.kind(),
                of.issuer(),
                of.number(),
                of.date(),
                of.about(),
                of.to(),
                of.opening(),
                of.paragraphs(),
                of.person(),
                of.recipients(),
                of.signature(),
                of.recorder(),
                rows);
    }

    @Test
    void the_running_number_has_room_beside_six_long_columns() {
        String words = "Chịu trách nhiệm trước chi bộ; khó thì báo chi ủy viên phụ trách";
        List<Integer> widths =
                with(List.of(
                                List.of(
                                        "TT",
                                        "Người",
                                        "Việc",
                                        "Thời gian",
                                        "Trách",
                                        "Sản",
                                        "Quyền"),
                                List.of("1", words, words, words, words, words, words)))
                        .widths();

        assertThat(widths.getFirst()).isGreaterThanOrEqualTo(6);
        assertThat(widths.stream().mapToInt(one -> one).sum()).isBetween(97, 103);
        assertThat(with(List.of()).widths()).isEmpty();
    }
}
