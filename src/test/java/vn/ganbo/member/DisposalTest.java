package vn.ganbo.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
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
import vn.ganbo.access.Holders.Holder;
import vn.ganbo.database.TestDatabase;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;

/** What is kept too long goes when two have approved, and only then. */
@ProductTest
class DisposalTest {
    @Autowired ApplicationContext context;
    @Autowired MemberRetained retained;
    @LocalServerPort int port;

    private World world;
    private Holders holders;
    private UUID person;
    private Visitor first;
    private Visitor second;

    @BeforeEach
    void another() {
        world = new World();
        holders = new Holders(context);
        person = world.member("Lường Thị Lưu");
        first = administrator("Lường Văn Một", world.province);
        second = administrator("Lường Văn Hai", world.province);
    }

    private Visitor administrator(String name, int unit) {
        return visitor(holders.holder(name, Role.ADMINISTRATOR, unit));
    }

    private Visitor visitor(Holder holder) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(holder.userName(), Holders.PASSWORD);
        return visitor;
    }

    /** A proposal of the member that the office answered so many days ago. */
    private UUID correction(int daysAgo) {
        UUID id = Ids.next();
        World.run(
                """
                insert into member.correction (id, member_id, state, proposed_at, decided_at)
                select ?, ?, 'DECIDED', t.at, t.at
                  from (select current_date - ? * interval '1 day' as at) t
                """,
                id,
                person,
                daysAgo);
        World.run(
                """
                insert into member.correction_field (correction_id, ordinal, field, before_text, after_text, approved)
                values (?, 1, 'phone', '0601234567', '0699999999', true)
                """,
                id);
        return id;
    }

    /** A list that this office applied so many days ago; it changed the member. */
    private UUID list(Holder clerk, int daysAgo) {
        UUID id = Ids.next();
        World.run(
                """
                insert into member.import_file
                       (unit_no, id, office_id, file_name, kind, state, heading_row, titles, name_place,
                        columns_found, columns_unknown, columns_missing, rows, uploaded_at, applied_at)
                select ?, ?, ?, 'cu.xlsx', 'members', 'APPLIED', 1, '{}', 0, 1, '{}', '{}', 1, t.at, t.at
                  from (select current_date - ? * interval '1 day' as at) t
                """,
                world.workplace,
                id,
                clerk.office(),
                daysAgo);
        World.run(
                """
                insert into member.import_before (work_no, import_id, member_id, before, kept_on)
                select m.work_no, ?, m.id, to_jsonb(m), current_date - ?::int from member.member m where m.id = ?
                """,
                id,
                daysAgo,
                person);
        World.run(
                "insert into member.import_row (unit_no, import_id, row_no, cells) values (?, ?, 2, '{sai}')",
                world.workplace,
                id);
        return id;
    }

    private void left(UUID member, int daysAgo) {
        World.run("update member.member set status = 'LEFT' where id = ?", member);
        World.run(
                """
                insert into member.period (id, member_id, kind, status, valid, paper_no)
                values (?, ?, 'STATUS', 'LEFT', daterange(current_date - ?::int, null), '17-QĐ/ĐU')
                """,
                Ids.next(),
                member,
                daysAgo);
    }

    private void term(Visitor administrator, String kind, String days) {
        administrator.get("/guidance");
        Visitor.Page kept =
                administrator.post(
                        "/guidance",
                        "key",
                        "retention." + kind,
                        "value",
                        days,
                        "source",
                        "Hướng dẫn số 9-HD/TU về lưu giữ",
                        "from",
                        "01/01/2024");
        assertThat(kept.text()).contains("Đã lưu dự thảo");
        administrator.post(link(kept, "/guidance/[0-9a-f-]{36}/publication"), "version", "1");
    }

    private static String link(Visitor.Page page, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page.text());
        assertThat(found.find()).as(pattern).isTrue();
        return found.group();
    }

    private Visitor.Page propose(String kind) {
        first.get("/disposals");
        return first.post("/disposals", "kind", kind);
    }

    private Visitor.Page approve(Visitor who) {
        return who.post(link(who.get("/disposals"), "/disposals/[0-9a-f-]{36}/approval"));
    }

    private static long count(String sql, Object... values) {
        try (Connection owner = TestDatabase.current().connect("owner");
                PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? found.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean there(String table, UUID id) {
        return count("select count(*) from " + table + " where id = ?", id) == 1;
    }

    @Test
    void nothing_is_deleted_before_two_people_have_approved() {
        UUID old = correction(800);
        UUID young = correction(700);

        Visitor.Page proposed = propose("corrections");
        assertThat(proposed.text()).contains("Chưa có gì bị xóa", "Chờ người thứ hai", "1 bản ghi");
        assertThat(there("member.correction", old)).isTrue();

        assertThat(proposed.text()).doesNotContain("/approval");
        String approval = link(second.get("/disposals"), "/disposals/[0-9a-f-]{36}/approval");
        Visitor.Page alone = first.post(approval);
        assertThat(alone.status()).isEqualTo(409);
        assertThat(alone.text()).contains("Cần hai người khác nhau");
        assertThat(there("member.correction", old)).isTrue();

        Visitor.Page done = second.post(approval);

        assertThat(done.text())
                .contains("Đã làm xong với 1 bản ghi", "Lường Văn Một", "Lường Văn Hai")
                .contains("213-qd-tw/1");
        assertThat(there("member.correction", old)).isFalse();
        assertThat(there("member.correction", young)).isTrue();
        assertThat(second.post(approval).status()).isEqualTo(404);
    }

    @Test
    void the_database_itself_asks_for_two_approvals() {
        UUID old = correction(800);
        propose("corrections");
        String path = link(second.get("/disposals"), "/disposals/[0-9a-f-]{36}/approval");
        UUID disposal = UUID.fromString(path.split("/")[2]);
        Viewer viewer = world.viewer(Role.ADMINISTRATOR, world.province, world.province + 999);

        assertThatThrownBy(() -> retained.dispose(viewer.scope(), disposal))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        World.run(
                                """
                                insert into member.disposal_approval (unit_no, disposal_id, place, account_id, who, at)
                                select a.unit_no, a.disposal_id, 2, a.account_id, a.who, a.at
                                  from member.disposal_approval a
                                 where a.disposal_id = ?
                                """,
                                disposal))
                .hasStackTraceContaining("disposal_approval_by_two_people");

        assertThat(there("member.correction", old)).isTrue();
    }

    @Test
    void copies_go_and_the_list_can_no_longer_be_undone() {
        Holder clerk = holders.holder("Lường Thị Thư", Role.WORKPLACE_OFFICE, world.workplace);
        UUID old = list(clerk, 100);
        UUID young = list(clerk, 80);

        propose("import-copies");
        approve(second);

        assertThat(count("select count(*) from member.import_before where import_id = ?", old))
                .isZero();
        assertThat(count("select count(*) from member.import_before where import_id = ?", young))
                .isOne();
        Visitor office = visitor(clerk);
        assertThat(office.get("/imports/" + young).text()).contains("Hoàn tác lần nhập này");
        assertThat(office.get("/imports/" + old).text())
                .contains("Không hoàn tác được nữa")
                .doesNotContain("Hoàn tác lần nhập này");
        Visitor.Page undone = office.post("/imports/" + old + "/undoing", "version", "1");
        assertThat(undone.status()).isEqualTo(409);
        assertThat(undone.text()).contains("bản sao hồ sơ trước khi nhập đã hết thời hạn");
    }

    @Test
    void an_old_list_goes_with_its_rows_and_copies() {
        Holder clerk = holders.holder("Lường Thị Thư", Role.WORKPLACE_OFFICE, world.workplace);
        UUID old = list(clerk, 400);
        UUID young = list(clerk, 300);

        propose("imports");
        approve(second);

        assertThat(there("member.import_file", old)).isFalse();
        assertThat(count("select count(*) from member.import_row where import_id = ?", old))
                .isZero();
        assertThat(count("select count(*) from member.import_before where import_id = ?", old))
                .isZero();
        assertThat(there("member.import_file", young)).isTrue();
    }

    @Test
    void who_left_stays_until_a_committee_sets_a_term_and_then_only_the_figures_stay() {
        UUID longAgo = world.member("Tòng Thị Xa");
        UUID lately = world.member("Tòng Thị Gần");
        UUID unknown = world.member("Tòng Thị Mờ");
        left(longAgo, 4000);
        left(lately, 100);
        World.run("update member.member set status = 'LEFT' where id = ?", unknown);
        World.run(
                "insert into member.workplace_only (work_no, member_id, ethnicity) values (?, ?, 'Thái')",
                world.workCell,
                longAgo);

        assertThat(propose("members-left").text()).contains("chưa có thời hạn lưu giữ");
        term(first, "members-left", "3650");
        assertThat(propose("members-left").text()).contains("1 bản ghi");
        approve(second);

        assertThat(
                        count(
                                """
                                select count(*) from member.member m
                                 where m.id = ? and m.full_name = 'Hồ sơ đã ẩn danh' and m.card_no is null
                                   and m.birth is null and m.phone is null and m.residence_address is null
                                   and m.status = 'LEFT' and m.work_no = ?
                                """,
                                longAgo,
                                world.workCell))
                .isOne();
        assertThat(count("select count(*) from member.workplace_only where member_id = ?", longAgo))
                .isZero();
        assertThat(
                        count(
                                "select count(*) from member.member where full_name like 'Tòng%' and work_no = ?",
                                world.workCell))
                .isEqualTo(2);
        assertThat(first.get("/members/" + longAgo).text())
                .contains("đã ẩn danh theo đề nghị được hai người duyệt");
        assertThat(first.get("/members?q=tong").text()).doesNotContain("Tòng Thị Xa");
        assertThat(propose("members-left").text()).contains("Không còn bản ghi nào đến hạn");
    }

    @Test
    void what_was_put_together_with_somebody_goes_along_and_an_undone_merge_forgets_too() {
        Merges merges = context.getBean(Merges.class);
        Viewer office = world.workplaceOffice();
        UUID gone = world.member("Tòng Thị Đi");
        UUID twin = world.member("Tong Thi Di");
        UUID staying = world.member("Tòng Văn Ở");
        UUID other = world.member("Tòng Văn Ơ");
        UUID merge = merged(merges, office, gone, twin);
        UUID undone = merged(merges, office, staying, other);
        office.scope().run(() -> merges.undo(office, undone));
        left(gone, 4000);
        left(other, 4000);
        String fields = "select count(*) from member.merge_field where merge_id = ?";
        assertThat(count(fields, merge)).isPositive();

        term(first, "members-left", "3650");
        propose("members-left");
        approve(second);

        String anonymous =
                "select count(*) from member.member where id = ? and full_name = 'Hồ sơ đã ẩn danh' and birth is null";
        assertThat(count(anonymous, gone)).isOne();
        assertThat(count(anonymous, twin)).isOne();
        assertThat(count(anonymous, other)).isOne();
        assertThat(count(anonymous, staying)).isZero();
        assertThat(count(fields, merge)).isZero();
        assertThat(count(fields, undone)).isZero();
        assertThat(
                        count(
                                "select count(*) from member.merge where id in (?, ?) and gone_name = 'Hồ sơ đã ẩn danh' and gone_card_no is null",
                                merge,
                                undone))
                .isEqualTo(2);
    }

    private static UUID merged(Merges merges, Viewer office, UUID first, UUID second) {
        return office.call(() ->
                merges.merge(
                        office,
                        merges.plan(office.scope(), first, second),
                        Map.of(),
                        "Chi bộ Phòng Một",
                        "Đã hỏi đồng chí ấy"));
    }

    @Test
    void a_proposal_is_dropped_with_a_reason_and_everything_stays() {
        UUID old = correction(800);
        propose("corrections");
        String drop = link(second.get("/disposals"), "/disposals/[0-9a-f-]{36}/dropping");

        Visitor.Page silent = second.post(drop, "reason", " ");
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.text()).contains("Ghi lý do không xóa");
        Visitor.Page dropped = second.post(drop, "reason", "Đang có khiếu nại");

        assertThat(dropped.text()).contains("Các bản ghi vẫn còn nguyên", "Đang có khiếu nại");
        assertThat(there("member.correction", old)).isTrue();
        assertThat(propose("corrections").text()).contains("Chờ người thứ hai");
    }

    @Test
    void a_term_made_longer_after_the_proposal_stops_it() {
        UUID old = correction(800);
        propose("corrections");
        term(second, "corrections", "1000");

        Visitor.Page stopped = approve(second);

        assertThat(stopped.status()).isEqualTo(409);
        assertThat(stopped.text()).contains("Thời hạn lưu giữ vừa được kéo dài");
        assertThat(there("member.correction", old)).isTrue();
    }

    @Test
    void another_province_neither_sees_nor_approves_and_an_auditor_only_reads() {
        correction(800);
        propose("corrections");
        String approval = link(second.get("/disposals"), "/disposals/[0-9a-f-]{36}/approval");
        Visitor stranger = administrator("Lường Văn Lạ", new World().province);
        Visitor auditor = visitor(holders.holder("Lường Thị Xem", Role.AUDITOR, world.province));

        assertThat(stranger.get("/disposals").text()).doesNotContain("Chờ người thứ hai");
        assertThat(stranger.post(approval).status()).isEqualTo(404);
        assertThat(auditor.get("/disposals").text())
                .contains("Chờ người thứ hai")
                .doesNotContain("/approval", "/dropping", "Duyệt lần thứ nhất</button>");
        assertThat(auditor.post(approval).status()).isEqualTo(404);
        assertThat(second.get("/").text()).contains("Đề nghị xóa chờ người thứ hai");
    }
}
