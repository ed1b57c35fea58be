package vn.ganbo.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/** A clerk finds people by whatever of them is at hand. */
@ProductTest
class SearchTest {
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    private World world;
    private Holders holders;
    private Visitor clerk;

    @BeforeEach
    void another() {
        world = new World();
        holders = new Holders(context);
        clerk = clerk(world);
    }

    private Visitor clerk(World at) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(
                holders.holder("Vì Văn Tìm", Role.WORKPLACE_OFFICE, at.workplace).userName(),
                Holders.PASSWORD);
        return visitor;
    }

    private List<String> found(String typed) {
        return names(
                clerk.get(
                        "/members?q="
                                + java.net.URLEncoder.encode(
                                        typed, java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static List<String> names(Visitor.Page page) {
        List<String> names = new ArrayList<>();
        Matcher name =
                Pattern.compile("class=\"name\" href=\"[^\"]*\">([^<]*)<").matcher(page.text());
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }

    @Test
    void words_are_found_in_any_order_without_diacritics_and_from_their_beginning() {
        world.member("Hoàng Thị Bình");
        world.member("Bình Văn Thoàng");

        assertThat(found("binh hoang")).containsExactly("Hoàng Thị Bình");
        assertThat(found("Hoàng  BÌNH")).containsExactly("Hoàng Thị Bình");
        assertThat(found("thi binh hoang")).containsExactly("Hoàng Thị Bình");
        assertThat(found("hoa")).containsExactly("Hoàng Thị Bình");
        assertThat(found("oang")).isEmpty();
        assertThat(found("%")).hasSize(2);
    }

    @Test
    void initials_card_phone_and_the_name_of_the_cell_find_people_too() {
        UUID person = world.member("Nông Văn Ấm");
        World.run(
                "update member.member set phone = '0600000123', card_no = ? where id = ?",
                "77.%06d".formatted(world.base / 1000),
                person);
        world.member("Lã Thị Khác");

        assertThat(found("nva")).containsExactly("Nông Văn Ấm");
        assertThat(found("N.V.A")).containsExactly("Nông Văn Ấm");
        assertThat(found("77%06d".formatted(world.base / 1000))).containsExactly("Nông Văn Ấm");
        assertThat(found("77.%06d".formatted(world.base / 1000))).containsExactly("Nông Văn Ấm");
        assertThat(found("0600 000 123")).containsExactly("Nông Văn Ấm");
        assertThat(found("+84 600000123")).containsExactly("Nông Văn Ấm");
        assertThat(found("phòng một")).containsExactly("Nông Văn Ấm", "Lã Thị Khác");
    }

    @Test
    void results_stand_by_given_name_in_vietnamese_order() {
        for (String name :
                List.of("Tạ Văn Ân", "Tạ Văn An", "Tạ Văn Đào", "Tạ Văn Dào", "Tạ Văn Ánh")) {
            world.member(name);
        }

        assertThat(found("ta van"))
                .containsExactly(
                        "Tạ Văn An", "Tạ Văn Ánh", "Tạ Văn Ân", "Tạ Văn Dào", "Tạ Văn Đào");
    }

    @Test
    void the_next_page_goes_on_behind_the_last_name_and_the_count_is_of_all_pages() {
        for (int i = 0; i < 52; i++) {
            world.member("Khổng Thị Trang");
        }
        world.member("Khổng Thị Yến");

        Visitor.Page first = clerk.get("/members?q=khong%20thi");
        assertThat(names(first)).hasSize(50).containsOnly("Khổng Thị Trang");
        assertThat(first.text()).contains("53 đồng chí");
        Matcher next =
                Pattern.compile("href=\"(/members\\?afterKey[^\"]*)\"").matcher(first.text());
        assertThat(next.find()).isTrue();
        Visitor.Page second = clerk.get(next.group(1).replace("&amp;", "&"));
        assertThat(names(second))
                .containsExactly("Khổng Thị Trang", "Khổng Thị Trang", "Khổng Thị Yến");
        assertThat(second.text()).contains("53 đồng chí");
    }

    @Test
    void one_cell_or_a_gap_of_the_record_narrows_what_the_words_find() {
        world.member("Thạch Thị Đủ");
        UUID gap = world.member("Thạch Văn Thiếu");
        World.run("update member.member set phone = null where id = ?", gap);

        assertThat(names(clerk.get("/members?q=thach&cell=" + world.workCell))).hasSize(2);
        assertThat(names(clerk.get("/members?q=thach&cell=" + world.cell1))).isEmpty();
        for (int none : new int[] {-1, 0, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            Visitor.Page page = clerk.get("/members?q=thach&cell=" + none);
            assertThat(page.status()).as("cell " + none).isEqualTo(200);
            assertThat(names(page)).as("cell " + none).isEmpty();
        }
        Visitor.Page missing = clerk.get("/members?q=thach&missing=PHONE");
        assertThat(names(missing)).containsExactly("Thạch Văn Thiếu");
        assertThat(missing.text()).contains("1 đồng chí");
    }

    @Test
    void somebody_made_anonymous_is_not_found_by_words() {
        UUID gone = world.member("Hồ sơ đã ẩn danh");
        World.run(
                "update member.member set folded = '', initials = '', sort_key = '' where id = ?",
                gone);

        assertThat(found("khong ai")).isEmpty();
        assertThat(found("")).containsExactly("Hồ sơ đã ẩn danh");
    }

    @Test
    void nobody_outside_the_scope_is_found() {
        World other = new World();
        other.member("Giàng Thị Ngoài");

        assertThat(found("giang ngoai")).isEmpty();
        assertThat(names(clerk(other).get("/members?q=giang%20ngoai")))
                .containsExactly("Giàng Thị Ngoài");
    }

    @Test
    void a_filter_is_kept_under_a_name_for_the_whole_office() {
        world.member("Hoàng Thị Bình");
        clerk.get("/members?q=binh%20hoang");
        Visitor.Page saved =
                clerk.post("/members/searches", "name", "Tìm chị Bình", "q", "binh hoang");

        assertThat(saved.text()).contains("Đã lưu bộ lọc");
        assertThat(saved.path()).contains("q=binh");
        assertThat(names(saved)).containsExactly("Hoàng Thị Bình");
        Visitor colleague = clerk(world);
        assertThat(colleague.get("/members").text())
                .contains("/members?q=binh%20hoang", "Tìm chị Bình");
        assertThat(clerk(new World()).get("/members").text()).doesNotContain("Tìm chị Bình");
        assertThat(clerk.post("/members/searches", "name", "", "q", "a").status()).isEqualTo(422);

        Matcher removal =
                Pattern.compile("/members/searches/[0-9a-f-]{36}/removal").matcher(saved.text());
        assertThat(removal.find()).isTrue();
        assertThat(clerk.post(removal.group()).text()).doesNotContain("Tìm chị Bình");
    }
}
