package vn.ganbo.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import vn.ganbo.kernel.Refusal;

/** The regulations of the program, and what happens to faulty files. */
class RulebooksTest {
    private static final Rulebooks RULEBOOKS = Rulebooks.read(RegulationFiles.regulations(""));

    private static final String A =
            """
            id: a
            version: 1
            code: 1-QĐ/TW
            title: Quy định thứ nhất
            citation: Quy định số 1
            issuer: Bộ Chính trị
            effective: { from: 2000-01-01, until: 2009-12-31, mark: V, source: ví dụ }
            """;

    private static final String B =
            A.replace("id: a", "id: b").replace("2000-01-01, until: 2009-12-31", "2010-01-01");

    @Test
    void a_day_is_ruled_by_the_regulation_of_that_day() {
        assertThat(RULEBOOKS.on(LocalDate.of(2020, 1, 1)).id()).isEqualTo("076-qd-tw");
        assertThat(RULEBOOKS.on(LocalDate.of(2020, 1, 2)).id()).isEqualTo("213-qd-tw");
        assertThat(RULEBOOKS.on(LocalDate.of(2026, 11, 23)).reference()).isEqualTo("213-qd-tw/1");
    }

    @Test
    void a_day_before_the_first_regulation_is_refused_with_the_day() {
        assertThat(RULEBOOKS.find(LocalDate.of(2000, 6, 14))).isEmpty();
        assertThatThrownBy(() -> RULEBOOKS.on(LocalDate.of(1999, 12, 31)))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.words()).containsExactly("31/12/1999"));
    }

    @Test
    void what_the_older_regulation_does_not_say_is_absent_and_asked_for_it_refuses() {
        Rulebook old = RULEBOOKS.byId("076-qd-tw").orElseThrow();

        assertThat(old.duties()).isEmpty();
        assertThat(old.norms().articles()).isEmpty();
        assertThat(old.criteria(SlipForm.NORMAL)).isEmpty();
        assertThat(old.windows(2019)).isEmpty();
        assertThat(old.days(Clocks.ABSENCE_ANSWER)).isEmpty();
        assertThatThrownBy(() -> old.requireDays(Clocks.ABSENCE_ANSWER))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void every_text_that_is_not_verified_says_so_itself() {
        Rulebook now = RULEBOOKS.byId("213-qd-tw").orElseThrow();

        assertThat(now.duties())
                .filteredOn(d -> d.basis().verification() == Verification.UNVERIFIED)
                .extracting(Duty::number)
                .containsExactly(5, 6, 7);
        assertThat(now.duties())
                .filteredOn(d -> d.basis().verification() == Verification.UNVERIFIED)
                .allSatisfy(d -> assertThat(d.text()).contains("chưa đối chiếu với văn bản gốc"));
        assertThat(now.article("2.3").orElseThrow().cited()).isEqualTo("khoản 3 Điều 2");
        assertThat(now.cite("4.4")).isEqualTo("khoản 4 Điều 4 Quy định 213-QĐ/TW");
    }

    @Test
    void an_answer_that_is_not_on_the_form_is_named() {
        Rulebook now = RULEBOOKS.byId("213-qd-tw").orElseThrow();
        Map<String, String> answers =
                new TreeMap<>(Map.of("example", "good", "civic", "perfect", "humour", "good"));

        assertThat(now.unknownAnswers(SlipForm.NORMAL, answers))
                .containsExactlyInAnyOrderEntriesOf(Map.of("civic", "perfect", "humour", "good"));
        assertThat(now.unknownAnswers(SlipForm.EXEMPT, Map.of("meetings", "full")))
                .containsKey("meetings");
    }

    @Test
    void a_corrected_version_answers_dates_and_the_old_one_its_own_records() {
        Rulebooks both =
                Rulebooks.read(
                        Map.of("a1.yaml", A, "a2.yaml", A.replace("version: 1", "version: 2")));

        assertThat(both.on(LocalDate.of(2005, 1, 1)).version()).isEqualTo(2);
        assertThat(both.byReference("a/1").orElseThrow().version()).isEqualTo(1);
        assertThat(both.all()).hasSize(1);
    }

    @Test
    void two_regulations_on_one_day_stop_the_start() {
        refused(Map.of("a.yaml", A, "b.yaml", B.replace("2010-01-01", "2009-12-31")))
                .hasMessageContaining(
                        "b.yaml:1 effective.from: 2009-12-31 overlaps a/1, which holds until"
                                + " 2009-12-31");
        refused(Map.of("a.yaml", A.replace(", until: 2009-12-31", ""), "b.yaml", B))
                .hasMessageContaining("which holds until further notice");
    }

    @Test
    void a_day_without_a_regulation_between_two_stops_the_start() {
        refused(Map.of("a.yaml", A, "b.yaml", B.replace("2010-01-01", "2010-03-01")))
                .hasMessageContaining(
                        "b.yaml:1 effective.from: no regulation holds from 2010-01-01 to"
                                + " 2010-02-28");
    }

    @Test
    void every_fault_of_a_file_is_named_with_line_and_key() {
        String faulty =
                A.replace("version: 1", "version: one")
                        + """
                        titel: misspelt
                        duties:
                          - { number: 2, label: Nêu gương, text: Một, mark: X, source: ví dụ }
                          - { number: 2, label: Hai, text: Hai, mark: M, source: ví dụ }
                        windows:
                          - { key: late, label: Muộn, day: 02-30, mark: OWN, source: ví dụ }
                        """;

        assertThatThrownBy(() -> Rulebooks.read(Map.of("a.yaml", faulty)))
                .isInstanceOfSatisfying(
                        RulebookFaults.class,
                        f ->
                                assertThat(f.faults())
                                        .containsExactlyInAnyOrder(
                                                "a.yaml:2 version: expected a number from 1 to 9999,"
                                                        + " found \"one\"",
                                                "a.yaml:10 duties[1].number: expected 1, duties are"
                                                        + " numbered through",
                                                "a.yaml:10 duties[1].mark: expected one of V, S, M,"
                                                        + " L, OWN, found \"X\"",
                                                "a.yaml:11 duties[2].text: is marked M and does not"
                                                        + " say \"chưa đối chiếu với văn bản gốc\"",
                                                "a.yaml:13 windows[1].day: expected a day MM-dd,"
                                                        + " found \"02-30\"",
                                                "a.yaml:8 titel: unknown key"));
    }

    @Test
    void doubled_option_keys_and_unknown_duties_stop_the_start() {
        String slip =
                A
                        + """
                        slips:
                          - form: NORMAL
                            code: C1
                            title: PHIẾU
                            subtitle: đảng viên
                            opening: Chi ủy nhận xét
                            mark: S
                            source: ví dụ
                            criteria:
                              - number: 1
                                key: example
                                text: Nêu gương
                                duties: [1]
                                options:
                                  - { key: good, label: Tốt }
                                  - { key: good, label: Khá, follow_up: praise }
                            free_text: { number: 2, label: Khác }
                        """;

        refused(Map.of("a.yaml", slip))
                .hasMessageContaining(
                        "a.yaml:23 slips[1].criteria[1].options[2].key: stands there twice: good")
                .hasMessageContaining(
                        "options[2].follow_up: expected commend or consider, found \"praise\"")
                .hasMessageContaining("slips[1].criteria[1].duties: there is no duty 1");
    }

    @Test
    void the_same_version_twice_and_a_broken_file_stop_the_start() {
        refused(new TreeMap<>(Map.of("a.yaml", A, "again.yaml", A)))
                .hasMessageContaining("again.yaml:1 id: a/1 stands in a.yaml too");
        refused(Map.of("a.yaml", A + "duties: [\n")).hasMessageContaining("a.yaml:9 not yaml");
        refused(Map.of("a.yaml", "")).hasMessageContaining("a.yaml:1 the file is empty");
        refused(Map.of()).hasMessageContaining("there is no file");
        refused(Map.of("a.yaml", A + "id: b\n")).hasMessageContaining("stands there twice");
    }

    @Test
    void the_windows_of_a_year_are_days_of_that_year_in_order() {
        Rulebook now = RULEBOOKS.byId("213-qd-tw").orElseThrow();

        assertThat(List.copyOf(now.windows(2026).values()))
                .isSorted()
                .containsAll(List.of(LocalDate.of(2026, 12, 11)));
        assertThat(now.requireWindow(Clocks.RETURNED_DUE, 2027))
                .isEqualTo(LocalDate.of(2027, 12, 11));
    }

    private static AbstractThrowableAssert<?, ?> refused(Map<String, String> files) {
        return assertThatThrownBy(() -> Rulebooks.read(files)).isInstanceOf(RulebookFaults.class);
    }
}
