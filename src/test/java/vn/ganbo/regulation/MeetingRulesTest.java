package vn.ganbo.regulation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeetingRulesTest {
    private static final Map<String, String> FILES = RegulationFiles.meeting("");

    @Test
    void taking_part_from_afar_is_allowed_by_a_committee_and_counting_it_is_our_own_choice() {
        MeetingRules rules = MeetingRules.read(FILES);
        MeetingBook book = rules.on(LocalDate.of(2026, 3, 1)).orElseThrow();

        assertThat(book.permission()).isTrue();
        assertThat(book.counts()).isTrue();
        assertThat(book.countsBasis().verification()).isEqualTo(Verification.OWN);
        assertThat(rules.on(LocalDate.of(2022, 12, 26))).isEmpty();
    }

    @Test
    void an_installation_that_does_not_count_it_says_so_and_a_wrong_file_stops_the_program() {
        String text = requireNonNull(FILES.get("03-hd-tw.yaml"));

        assertThat(
                        MeetingRules.read(
                                        Map.of(
                                                "x.yaml",
                                                text.replace("counts: true", "counts: false")))
                                .on(LocalDate.of(2026, 3, 1)))
                .get()
                .extracting(MeetingBook::counts)
                .isEqualTo(false);
        assertThatThrownBy(() ->
                        MeetingRules.read(
                                Map.of("x.yaml", text.replace("counts: true", "count: true"))))
                .hasMessageContaining("count");
    }
}
