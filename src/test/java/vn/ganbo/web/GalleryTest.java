package vn.ganbo.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each kind of page of ui/UI.md, drawn into target/gallery with the real controls. */
class GalleryTest {
    @Test
    void a_desk_counts_what_waits_and_each_card_is_a_link() {
        assertThat(SampleLists.desk())
                .contains("<a class=\"late\" href=\"#\"><b class=\"num\">3</b>");
    }

    @Test
    void a_list_has_its_filters_in_one_row_and_becomes_cards() {
        assertThat(SampleLists.register())
                .contains("51–100 trong 1.655, xếp theo tên")
                .contains("/register?cell=3&amp;page=3");
    }

    @Test
    void a_case_shows_steps_act_and_history() {
        assertThat(SampleForms.letter())
                .contains("aria-current=\"step\"")
                .contains("Tiếp nhận<span class=\"visually-hidden\"> (đang ở bước này)");
    }

    @Test
    void a_form_has_answers_as_big_buttons_and_says_why_an_act_is_not_possible() {
        assertThat(SampleForms.comment())
                .contains("<a href=\"#f-c4\">Chọn một mức cho tiêu chí 4.</a>")
                .contains("value=\"b\" checked");
    }

    @Test
    void before_sign_in_the_page_is_the_bare_form() {
        assertThat(SampleForms.signIn())
                .doesNotContain("class=\"side\"")
                .doesNotContain("/sign-out")
                .contains("bản trình diễn");
    }

    @Test
    void a_failure_says_what_to_do_and_keeps_what_was_typed() {
        assertThat(SampleForms.failure()).contains("Quay lại trang trước").contains("readonly");
    }

    @Test
    void steps_say_how_far_and_faults_are_mended_in_place() {
        assertThat(SampleActs.imported())
                .contains("1 Chọn tệp<span class=\"visually-hidden\"> (xong)");
    }

    @Test
    void a_roll_call_is_done_with_a_thumb() {
        assertThat(SampleActs.roll()).contains("dock");
    }
}
