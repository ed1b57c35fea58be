package vn.ganbo.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
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
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;

/** Notices that were read long ago go when two have approved. */
@ProductTest
class NoticesRetainedTest {
    @Autowired ApplicationContext context;
    @Autowired NoticesRetained retained;
    @Autowired java.time.Clock clock;
    @LocalServerPort int port;

    private World world;
    private UUID person;

    @BeforeEach
    void another() {
        world = new World();
        person = world.member("Cà Thị Báo");
    }

    /** Told so many days ago, to a ward or to a member, and read so many days ago, if ever. */
    private void notice(boolean ofMember, int told, @Nullable Integer read) {
        UUID id = Ids.next();
        World.run(
                """
                insert into notification.notice
                       (unit_no, member_id, id, fact_id, at, audience, key, details, who, link)
                values (?, ?, ?, ?, current_date - ? * interval '1 day', ?, 'meeting.invited', '{}', 'x', '/')
                """,
                ofMember ? null : world.ward,
                ofMember ? person : null,
                id,
                Ids.next(),
                told,
                ofMember ? "MEMBER" : "RESIDENCE");
        if (read != null) {
            World.run(
                    "insert into notification.reading (notice_id, office_id, at) values (?, ?, current_date - ? * interval '1 day')",
                    id,
                    Ids.next(),
                    read);
        }
    }

    private long due(int days) {
        Viewer all = world.viewer(Role.ADMINISTRATOR, world.province, world.province + 999);
        return context.getBean(Db.class)
                .one(
                        all.scope(),
                        retained.due(),
                        row -> row.getLong("due"),
                        "kinds",
                        new String[] {NoticesRetained.KIND},
                        "days",
                        new String[] {LocalDate.now(clock).minusDays(days).toString()})
                .orElse(-1L);
    }

    private Visitor administrator(String name) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(
                new Holders(context).holder(name, Role.ADMINISTRATOR, world.province).userName(),
                Holders.PASSWORD);
        return visitor;
    }

    @Test
    void only_what_was_read_long_ago_goes_also_of_members() {
        notice(false, 400, 390);
        notice(true, 400, 380);
        notice(false, 400, 10);
        notice(false, 400, null);
        notice(true, 20, 10);
        assertThat(due(365)).isEqualTo(2);
        Visitor first = administrator("Cà Văn Một");
        Visitor second = administrator("Cà Văn Hai");

        first.get("/disposals");
        assertThat(first.post("/disposals", "kind", "notices").text()).contains("2 bản ghi");
        assertThat(due(365)).isEqualTo(2);
        String page = second.get("/disposals").text();
        String path = page.substring(page.indexOf("/disposals/"), page.indexOf("/approval"));
        assertThat(second.post(path + "/approval").text()).contains("Đã làm xong với 2 bản ghi");

        assertThat(due(365)).isZero();
        assertThat(due(5)).isEqualTo(2);
    }
}
