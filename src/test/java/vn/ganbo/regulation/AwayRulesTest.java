package vn.ganbo.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ganbo.kernel.Refusal;

/** The rules of exemption from Party life as data. */
class AwayRulesTest {
    private static final Map<String, String> FILES = RegulationFiles.away("");
    private static final AwayRules RULES = AwayRules.read(FILES);
    private static final AwayBook BOOK = RULES.on(LocalDate.of(2026, 11, 27));

    @Test
    void age_is_for_the_cell_without_a_time_and_mobile_work_for_the_committee_for_a_year_at_most() {
        AwayBook.Ground age = BOOK.ground("age").orElseThrow();
        AwayBook.Ground mobile = BOOK.ground("mobile-work").orElseThrow();
        LocalDate first = LocalDate.of(2026, 3, 1);

        assertThat(age.decidedBy()).isEqualTo(LeaveDecider.CELL);
        assertThat(age.latest(first)).isNull();
        assertThat(age.away()).isFalse();
        assertThat(mobile.decidedBy()).isEqualTo(LeaveDecider.COMMITTEE);
        assertThat(mobile.latest(first)).isEqualTo("2027-02-28");
        assertThat(mobile.away()).isTrue();
        assertThat(BOOK.grounds()).hasSize(7);
    }

    @Test
    void a_time_limit_that_was_not_confirmed_says_so() {
        assertThat(BOOK.grounds())
                .filteredOn(ground -> ground.longestMonths() != null)
                .allSatisfy(ground ->
                        assertThat(ground.basis().verification())
                                .isEqualTo(Verification.UNVERIFIED));
        assertThat(BOOK.reminders()).containsExactly(60, 30, 7);
        assertThat(BOOK.silence()).containsExactly(1, 2, 3);
    }

    @Test
    void a_misspelt_key_or_an_unordered_ladder_stops_the_start() {
        String text = FILES.values().iterator().next();
        assertThatThrownBy(() ->
                        AwayRules.read(
                                Map.of(
                                        "x.yaml",
                                        text.replace("longest_months", "longest_month")
                                                .replace("[1, 2, 3]", "[1, 3, 2]"))))
                .isInstanceOf(RulebookFaults.class)
                .hasMessageContaining("longest_month: unknown key")
                .hasMessageContaining("three numbers of months");
    }

    @Test
    void a_day_before_the_first_rules_is_refused() {
        LocalDate before = LocalDate.of(2022, 1, 17);
        assertThatThrownBy(() -> RULES.on(before)).isInstanceOf(Refusal.class);
        assertThat(RULES.under(BOOK.reference())).isEqualTo(BOOK);
    }
}
