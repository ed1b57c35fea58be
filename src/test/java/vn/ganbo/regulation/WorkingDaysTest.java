package vn.ganbo.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calendar of working days. */
class WorkingDaysTest {
    private static final WorkingDays CALENDAR =
            new WorkingDays(Holidays.read(RegulationFiles.holidays("")));

    @ParameterizedTest
    @CsvSource({
        // sent on 06/10/2026, to be acknowledged within fifteen working days
        "2026-10-06, 15, 2026-10-27",
        // over the nine days of Tết 2026
        "2026-02-13, 1, 2026-02-23",
        // over National Day 2026; the Saturday before is worked instead of the Monday
        "2026-08-21, 1, 2026-08-22",
        "2026-08-28, 1, 2026-09-03",
        // 27/4 in lieu of Hùng Kings on a Sunday; 28 and 29 worked; 30/4 and 1/5 off
        "2026-04-24, 3, 2026-05-04",
        "2026-11-23, 0, 2026-11-23",
        "2026-10-27, -15, 2026-10-06",
    })
    void working_days_are_counted_from_the_day_after(LocalDate from, int days, LocalDate expected) {
        assertThat(CALENDAR.plus(from, days)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-23, false",
        "2020-01-29, false",
        "2020-01-30, true",
        "2020-09-03, true",
        "2021-02-16, false",
        "2021-05-03, false",
        "2021-09-03, false",
        "2022-01-03, false",
        "2022-02-04, false",
        "2022-04-11, false",
        "2022-05-03, false",
        "2023-01-26, false",
        "2023-05-03, false",
        "2023-05-04, true",
        "2023-09-04, false",
        "2024-02-14, false",
        "2024-04-29, false",
        "2024-05-04, true",
        "2024-09-03, false",
        "2025-01-27, false",
        "2025-02-03, true",
        "2025-04-26, true",
        "2025-05-02, false",
        "2026-01-02, false",
        "2026-01-10, true",
        "2026-08-22, true",
        "2026-08-31, false",
        "2027-02-08, false",
        "2027-05-03, false",
        "2028-01-28, false",
        "2028-01-31, true",
        "2029-09-04, false",
        "2030-02-01, false",
        "2030-02-06, false",
        "2030-02-07, true",
        "2031-01-27, false",
    })
    void holidays_days_in_lieu_and_swapped_days_are_known(LocalDate day, boolean working) {
        assertThat(CALENDAR.isWorkingDay(day)).isEqualTo(working);
    }

    @Test
    void culture_day_is_a_working_day_until_the_law_says_otherwise() {
        LocalDate day = LocalDate.of(2026, 11, 24);

        assertThat(CALENDAR.isWorkingDay(day)).isTrue();
        assertThat(CALENDAR.holidays().inYear(2026).orElseThrow().pending())
                .extracting(Holidays.Day::date)
                .contains(day);
    }

    @Test
    void between_counts_what_plus_added() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (int i = 0; i < 500; i++) {
            LocalDate from = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2800));
            int days = random.nextInt(60);

            assertThat(CALENDAR.between(from, CALENDAR.plus(from, days))).isEqualTo(days);
            assertThat(CALENDAR.between(CALENDAR.plus(from, days), from)).isEqualTo(-days);
        }
    }

    @Test
    void every_year_from_2020_to_2031_is_on_file() {
        for (int year = 2020; year <= 2031; year++) {
            assertThat(CALENDAR.knows(year)).as("%s", year).isTrue();
        }
        assertThat(CALENDAR.knows(2019)).isFalse();
    }

    @Test
    void tet_follows_the_moon_over_viet_nam_a_day_before_its_neighbours_in_2030() {
        assertThat(CALENDAR.holidays().inYear(2030).orElseThrow().off())
                .filteredOn(day -> day.name().contains("mùng 1"))
                .extracting(Holidays.Day::date)
                .containsExactly(LocalDate.of(2030, 2, 2));
    }

    @Test
    void a_faulty_calendar_names_file_line_and_key() {
        String faulty =
                """
                year: 2026
                off:
                  - { date: 2026-01-01, name: Tết, mark: V, source: luật }
                  - { date: 2026-01-01, name: Tết, mark: V, source: luật }
                  - { date: 2025-12-31, name: Tết, mark: V, source: luật }
                worked:
                  - { date: 2026-01-05, name: Làm bù, mark: V, source: luật }
                """;

        assertThatThrownBy(() -> Holidays.read(Map.of("2026.yaml", faulty)))
                .hasMessageContaining("2026.yaml:4 off[2].date: stands there twice")
                .hasMessageContaining("2026.yaml:5 off[3].date: is not in 2026")
                .hasMessageContaining("worked: 2026-01-05 is no Saturday and no Sunday");
    }
}
