package vn.ganbo.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.PageStatements;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Role;

/** A record set aside by a merge: its slips, and what the page of the other one asks. */
@ProductTest
class SetAsideTest {
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    private Visitor visitor(Role role, int unit) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(
                new Holders(context).holder("Người Đọc", role, unit, null).userName(),
                Holders.PASSWORD);
        return visitor;
    }

    @Test
    void a_slip_of_a_record_set_aside_is_listed_read_and_received_at_the_other_one() {
        Ward ward = new Ward(context);
        List<UUID> people = ward.registered("Vàng Thị Cũ");
        ward.wholeWay(people);
        UUID slip = ward.slips(people).getFirst().id();
        UUID gone = people.getFirst();
        World.run("update member.member set res_no = null where id = ?", gone);
        UUID kept = ward.world.member("Vàng Thị Mới");
        Visitor work = visitor(Role.WORKPLACE_OFFICE, ward.world.workplace);
        assertThat(work.get("/returned-comments").text()).contains("Vàng Thị Cũ");
        setAside(ward, kept, gone);

        assertThat(work.get("/returned-comments").text())
                .contains("Vàng Thị Cũ", "hồ sơ đã gộp vào hồ sơ của Vàng Thị Mới");
        assertThat(
                        new String(
                                work.download("/returned-comments/export?as=csv"),
                                java.nio.charset.StandardCharsets.UTF_8))
                .contains("Vàng Thị Cũ", "Vàng Thị Mới");
        assertThat(work.get("/comments/" + slip).status()).isEqualTo(200);
        assertThat(work.get("/members/" + kept).text())
                .contains("Nhận xét của nơi cư trú (hồ sơ đã gộp)", "/comments/" + slip);
        work.get("/returned-comments");
        work.post("/returned-comments/receipt", "comments", slip.toString());
        assertThat(work.get("/returned-comments?tab=received").text()).contains("Vàng Thị Cũ");
        assertThat(
                        visitor(Role.WORKPLACE_OFFICE, new World().workplace)
                                .get("/comments/" + slip)
                                .status())
                .isEqualTo(404);
    }

    /** As the merge of two records does it, which refuses while a letter is in force. */
    private static void setAside(Ward ward, UUID kept, UUID gone) {
        World.run(
                """
                insert into member.merge (id, kept_id, gone_id, gone_work_no, gone_name, gone_unit,
                                          took_personal_id, reason, merged_at, merged_by)
                values (?, ?, ?, ?, 'Vàng Thị Cũ', 'Chi bộ Phòng Một', false, 'thử',
                        timestamptz '2026-01-01', 'thử')
                """,
                Ids.next(),
                kept,
                gone,
                ward.world.workCell);
        World.run("update member.member set work_no = null where id = ?", gone);
    }

    @Test
    void the_page_of_a_member_asks_the_database_five_times_at_most() {
        Ward ward = new Ward(context);
        List<UUID> people = ward.registered("Vàng Thị Đếm", "Vàng Văn Đếm");
        ward.wholeWay(people);
        UUID gone = ward.world.member("Vàng Thị Đếm Hai");
        setAside(ward, people.getFirst(), gone);
        String page = "/members/" + people.getFirst();
        Holders.Holder self =
                new Holders(context)
                        .holder(
                                "Vàng Thị Đếm",
                                Role.MEMBER,
                                ward.world.workCell,
                                people.getFirst());
        Visitor own = new Visitor(port);
        own.signIn(self.userName(), Holders.PASSWORD);
        List<Visitor> readers =
                List.of(
                        visitor(Role.WORKPLACE_OFFICE, ward.world.workplace),
                        visitor(Role.RESIDENCE_OFFICE, ward.world.ward),
                        visitor(Role.RESIDENCE_CELL_SECRETARY, ward.world.cell1),
                        own);

        for (Visitor reader : readers) {
            assertThat(reader.get(page).text()).contains("Nhận xét của nơi cư trú", "Nơi cư trú");
            assertThat(PageStatements.of(reader, page)).hasSizeBetween(1, 5);
        }
        assertThat(
                        PageStatements.of(
                                visitor(Role.WORKPLACE_OFFICE, ward.world.workplace),
                                "/duplicates/" + people.getFirst() + "/" + people.getLast()))
                .hasSizeBetween(1, 5);
    }
}
