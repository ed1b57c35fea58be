package vn.ganbo.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ganbo.kernel.Refusal;

class ScreeningRulesTest {
    private static final Map<String, String> FILES = RegulationFiles.screening("");

    private static String changed(String from, String to) {
        String text = java.util.Objects.requireNonNull(FILES.get("24-qd-tw.yaml"));
        assertThat(text).contains(from);
        return text.replace(from, to);
    }

    @Test
    void three_months_of_a_year_open_a_case_and_help_lasts_a_year_at_most() {
        ScreeningBook book = ScreeningRules.read(FILES).on(LocalDate.of(2026, 3, 1));

        assertThat(book.openMonths()).isEqualTo(3);
        assertThat(book.helpMonths()).isEqualTo(12);
        assertThat(book.rule(ScreeningGround.NO_PROGRESS).afterHelp()).isTrue();
        assertThat(book.rule(ScreeningGround.LAPSES).afterHelp()).isFalse();
    }

    @Test
    void a_wrong_file_stops_the_program_and_no_rule_is_made_up() {
        ScreeningRules rules = ScreeningRules.read(FILES);

        assertThatThrownBy(() -> rules.on(LocalDate.of(2021, 7, 29))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() ->
                        ScreeningRules.read(
                                Map.of("x.yaml", changed("talk_months: 2", "talk_months: 4"))))
                .hasMessageContaining("the steps do not go up");
        assertThatThrownBy(() ->
                        ScreeningRules.read(
                                Map.of("x.yaml", changed("ground: CARD", "ground: LAPSES"))))
                .hasMessageContaining("expected one of each");
    }
}
