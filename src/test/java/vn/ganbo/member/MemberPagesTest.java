package vn.ganbo.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
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

/** A member's page as the workplace's clerks use it. */
@ProductTest
class MemberPagesTest {
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    private World world;
    private Holders holders;
    private UUID person;

    @BeforeEach
    void another() {
        world = new World();
        holders = new Holders(context);
        person = world.member("Lèng Thị Sửa");
    }

    private Visitor clerk(String name) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(
                holders.holder(name, Role.WORKPLACE_OFFICE, world.workplace).userName(),
                Holders.PASSWORD);
        return visitor;
    }

    private Visitor.Page save(Visitor who, Visitor.Page page, String post) {
        return who.post(
                "/members/" + person,
                "version",
                page.hidden("version"),
                "fullName",
                "Lèng Thị Sửa",
                "birth",
                "12/04/1980",
                "post",
                post,
                "phone",
                "0601234567",
                "expertise",
                "",
                "address",
                "Số 2 đường Thử");
    }

    @Test
    void the_second_of_two_clerks_learns_who_changed_it_and_when_and_keeps_what_was_typed() {
        Visitor first = clerk("Lèng Văn Trước");
        Visitor second = clerk("Lèng Văn Sau");
        Visitor.Page seenByFirst = first.get("/members/" + person + "/edit");
        Visitor.Page seenBySecond = second.get("/members/" + person + "/edit");
        assertThat(save(first, seenByFirst, "Kế toán").text()).contains("Đã lưu");

        Visitor.Page page = save(second, seenBySecond, "Thủ quỹ");

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text())
                .containsPattern(
                        "Lèng Văn Trước, .* vừa thay đổi lúc \\d\\d/\\d\\d/\\d{4}, \\d\\d:\\d\\d")
                .contains("value=\"Thủ quỹ\"")
                .contains("<dd>Kế toán</dd>");
        assertThat(save(second, page, "Thủ quỹ").text()).contains("Đã lưu");
    }

    @Test
    void a_text_too_long_for_its_field_comes_back_to_be_shortened() {
        Visitor clerk = clerk("Lèng Văn Dài");
        Visitor.Page page = save(clerk, clerk.get("/members/" + person + "/edit"), "x".repeat(201));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("Dài 201 chữ; ở đây ghi được 200")
                .contains("value=\"" + "x".repeat(201) + "\"");
    }

    @Test
    void a_text_pasted_by_mistake_is_refused_by_its_field_and_given_back() {
        Visitor clerk = clerk("Lèng Văn Dán");
        Visitor.Page page =
                save(clerk, clerk.get("/members/" + person + "/edit"), "dán nhầm ".repeat(60_000));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("“Chức vụ” dài 540.000 chữ; một ô ghi được nhiều nhất 10.000 chữ")
                .contains("dán nhầm dán nhầm");
    }

    @Test
    void what_is_typed_with_loose_marks_and_signs_of_nothing_is_kept_in_one_form() {
        Visitor clerk = clerk("Lèng Văn Dấu");
        save(
                clerk,
                clerk.get("/members/" + person + "/edit"),
                java.text.Normalizer.normalize("Bí thư\u0000 ủy", java.text.Normalizer.Form.NFD));

        assertThat(clerk.get("/members/" + person).text()).contains("<dd>Bí thư ủy</dd>");
        assertThat(clerk.get("/members?q=%00L%C3%A8ng%00").text()).contains("Lèng Thị Sửa");
    }
}
