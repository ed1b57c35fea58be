package vn.ganbo.member;

import static org.assertj.core.api.Assertions.assertThat;

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

/**
 * Records are made whole: by what they are seen to lack, and by what members ask to be put right.
 */
@ProductTest
class CorrectionTest {
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    private World world;
    private Holders holders;
    private UUID person;
    private Visitor clerk;
    private Visitor member;

    @BeforeEach
    void another() {
        world = new World();
        holders = new Holders(context);
        person = world.member("Quàng Thị Sửa");
        clerk = visitor("Quàng Văn Thư", Role.WORKPLACE_OFFICE, world.workplace, null);
        member = visitor("Quàng Thị Sửa", Role.MEMBER, world.workCell, person);
    }

    private Visitor visitor(String name, Role role, int unit, @Nullable UUID of) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(holders.holder(name, role, unit, of).userName(), Holders.PASSWORD);
        return visitor;
    }

    private Visitor.Page propose(String phone, String post) {
        member.get("/members/me/correction");
        return member.post(
                "/members/me/correction",
                "fullName",
                "Quàng Thị Sửa",
                "birth",
                "12/04/1980",
                "sex",
                "FEMALE",
                "cardNo",
                cardOf(member.get("/members/me/correction").text()),
                "admitted",
                "19/05/2005",
                "official",
                "19/05/2006",
                "phone",
                phone,
                "post",
                post,
                "address",
                "Số 1 đường Thử",
                "commune",
                world.commune());
    }

    private static String cardOf(String page) {
        Matcher found = Pattern.compile("name=\"cardNo\"[^>]*value=\"([^\"]*)\"").matcher(page);
        return found.find() ? found.group(1) : "";
    }

    private String waiting() {
        Matcher found =
                Pattern.compile("/corrections/[0-9a-f-]{36}")
                        .matcher(clerk.get("/corrections").text());
        return found.find() ? found.group() : "";
    }

    @Test
    void the_member_proposes_and_the_record_stays_until_the_office_has_approved() {
        assertThat(propose("0699999999", "Tổ phó").text()).contains("Đã gửi đề nghị");
        assertThat(clerk.get("/members/" + person).text())
                .contains("0601234567")
                .doesNotContain("0699999999");

        String link = waiting();
        assertThat(clerk.get(link).text()).contains("0601234567", "0699999999", "Tổ phó");
        Visitor.Page decided =
                clerk.post(
                        link + "/decision",
                        "verdict-phone",
                        "yes",
                        "verdict-post",
                        "no",
                        "reason-post",
                        "Chưa có quyết định bổ nhiệm");

        assertThat(decided.text()).contains("Đã trả lời đề nghị");
        assertThat(clerk.get("/members/" + person).text())
                .contains("0699999999")
                .doesNotContain("<dd>Tổ phó</dd>");
        assertThat(member.get("/members/me/correction").text())
                .contains("Trả lời cho đề nghị gần nhất", "Chưa có quyết định bổ nhiệm");
        assertThat(member.get("/members/me").text())
                .contains("Văn phòng trả lời đề nghị sửa hồ sơ: đồng ý 1 trên 2 mục");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void a_refusal_needs_its_reason_and_every_field_its_answer() {
        propose("0699999999", "Tổ phó");
        String link = waiting();
        clerk.get(link);

        Visitor.Page page = clerk.post(link + "/decision", "verdict-post", "no");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("Điện thoại: chọn đồng ý hoặc không đồng ý")
                .contains("Chức vụ: ghi lý do không đồng ý");
    }

    @Test
    void a_second_proposal_takes_the_place_of_the_first_and_nothing_changed_is_no_proposal() {
        propose("0699999999", "");
        propose("0688888888", "");

        assertThat(clerk.get("/corrections").text()).contains("1 đề nghị chờ trả lời");
        assertThat(clerk.get(waiting()).text()).contains("0688888888").doesNotContain("0699999999");
        Visitor.Page page = propose("0601234567", "");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Chưa có ô nào khác với hồ sơ");
    }

    @Test
    void a_proposal_is_seen_by_the_workplace_and_the_member_and_by_nobody_else() {
        propose("0699999999", "");
        String link = waiting();
        World other = new World();
        Visitor stranger = visitor("Quàng Văn Lạ", Role.WORKPLACE_OFFICE, other.workplace, null);

        assertThat(stranger.get(link).status()).isEqualTo(404);
        assertThat(stranger.post(link + "/decision", "verdict-phone", "yes").status())
                .isEqualTo(404);
        assertThat(stranger.get("/corrections").text()).contains("Không có đề nghị nào");
    }

    @Test
    void a_ward_answers_what_its_own_members_propose() {
        World.run("update member.member set work_no = ? where id = ?", world.cell1, person);
        propose("0699999999", "");
        String link = waiting();
        assertThat(link).isEmpty();
        clerk = visitor("Quàng Văn Phường", Role.RESIDENCE_OFFICE, world.ward, null);

        link = waiting();
        clerk.get(link);
        assertThat(clerk.post(link + "/decision", "verdict-phone", "yes").text())
                .contains("Đã trả lời đề nghị");
        assertThat(clerk.get("/members/" + person).text()).contains("0699999999");
    }

    @Test
    void what_records_lack_is_counted_and_leads_to_the_list_of_them() {
        World.run("update member.member set phone = null where id = ?", person);
        world.member("Quàng Thị Đủ");

        assertThat(clerk.get("/completeness").text())
                .contains("2 trên 2 hồ sơ", "/members?missing=PHONE", "/members?missing=ETHNICITY");
        assertThat(clerk.get("/members?missing=PHONE").text())
                .contains("1 đồng chí", "Quàng Thị Sửa")
                .doesNotContain("Quàng Thị Đủ");
        assertThat(clerk.get("/members/" + person).text()).contains("<dt>Còn thiếu</dt>");
        assertThat(clerk.get("/members?missing=ANY&cell=" + world.workCell).text())
                .contains("2 đồng chí");
    }

    @Test
    void the_half_yearly_list_and_the_yearly_slip_are_drawn_ready_to_print() {
        assertThat(clerk.get("/reconciliation").text())
                .contains("Quàng Thị Sửa", "Chi bộ Phòng Một", "☐&nbsp;khớp", "Số lý lịch");
        assertThat(member.get("/members/" + person + "/supplement").text())
                .contains("Phiếu bổ sung hồ sơ đảng viên năm", "0601234567", "Thay đổi trong năm");
    }
}
