package vn.ganbo.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;

/** Two records of one person are found, put together, and given back if that was a mistake. */
@ProductTest
class MergeTest {
    private static final String NUMBER = "001080012345";

    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    private World world;
    private Holders holders;
    private Visitor clerk;
    private UUID first;
    private UUID second;

    @BeforeEach
    void another() {
        world = new World();
        holders = new Holders(context);
        clerk = visitor(Role.WORKPLACE_OFFICE, world.workplace, null);
        first = world.member("Lường Thị Hòa");
        second = world.member("Luong Thi Hoà");
    }

    private Visitor visitor(Role role, int unit, @Nullable UUID member) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(
                holders.holder("Lường Văn Xem", role, unit, member).userName(), Holders.PASSWORD);
        return visitor;
    }

    private String pair() {
        return "/duplicates/" + first + "/" + second;
    }

    private String pairs() {
        return clerk.get("/duplicates").text();
    }

    private Visitor.Page merge(String... choices) {
        String[] all = new String[choices.length + 4];
        all[0] = "versions";
        all[1] = clerk.get(pair()).hidden("versions");
        all[2] = "reason";
        all[3] = "Đã hỏi đồng chí ấy";
        System.arraycopy(choices, 0, all, 4, choices.length);
        return clerk.post(pair() + "/merge", all);
    }

    private void write(UUID member, String... pairs) {
        Visitor.Page form = clerk.get("/members/" + member + "/edit");
        String[] fields = {
            "fullName", "birth", "cardNo", "admitted", "official", "phone", "address", "commune"
        };
        String[] all = new String[fields.length * 2 + 4 + pairs.length];
        int at = 0;
        for (String field : fields) {
            all[at++] = field;
            all[at++] = value(form.text(), field);
        }
        all[at++] = "sex";
        all[at++] = "FEMALE";
        all[at++] = "version";
        all[at++] = form.hidden("version");
        System.arraycopy(pairs, 0, all, at, pairs.length);
        assertThat(clerk.post("/members/" + member, all).text()).contains("Đã lưu hồ sơ");
    }

    private static String value(String page, String field) {
        Matcher found =
                Pattern.compile("name=\"" + field + "\"[^>]*value=\"([^\"]*)\"").matcher(page);
        return found.find() ? found.group(1) : "";
    }

    private Viewer office() {
        return world.workplaceOffice();
    }

    private void register(UUID member) {
        Viewer office = office();
        office.call(() -> {
            context.getBean(Members.class)
                    .moveResidence(office.scope(), List.of(member), world.ward);
            return 0;
        });
    }

    @Test
    void the_same_name_without_its_marks_and_the_same_birth_are_proposed_with_the_reason() {
        world.member("Lường Thị Hoa Mai");

        assertThat(pairs())
                .contains("cùng họ tên (không kể dấu), cùng ngày hoặc năm sinh")
                .contains("1–1 trong 1")
                .doesNotContain("Hoa Mai");
    }

    @Test
    void the_same_number_proposes_whatever_the_name_and_different_numbers_are_two_people() {
        UUID married = world.member("Lường Thị Khác Họ");
        write(first, "personalId", NUMBER);
        write(second, "personalId", "001080054321");
        assertThat(pairs()).contains("Không có hai hồ sơ nào giống nhau");

        write(married, "personalId", NUMBER);

        assertThat(pairs())
                .contains("cùng số định danh cá nhân", "Lường Thị Khác Họ")
                .doesNotContain("Luong Thi Hoà", NUMBER);
    }

    @Test
    void two_people_who_look_alike_are_asked_about_once() {
        clerk.post(pair() + "/apart");

        assertThat(pairs()).contains("Không có hai hồ sơ nào giống nhau");
        assertThat(clerk.get("/members/" + first).text())
                .contains("Xác nhận hai hồ sơ giống nhau là của hai người");
    }

    @Test
    void a_merge_keeps_the_chosen_values_one_record_in_the_list_and_the_history_of_both() {
        write(first, "email", "hoa@example.org");
        write(second, "occupation", "Giáo viên", "personalId", NUMBER);

        Visitor.Page page =
                merge(
                        "stays-occupation",
                        "gone",
                        "stays-personalId",
                        "gone",
                        "stays-email",
                        "kept");

        assertThat(page.text()).contains("Đã gộp hai hồ sơ");
        assertThat(page.path()).isEqualTo("/members/" + first);
        assertThat(page.text())
                .contains("Giáo viên", "hoa@example.org", "345", "Lường Thị Hòa")
                .contains("Gộp hai hồ sơ trùng của một đảng viên");
        assertThat(clerk.get("/members/" + second).path()).isEqualTo("/members/" + first);
        assertThat(clerk.get("/members").text()).contains("1 đồng chí").doesNotContain("Luong Thi");
        assertThat(pairs()).contains("Không có hai hồ sơ nào giống nhau");
    }

    @Test
    void a_merge_undone_gives_both_records_back_as_they_were_but_for_what_was_changed_since() {
        String card = value(clerk.get("/members/" + second + "/edit").text(), "cardNo");
        String own = value(clerk.get("/members/" + first + "/edit").text(), "cardNo");
        write(second, "occupation", "Giáo viên", "personalId", NUMBER);
        merge(
                "stays-occupation",
                "gone",
                "stays-personalId",
                "gone",
                "stays-cardNo",
                "gone",
                "stays-fullName",
                "gone");
        assertThat(clerk.get("/members/" + first).text()).contains(card, "Luong Thi Hoà");
        write(first, "post", "Hiệu trưởng", "occupation", "Giáo viên");

        Matcher link =
                Pattern.compile("/merges/[0-9a-f-]{36}")
                        .matcher(clerk.get("/members/" + first).text());
        assertThat(link.find()).isTrue();
        assertThat(clerk.get(link.group()).text()).contains("Đã hỏi đồng chí ấy", own, card);
        Visitor.Page undone = clerk.post(link.group() + "/undo");

        assertThat(undone.text()).contains("Đã tách lại");
        assertThat(clerk.get("/members/" + first).text())
                .contains(own, "Lường Thị Hòa", "Hiệu trưởng")
                .doesNotContain("••• 345", "Giáo viên");
        assertThat(clerk.get("/members/" + second).text())
                .contains(card, "Luong Thi Hoà", "Giáo viên", "345");
        assertThat(clerk.post(link.group() + "/undo").text()).contains("đã được tách lại");
    }

    @Test
    void the_record_that_the_residence_knows_goes_on() {
        register(second);

        assertThat(merge().path()).isEqualTo("/members/" + second);
        assertThat(clerk.get("/members/" + first).path()).isEqualTo("/members/" + second);
    }

    @Test
    void where_both_stand_on_a_register_it_says_what_to_end_first() {
        register(first);
        register(second);

        assertThat(clerk.get(pair()).text())
                .contains("Chưa gộp được: cả hai hồ sơ đều đang có việc với nơi cư trú")
                .doesNotContain("Gộp hai hồ sơ</button>");
        assertThat(merge().status()).isEqualTo(409);

        clerk.post(pair() + "/apart");

        assertThat(pairs()).contains("Không có hai hồ sơ nào giống nhau");
    }

    @Test
    void a_record_changed_meanwhile_and_a_missing_reason_keep_what_was_chosen() {
        write(second, "occupation", "Giáo viên");
        String versions = clerk.get(pair()).hidden("versions");
        write(first, "post", "Tổ trưởng");

        Visitor.Page page =
                clerk.post(
                        pair() + "/merge",
                        "versions",
                        versions,
                        "reason",
                        "",
                        "stays-occupation",
                        "gone");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("vừa được sửa ở cửa sổ khác", "Ghi căn cứ")
                .containsPattern("name=\"stays-occupation\" value=\"gone\" checked");
        assertThat(clerk.get("/members/" + second).path()).isEqualTo("/members/" + second);
    }

    @Test
    void an_account_goes_along_and_comes_back() {
        Visitor member = visitor(Role.MEMBER, world.workCell, second);
        merge();
        assertThat(member.get("/members/me").text()).contains("Lường Thị Hòa");

        Matcher link =
                Pattern.compile("/merges/[0-9a-f-]{36}")
                        .matcher(clerk.get("/members/" + first).text());
        assertThat(link.find()).isTrue();
        clerk.post(link.group() + "/undo");

        assertThat(member.get("/members/me").text()).contains("Luong Thi Hoà");
    }

    @Test
    void another_office_neither_sees_nor_touches_the_pair() {
        Visitor other = visitor(Role.WORKPLACE_OFFICE, new World().workplace, null);

        assertThat(other.get(pair()).status()).isEqualTo(404);
        assertThat(other.post(pair() + "/merge", "reason", "x").status()).isEqualTo(404);
        assertThat(other.post(pair() + "/apart").status()).isEqualTo(404);
        assertThat(other.get("/duplicates").text()).doesNotContain("Luong Thi");
    }
}
