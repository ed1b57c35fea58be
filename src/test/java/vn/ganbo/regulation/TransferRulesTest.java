package vn.ganbo.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ganbo.kernel.Refusal;

class TransferRulesTest {
    private static final Map<String, String> FILES = RegulationFiles.transfer("");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static String changed(String from, String to) {
        String text = java.util.Objects.requireNonNull(FILES.get("294-qd-tw.yaml"));
        assertThat(text).contains(from);
        return text.replace(from, to);
    }

    @Test
    void the_limits_are_those_of_the_regulation() {
        TransferBook book = TransferRules.read(FILES).on(DAY);

        assertThat(book.startDays()).isEqualTo(60);
        assertThat(book.handInDays()).isEqualTo(30);
        assertThat(book.checkMonths()).isEqualTo(3);
        assertThat(book.dossier())
                .extracting(TransferBook.Item::key)
                .containsExactly("review", "card", "decision");
        assertThat(book.reference()).isEqualTo("294-qd-tw/1");
    }

    @Test
    void a_temporary_stay_is_three_months_to_under_a_year_and_study_up_to_two() {
        TransferBook book = TransferRules.read(FILES).on(DAY);

        assertThat(book.temporary().fits(DAY, DAY.plusMonths(3).minusDays(1))).isTrue();
        assertThat(book.temporary().fits(DAY, DAY.plusMonths(3).minusDays(2))).isFalse();
        assertThat(book.temporary().fits(DAY, DAY.plusMonths(12).minusDays(2))).isTrue();
        assertThat(book.temporary().fits(DAY, DAY.plusMonths(12).minusDays(1))).isFalse();
        assertThat(book.study().fits(DAY, DAY.plusMonths(24).minusDays(1))).isTrue();
        assertThat(book.study().fits(DAY, DAY.plusMonths(24))).isFalse();
    }

    @Test
    void before_the_first_rules_on_file_nothing_is_made_up() {
        TransferRules rules = TransferRules.read(FILES);

        assertThatThrownBy(() -> rules.on(LocalDate.of(2025, 5, 25))).isInstanceOf(Refusal.class);
    }

    @Test
    void a_wrong_file_stops_the_program_and_names_the_place() {
        Map<String, String> twice = new HashMap<>(FILES);
        twice.put("copy.yaml", changed("start_working_days: 60", "start_working_days: 61"));

        assertThatThrownBy(() -> TransferRules.read(twice))
                .isInstanceOf(RulebookFaults.class)
                .hasMessageContaining("stands in another file too");
        assertThatThrownBy(() ->
                        TransferRules.read(
                                Map.of("x.yaml", changed("below_months: 12", "below_months: 3"))))
                .hasMessageContaining("is not above least_months");
        assertThatThrownBy(() ->
                        TransferRules.read(Map.of("x.yaml", changed("[60, 30, 7]", "[60, 7, 30]"))))
                .hasMessageContaining("expected days above 0, the longest first");
    }
}
