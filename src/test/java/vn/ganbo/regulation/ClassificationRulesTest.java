package vn.ganbo.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ganbo.kernel.Refusal;

/** The rules of the yearly classification as data. */
class ClassificationRulesTest {
    private static final Map<String, String> FILES = RegulationFiles.classification("");
    private static final ClassificationRules RULES = ClassificationRules.read(FILES);
    private static final ClassificationBook BOOK = RULES.on(LocalDate.of(2026, 11, 27));

    @Test
    void every_form_gives_30_and_70_points_and_a_level_begins_where_the_better_one_ends() {
        for (ReviewFormKind kind : ReviewFormKind.values()) {
            ClassificationBook.SelfReviewPaper form = BOOK.form(kind);
            assertThat(form.lines()).isNotEmpty();
            assertThat(form.sections()).hasSize(7);
        }
        assertThat(BOOK.rule(ClassificationLevel.EXCELLENT).least()).isEqualTo(90);
        assertThat(BOOK.below(ClassificationLevel.GOOD)).isEqualTo(90);
        assertThat(BOOK.below(ClassificationLevel.NOT_FULFILLED)).isEqualTo(50);
        assertThat(BOOK.cap()).isEqualTo(20);
        assertThat(BOOK.raisedCap()).isEqualTo(25);
    }

    @Test
    void the_line_on_the_place_of_residence_stands_in_the_words_of_the_appendix() {
        assertThat(BOOK.form(ReviewFormKind.NO_POST).lines())
                .anySatisfy(line -> {
                    assertThat(line.text())
                            .isEqualTo(
                                    "Gần gũi, sâu sát với cơ sở; thực hiện tốt việc giữ mối liên hệ với cấp ủy và Nhân dân nơi cư trú");
                    assertThat(line.basis().verification()).isEqualTo(Verification.VERIFIED);
                });
    }

    @Test
    void a_form_whose_points_do_not_give_100_stops_the_start() {
        String text = FILES.values().iterator().next();
        String wrong = text.replace("points: 70", "points: 60");
        assertThat(wrong).isNotEqualTo(text);
        assertThatThrownBy(() -> ClassificationRules.read(Map.of("x.yaml", wrong)))
                .isInstanceOf(RulebookFaults.class)
                .hasMessageContaining("TASKS gives 60 points, not 70");
    }

    @Test
    void what_is_not_confirmed_says_so_beside_the_field_and_not_in_its_label() {
        for (ReviewFormKind kind : ReviewFormKind.values()) {
            assertThat(BOOK.form(kind).lines())
                    .noneMatch(line -> line.text().contains("đối chiếu"));
        }
        assertThat(BOOK.collective().sections()).allMatch(section -> section.hint() != null);
        String text = FILES.values().iterator().next();
        String silent = text.replaceFirst("hint: \"Ý chính; chưa đối chiếu[^\"]*\", ", "");
        assertThat(silent).isNotEqualTo(text);
        assertThatThrownBy(() -> ClassificationRules.read(Map.of("x.yaml", silent)))
                .isInstanceOf(RulebookFaults.class)
                .hasMessageContaining("is marked M");
    }

    @Test
    void a_day_before_the_first_rules_is_refused() {
        LocalDate before = LocalDate.of(2025, 8, 29);
        assertThatThrownBy(() -> RULES.on(before)).isInstanceOf(Refusal.class);
        assertThat(RULES.under(BOOK.reference())).isEqualTo(BOOK);
    }
}
