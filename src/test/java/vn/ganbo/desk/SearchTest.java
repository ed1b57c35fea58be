package vn.ganbo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.kernel.Role;

/** The search box of the header, where an office has two lists of people. */
@ProductTest
class SearchTest {
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    @Test
    void who_is_in_the_other_list_is_found_with_one_more_press() {
        World world = new World();
        UUID own = world.member("Khoàng Thị Lối & Cửa");
        World.run("update member.member set work_no = ? where id = ?", world.cell1, own);
        Visitor secretary = new Visitor(port);
        secretary.signIn(
                new Holders(context)
                        .holder("Khoàng Văn Thư", Role.RESIDENCE_CELL_SECRETARY, world.cell1)
                        .userName(),
                Holders.PASSWORD);

        Visitor.Page none = secretary.get("/search?q=L%E1%BB%91i+%26+C%E1%BB%ADa");
        assertThat(none.path()).startsWith("/register");
        String other = "/members?q=L%E1%BB%91i+%26+C%E1%BB%ADa";
        assertThat(none.text()).contains("Tìm trong danh sách đảng viên", "href=\"" + other);

        assertThat(secretary.get(other).text()).contains("Khoàng Thị Lối");
        assertThat(secretary.get("/members?q=khongaica").text())
                .contains("href=\"/register?q=khongaica", "Tìm trong sổ theo dõi");
    }
}
