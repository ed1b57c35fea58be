package vn.ganbo.liaison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.liaison.Introductions.Placement;
import vn.ganbo.liaison.Introductions.Signer;
import vn.ganbo.member.ImportFacts;

/** What a change of the record, an exemption or a return means for letters and the register. */
@ProductTest
class ChangesTest {
    private static final Sql ENTRY =
            Sql.of(
                    """
                    select c.exempt || ' ' || upper_inf(c.valid) || ' ' || c.work_no
                      from liaison.contact c
                     where c.member_id = :id::uuid
                     order by lower(c.valid) desc, c.id desc
                     limit 1
                    """);

    private static final Sql STATES =
            Sql.of(
                    """
                    select string_agg(i.state, ' ' order by i.id)
                      from liaison.introduction i
                     where i.member_id = :id::uuid
                    """);

    private static final Sql ADDRESS =
            Sql.of(
                    "select c.address from liaison.contact c where c.member_id = :id::uuid and upper_inf(c.valid)");

    private static final Sql RES =
            Sql.of(
                    "select coalesce(m.res_no::text, '') from member.published_member m where m.id = :id::uuid");

    @Autowired Introductions introductions;
    @Autowired Changes changes;
    @Autowired IntroductionQueries queries;
    @Autowired vn.ganbo.organisation.Units units;
    @Autowired ApplicationContext context;
    @Autowired Db db;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private World world;
    private Viewer work;
    private Viewer ward;
    private UUID person;
    private UUID letter;
    private Visitor clerk;
    private Holders holders;

    @BeforeEach
    void somebody_placed_in_a_cell() {
        world = new World();
        work = world.workplaceOffice();
        ward = world.wardOffice();
        person = world.member("Tráng A Biến");
        letter = placed(person);
        holders = new Holders(context);
        clerk = visitor("Sùng Thị Lưu", Role.WORKPLACE_OFFICE, world.workplace);
    }

    private Visitor visitor(String name, Role role, int unit) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(holders.holder(name, role, unit, null).userName(), Holders.PASSWORD);
        return visitor;
    }

    private UUID sent(UUID member) {
        return work.call(() -> {
            UUID made = introductions.issue(work, List.of(member)).letters().getFirst();
            introductions.sign(work, List.of(made), new Signer("Lò Văn Ký", "Bí thư"));
            introductions.send(work, List.of(made));
            return made;
        });
    }

    private UUID placed(UUID member) {
        UUID made = sent(member);
        UUID cell = units.require(ward.scope(), world.cell1).id();
        ward.call(() -> {
            introductions.acknowledge(
                    ward, made, 3, new Placement(cell, null, null, "0912 345 678"));
            return 0;
        });
        return made;
    }

    private String text(Sql sql) {
        return db.one(Scope.system("test"), sql, row -> row.getString(1), "id", person).orElse("");
    }

    private Visitor.Page grant(String ground, String since, String until) {
        clerk.get("/members/" + person + "/exemptions");
        return clerk.post(
                "/members/" + person + "/exemptions",
                "ground",
                ground,
                "since",
                since,
                "until",
                until,
                "paperNo",
                "12-CV/ĐU",
                "paperDate",
                Show.date(LocalDate.now(clock)));
    }

    private String day(int fromToday) {
        return Show.date(LocalDate.now(clock).plusDays(fromToday));
    }

    @Test
    void an_exemption_is_on_the_register_at_once_and_off_it_when_it_ends() {
        assertThat(grant("works-far-or-mobile", day(0), day(300)).text())
                .contains("Đã ghi diện miễn", "12-CV/ĐU", "lưu động");
        assertThat(text(ENTRY)).startsWith("true true");
        assertThat(
                        visitor("Vàng Thị Phường", Role.RESIDENCE_OFFICE, world.ward)
                                .get("/notifications")
                                .text())
                .contains("Ghi diện miễn sinh hoạt nơi cư trú");

        assertThat(grant("studies-far", day(10), day(20)).status()).isEqualTo(422);

        World.run(
                "update member.exemption set valid = daterange('2025-01-01', ?) where member_id = ?",
                java.sql.Date.valueOf(LocalDate.now(clock)),
                person);
        Viewer system = Viewer.system("test");
        system.scope().run(() -> changes.markExempt(system));
        assertThat(text(ENTRY)).startsWith("false true");
    }

    @Test
    void a_ground_of_which_nothing_may_be_kept_is_refused_and_leaves_nothing() {
        long before = facts();

        Visitor.Page page = grant("secret-or-combat-ready", day(0), day(300));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("Chương trình chưa ghi gì");
        assertThat(facts()).isEqualTo(before);
        assertThat(clerk.get("/members/" + person + "/exemptions").text())
                .contains("Chưa có diện miễn nào")
                .doesNotContain("value=\"secret-or-combat-ready\"");
    }

    private static final Sql FACTS = Sql.of("select count(*) from audit.fact");

    private long facts() {
        return db.number(Scope.system("test"), FACTS);
    }

    @Test
    void somebody_under_a_letter_is_not_exempt_from_introduction() {
        assertThat(grant("not-introduced-b", day(0), day(30)).text())
                .contains("Chưa ghi được diện miễn giới thiệu", "Tráng A Biến");
    }

    @Test
    void who_is_exempt_from_introduction_is_not_proposed_for_a_letter() {
        UUID other = world.member("Tráng Thị Miễn");
        assertThat(clerk.get("/introductions/new").text()).contains("Tráng Thị Miễn");

        clerk.get("/members/" + other + "/exemptions");
        assertThat(
                        clerk.post(
                                        "/members/" + other + "/exemptions",
                                        "ground",
                                        "not-introduced-b",
                                        "since",
                                        day(0),
                                        "until",
                                        day(20),
                                        "paperNo",
                                        "13-CV/ĐU",
                                        "paperDate",
                                        day(0))
                                .text())
                .contains("Đã ghi diện miễn");

        assertThat(clerk.get("/introductions/new").text()).doesNotContain("Tráng Thị Miễn");
        assertThatThrownBy(() -> work.call(() -> introductions.issue(work, List.of(other))))
                .isInstanceOf(vn.ganbo.kernel.Refusal.class);
        assertThat(clerk.get("/exemptions").text()).contains("Tráng Thị Miễn", "Sắp hết hạn");
    }

    @Test
    void who_moved_to_another_ward_gets_a_new_letter_and_the_old_register_is_told() {
        World.run(
                "update member.member set residence_commune = ? where id = ?",
                world.commune() + "x",
                person);
        assertThat(clerk.get("/introductions/changes").text())
                .contains("Tráng A Biến", "Kết thúc giấy cũ, lập giấy về Đảng ủy xã Đồi Thử");

        assertThat(clerk.post("/introductions/changes", "letters", letter.toString()).text())
                .contains("Đã kết thúc 1 giấy cũ", "cấp số 1 giấy");

        assertThat(text(STATES)).isEqualTo("ENDED ISSUED");
        assertThat(text(ENTRY)).contains(" false ");
        assertThat(text(RES)).isEmpty();
        assertThat(
                        visitor("Vàng Thị Phố", Role.RESIDENCE_OFFICE, world.ward)
                                .get("/notifications")
                                .text())
                .contains("Kết thúc 1 giấy giới thiệu vì biến động");
        assertThat(clerk.post("/introductions/changes", "letters", letter.toString()).status())
                .isEqualTo(409);
    }

    @Test
    void a_new_address_in_the_same_ward_reaches_the_register_and_the_residence_is_told() {
        Visitor.Page form = clerk.get("/members/" + person + "/edit");
        clerk.post(
                "/members/" + person,
                "version",
                form.hidden("version"),
                "fullName",
                "Tráng A Biến",
                "address",
                "Số 77 ngõ Mới",
                "commune",
                world.commune());

        Visitor office = visitor("Vàng Thị Nhà", Role.RESIDENCE_OFFICE, world.ward);
        assertThat(office.get("/notifications").text()).contains("đổi chỗ ở trong xã, phường");
        assertThat(text(ADDRESS)).isEqualTo("Số 77 ngõ Mới");
        assertThat(text(STATES)).isEqualTo("PLACED");
        assertThat(
                        visitor("Vàng Thị Khác", Role.RESIDENCE_OFFICE, world.otherWard)
                                .get("/notifications")
                                .text())
                .doesNotContain("đổi chỗ ở");
    }

    @Test
    void a_list_that_brings_another_address_reaches_the_register_or_proposes_a_letter() {
        World.run(
                "update member.member set residence_address = 'Số 5 ngõ Nhập' where id = ?",
                person);
        imported();

        Visitor office = visitor("Vàng Thị Nhập", Role.RESIDENCE_OFFICE, world.ward);
        assertThat(office.get("/notifications").text())
                .contains("1 đảng viên đổi chỗ ở trong xã, phường theo danh sách mới nhập");
        assertThat(text(ADDRESS)).isEqualTo("Số 5 ngõ Nhập");
        assertThat(text(STATES)).isEqualTo("PLACED");

        World.run(
                "update member.member set residence_commune = ? where id = ?",
                world.commune() + "x",
                person);
        imported();
        assertThat(text(ADDRESS)).isEqualTo("Số 5 ngõ Nhập");
        assertThat(clerk.get("/introductions/changes").text())
                .contains("Tráng A Biến", "Nay cư trú ở nơi khác", "lập giấy về Đảng ủy");
    }

    /** As the import tells it when its rows are written. */
    private void imported() {
        ImportFacts.MembersImported fact =
                new ImportFacts.MembersImported(UUID.randomUUID(), List.of(person), 1, 0, 1);
        TransactionTemplate act =
                new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        work.scope()
                .run(() ->
                        act.executeWithoutResult(
                                _ -> context.getBean(Facts.class).tell(work, fact)));
    }

    @Test
    void who_has_died_is_introduced_no_longer() {
        World.run("update member.member set status = 'DECEASED' where id = ?", person);

        work.call(() -> changes.settle(work, List.of(letter)));

        assertThat(text(STATES)).isEqualTo("ENDED");
        assertThat(text(ENTRY)).contains(" false ");
    }

    @Test
    void a_letter_that_came_back_says_why_and_what_to_do_next() {
        UUID other = world.member("Tráng Thị Về");
        UUID back = sent(other);
        Visitor office = visitor("Vàng Văn Bến", Role.RESIDENCE_OFFICE, world.ward);
        office.get("/introductions/" + back);
        assertThat(office.post("/introductions/" + back + "/return", "version", "3").text())
                .contains("Chọn lý do trả lại");
        office.post(
                "/introductions/" + back + "/return",
                "version",
                "3",
                "because",
                "WRONG_ADDRESS",
                "reason",
                "Thuộc phường bên cạnh");

        assertThat(clerk.get("/introductions/" + back).text())
                .contains("Địa chỉ không thuộc địa bàn. Thuộc phường bên cạnh");
        assertThat(clerk.get("/introductions/changes").text())
                .contains("Tráng Thị Về", "sửa xã, phường cư trú trong hồ sơ");
        assertThat(clerk.get("/notifications").text()).contains("Trả lại giấy giới thiệu");
        World.run(
                "update member.member set residence_commune = ? where id = ?",
                world.commune() + "x",
                other);
        assertThat(clerk.get("/introductions/changes").text())
                .contains("Lập giấy mới về Đảng ủy xã Đồi Thử");
    }

    @Test
    void each_reason_of_a_return_has_its_follow_up_and_it_ends_also_without_another_letter() {
        UUID other = world.member("Tráng Thị Trùng");
        UUID back = sent(other);
        ward.scope()
                .run(() ->
                        introductions.giveBack(ward, back, 3, ReturnReason.ALREADY_REGISTERED, ""));
        assertThat(clerk.get("/introductions/" + back).text())
                .contains("Việc tiếp theo", "Đối chiếu hai bên", "Không lập giấy mới, ghi lý do");
        assertThat(clerk.get("/introductions/changes").text())
                .contains("Tráng Thị Trùng", "đúng là đã có trong sổ");

        assertThat(clerk.post("/introductions/" + back + "/settlement", "version", "4").text())
                .contains("Ghi vì sao không lập giấy mới");
        clerk.post(
                "/introductions/" + back + "/settlement",
                "version",
                "4",
                "reason",
                "Đã có trong sổ theo giấy cũ");

        assertThat(clerk.get("/introductions/changes").text()).doesNotContain("Tráng Thị Trùng");
        assertThat(clerk.get("/introductions/new").text()).doesNotContain("Tráng Thị Trùng");
        assertThat(clerk.get("/introductions/" + back).text())
                .contains("Không lập giấy mới", "Đã có trong sổ theo giấy cũ")
                .doesNotContain("Việc tiếp theo");
        Viewer stranger = world.viewer(Role.WORKPLACE_OFFICE, world.base + 700, world.base + 799);
        assertThatThrownBy(() ->
                        stranger.scope().run(() -> introductions.settle(stranger, back, 5, "x")))
                .isInstanceOf(vn.ganbo.kernel.NotFound.class);

        World.run(
                "update member.member set residence_commune = ? where id = ?",
                world.commune() + "x",
                other);
        assertThat(clerk.get("/introductions/changes").text())
                .contains("Tráng Thị Trùng", "Lập giấy mới về Đảng ủy xã Đồi Thử");
    }

    @Test
    void a_withdrawal_is_told_to_a_residence_that_knew_of_the_letter_and_to_no_other() {
        UUID known = sent(world.member("Tráng Thị Rút"));
        UUID unknown =
                work.call(() ->
                        introductions
                                .issue(work, List.of(world.member("Tráng Thị Thôi")))
                                .letters()
                                .getFirst());

        work.scope()
                .run(() -> {
                    introductions.withdraw(work, known, 3, "Ghi nhầm nơi cư trú");
                    introductions.withdraw(work, unknown, 1, "Ghi nhầm người");
                });

        assertThat(
                        visitor("Vàng Thị Nghe", Role.RESIDENCE_OFFICE, world.ward)
                                .get("/notifications")
                                .text())
                .contains("Rút giấy giới thiệu")
                .doesNotContain("khi chưa gửi");
    }

    @Test
    void an_office_cannot_end_what_another_office_introduced() {
        Viewer stranger = world.viewer(Role.WORKPLACE_OFFICE, world.base + 700, world.base + 799);

        assertThatThrownBy(() -> stranger.call(() -> changes.settle(stranger, List.of(letter))))
                .isInstanceOf(vn.ganbo.kernel.Refusal.class);
        assertThatThrownBy(() ->
                        stranger.call(() ->
                                db.number(
                                        stranger.scope(),
                                        Changes.CLOSE,
                                        "letters",
                                        new UUID[] {letter},
                                        "on",
                                        LocalDate.now(clock),
                                        "because",
                                        "x")))
                .isInstanceOf(vn.ganbo.kernel.NotFound.class);
        assertThat(text(STATES)).isEqualTo("PLACED");
    }

    @Test
    void a_letter_goes_along_to_another_cell_of_the_workplace() {
        World.run(
                "insert into organisation.unit (no, id) values (?, ?)",
                world.base + 520,
                UUID.randomUUID());
        World.run(
                """
                insert into organisation.unit_period
                       (unit_no, code, name, kind, side, parent_no, commune_code, valid)
                values (?, ?, 'Chi bộ Phòng Hai', 'CELL', 'WORKPLACE', ?, null, '[2020-01-01,)')
                """,
                world.base + 520,
                "T." + (world.base + 520),
                world.workplace);
        clerk.get("/members/" + person + "/periods");
        clerk.post(
                "/members/" + person + "/periods",
                "kind",
                "WORKPLACE",
                "unit",
                Integer.toString(world.base + 520),
                "since",
                day(0));

        assertThat(text(ENTRY)).endsWith(" " + (world.base + 520));
    }

    @Test
    void the_member_and_the_workplace_learn_whom_to_call_and_when_the_next_meeting_is()
            throws java.io.IOException {
        World.run(
                """
                insert into meeting.meeting
                       (unit_no, id, kind, title, planned_on, starts_at, place, agenda, state, rulebook,
                        changed_at, changed_by)
                values (?, ?, 'PERIODIC', 'Họp kỳ thử', ?, '19:30', 'Nhà văn hóa thử', 'x', 'PLANNED',
                        '213-qd-tw/1', now(), 'test')
                """,
                world.cell1,
                UUID.randomUUID(),
                java.sql.Date.valueOf(LocalDate.now(clock).plusDays(9)));
        World.run(
                "update liaison.contact set in_charge_name = 'Vi Thị Trực' where member_id = ?",
                person);

        assertThat(clerk.get("/members/" + person).text())
                .contains("Vi Thị Trực, điện thoại 0912 345 678")
                .contains("Họp kỳ thử", "19 giờ 30", "Nhà văn hóa thử");
        assertThat(queries.one(work.scope(), letter).orElseThrow().inChargePhone())
                .isEqualTo("0912 345 678");
        assertThat(clerk.get("/introductions/" + letter).text())
                .contains("Cuộc họp sắp tới", "19 giờ 30", "Nhà văn hóa thử");

        UUID other = world.member("Tráng Thị Mới");
        UUID arrived = placed(other);
        Visitor self = new Visitor(port);
        self.signIn(
                holders.holder("Tráng Thị Mới", Role.MEMBER, world.workCell, other).userName(),
                Holders.PASSWORD);
        for (Visitor reader : List.of(clerk, self)) {
            assertThat(reader.get("/notifications").text())
                    .contains(
                            "Chi bộ Tổ dân phố 1. Điện thoại 0912 345 678. Cuộc họp sắp tới: 19 giờ 30");
            assertThat(reader.get("/introductions/" + arrived).text())
                    .contains("Cuộc họp sắp tới", "Nhà văn hóa thử");
        }
        assertThat(
                        db.number(
                                Scope.system("test"),
                                Sql.of(
                                        "select count(*) from audit.fact f where f.details::text like '%0912 345 678%'")))
                .isZero();
        UUID slip =
                java.util.Objects.requireNonNull(
                        queries.one(work.scope(), arrived).orElseThrow().acknowledgementPaperId());
        try (PDDocument paper = Loader.loadPDF(clerk.download("/papers/" + slip))) {
            assertThat(new PDFTextStripper().getText(paper).replaceAll("\\s+", " "))
                    .contains("Điện thoại 0912 345 678", "Nhà văn hóa thử");
        }
    }
}
