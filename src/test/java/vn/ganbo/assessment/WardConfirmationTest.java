package vn.ganbo.assessment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.PageStatements;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.access.Holders;
import vn.ganbo.kernel.Role;
import vn.ganbo.web.Picked;

/** A whole ward is confirmed on one page: the notable first, nothing that was not on the page. */
@ProductTest
class WardConfirmationTest {
    private static final String PATH = "/comments/ward-confirmation";
    private static final Pattern CELL = Pattern.compile("name=\"cells\" value=\"([^\"]+)\"");
    private static final Pattern SLIP = Pattern.compile("name=\"comments\" value=\"([^\"]+)\"");

    @Autowired ApplicationContext context;
    @Autowired Comments comments;
    @LocalServerPort int port;

    private Ward ward;
    private List<UUID> people;
    private Visitor office;

    @BeforeEach
    void three_plain_slips_and_one_that_proposes() {
        ward = new Ward(context);
        people = ward.registered("Tẩn Thị Gương", "Tẩn Văn Thường", "Tẩn Thị Đều", "Tẩn Văn Hoãn");
        ward.open();
        List<Picked> slips = ward.slips(people);
        for (int i = 0; i < slips.size(); i++) {
            Map<String, String> answers = new HashMap<>(Ward.answers());
            answers.putAll(Map.of("meetings", "partly", "voice", "active"));
            if (ward.comment(slips.get(i).id()).body().fullName().equals("Tẩn Thị Gương")) {
                answers.put("proposal", "commend");
            }
            Picked slip = slips.get(i);
            String words = "Việc thứ " + i;
            ward.cell.call(() -> comments.saveDraft(ward.cell, slip, answers, words));
        }
        ward.meet(people);
        office = new Visitor(port);
        office.signIn(
                new Holders(context)
                        .holder("Tẩn Thị Xác Nhận", Role.RESIDENCE_OFFICE, ward.world.ward, null)
                        .userName(),
                Holders.PASSWORD);
    }

    private static List<String> values(Pattern pattern, Visitor.Page page) {
        List<String> out = new ArrayList<>();
        Matcher found = pattern.matcher(page.text());
        while (found.find()) {
            out.add(found.group(1));
        }
        return out;
    }

    private CommentState state(int i) {
        return ward.comment(ward.slips(people.subList(i, i + 1)).getFirst().id()).state();
    }

    private Visitor.Page confirm(String field, String value) {
        return office.post(
                PATH,
                "year",
                Integer.toString(ward.year()),
                field,
                value,
                "signer",
                "Bế Văn Xác",
                "post",
                "Bí thư");
    }

    @Test
    void what_is_notable_stands_first_and_is_ticked_by_hand_and_the_rest_of_a_cell_goes_at_once() {
        ward.sign(people);
        Visitor.Page page = office.get(PATH + "?all=true");

        assertThat(page.text())
                .contains(
                        "4 phiếu các chi bộ đã ký", "Cần đọc trước", "Tẩn Thị Gương", "Biểu dương")
                .contains("3 phiếu", "Không có cảnh báo");
        assertThat(page.text().indexOf("Biểu dương"))
                .isLessThan(page.text().indexOf("Các phiếu còn lại"));
        assertThat(values(SLIP, page)).hasSize(1);
        assertThat(page.text())
                .containsPattern("name=\"cells\" value=\"[^\"]+\" checked")
                .doesNotContainPattern("name=\"comments\" value=\"[^\"]+\" checked");
        assertThat(PageStatements.of(office, PATH)).hasSizeBetween(1, 5);

        Visitor.Page done = confirm("cells", values(CELL, page).getFirst());

        assertThat(done.text()).contains("Đã xác nhận 3 phiếu");
        assertThat(state(0)).isEqualTo(CommentState.CELL_SIGNED);
        assertThat(state(1)).isEqualTo(CommentState.COMMUNE_CONFIRMED);
        assertThat(ward.facts("assessment.comments-confirmed", ward.world.ward)).isEqualTo(1);
        assertThat(confirm("comments", values(SLIP, page).getFirst()).text())
                .contains("Đã xác nhận 1 phiếu");
        assertThat(office.get(PATH).text()).contains("Không có phiếu nào chờ xác nhận");
    }

    @Test
    void what_a_cell_signs_while_the_page_is_open_is_not_confirmed_unseen() {
        ward.sign(people.subList(0, 3));
        Visitor.Page page = office.get(PATH);
        ward.sign(people.subList(3, 4));

        Visitor.Page refused = confirm("cells", values(CELL, page).getFirst());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text())
                .contains("vừa thay đổi so với lúc mở trang, nay còn 3 phiếu", "Bế Văn Xác");
        for (int i = 0; i < people.size(); i++) {
            assertThat(state(i)).isEqualTo(CommentState.CELL_SIGNED);
        }
    }

    @Test
    void the_same_words_on_three_slips_are_said_beside_the_cell_which_is_then_ticked_by_hand() {
        for (Picked slip : ward.slips(people)) {
            ward.cell.call(() ->
                    comments.saveDraft(
                            ward.cell,
                            slip,
                            ward.comment(slip.id()).body().answers(),
                            "Chấp hành tốt."));
        }
        ward.sign(people);

        Visitor.Page page = office.get(PATH + "?all=true");

        assertThat(page.text())
                .contains("4 phiếu: cùng một lời nhận xét")
                .doesNotContainPattern("name=\"cells\" value=\"[^\"]+\" checked");
        assertThat(confirm("post", "Bí thư").text())
                .contains("Cần chọn ít nhất một chi bộ hoặc một phiếu");
    }

    @Test
    void confirmed_slips_of_the_ward_are_returned_in_one_act_that_can_be_left() throws Exception {
        ward.sign(people);
        ward.confirm(people);
        assertThat(office.get("/comments?tab=confirmed").text()).contains("Gửi trả cả 4 phiếu");

        Visitor.Page begun =
                office.post("/comments/return/all", "year", Integer.toString(ward.year()));

        assertThat(begun.path()).startsWith("/rounds/runs/");
        for (int i = 0; i < 200 && !office.get(begun.path()).text().contains("Đã xong"); i++) {
            Thread.sleep(100);
        }
        assertThat(office.get(begun.path()).text()).contains("Đã gửi trả 4 / 4 phiếu", "4 / 4");
        assertThat(office.get("/comments?tab=returned").text()).contains("Đã gửi trả 4 / 4 phiếu");
        for (int i = 0; i < people.size(); i++) {
            assertThat(state(i)).isEqualTo(CommentState.RETURNED);
        }
        assertThat(ward.facts("assessment.comments-returned-to-workplace", ward.world.ward))
                .isEqualTo(1);
        assertThat(
                        office.post("/comments/return/all", "year", Integer.toString(ward.year()))
                                .status())
                .isEqualTo(422);
    }

    @Test
    void the_page_prints_what_was_chosen_as_one_file_and_leaves_as_a_list() {
        ward.sign(people);
        Visitor.Page page = office.get(PATH);

        Visitor.Page paper =
                office.post(
                        PATH + "/print",
                        "year",
                        Integer.toString(ward.year()),
                        "cells",
                        values(CELL, page).getFirst());

        assertThat(paper.response().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/pdf"));
        assertThat(paper.response().headers().firstValue("Content-Disposition").orElse(""))
                .contains("3");
        assertThat(new String(office.download(PATH + "/export?as=csv"), UTF_8))
                .contains("Tẩn Thị Gương", "Biểu dương");
    }
}
