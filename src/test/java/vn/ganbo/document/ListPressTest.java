package vn.ganbo.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ganbo.spreadsheet.Export;

/** A list on paper: its columns fill the page. */
class ListPressTest {
    private static List<Export.Column> columns(int columns) {
        List<Export.Column> all = new ArrayList<>(List.of(Export.Column.of("STT", 6)));
        for (int n = 1; n < columns; n++) {
            all.add(Export.Column.of("Cột " + n, 28));
        }
        return all;
    }

    private static List<Double> shares(int columns) {
        return ListPress.heads(columns(columns)).stream()
                .map(head -> Double.valueOf(head.width().replace("%", "")))
                .toList();
    }

    @Test
    void a_narrow_list_stands_upright_and_a_wide_one_lies() {
        assertThat(ListPress.layout(columns(3))).isEqualTo(ListPress.Layout.UPRIGHT);
        assertThat(ListPress.layout(columns(9))).isEqualTo(ListPress.Layout.WIDE);
        assertThat(ListPress.layout(columns(18))).isEqualTo(ListPress.Layout.WIDE_DENSE);
    }

    @Test
    void the_running_number_is_never_broken_however_many_columns_there_are() {
        assertThat(shares(18).getFirst()).isGreaterThanOrEqualTo(3.6);
        assertThat(shares(3).getFirst()).as("a wide list").isGreaterThan(9);
        for (int columns : List.of(2, 3, 9, 18)) {
            assertThat(shares(columns).stream().mapToDouble(one -> one).sum())
                    .isCloseTo(100, within(0.2));
        }
    }
}
