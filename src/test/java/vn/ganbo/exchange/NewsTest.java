package vn.ganbo.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import vn.ganbo.database.Db;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.liaison.Introductions;
import vn.ganbo.liaison.Introductions.Placement;
import vn.ganbo.organisation.Units;

/** Bulletins of the residence, and the sheet of every half-year, both ways. */
@ProductTest
class NewsTest {
    private static final Signer SIGNER = new Signer("Lò Văn Ký", "Bí thư");

    @Autowired Bulletins bulletins;
    @Autowired BulletinStore store;
    @Autowired HalfSheets sheets;
    @Autowired HalfSheetStore kept;
    @Autowired Exchanges exchanges;
    @Autowired Introductions introductions;
    @Autowired Units units;
    @Autowired ApplicationContext context;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private World world;
    private Viewer work;
    private Viewer ward;
    private UUID person;
    private HalfYear half;

    @BeforeEach
    void one_member_on_the_register() {
        world = new World();
        work = world.workplaceOffice();
        ward = world.wardOffice();
        half = HalfYear.of(LocalDate.now(clock));
        person = world.member("Khoàng Thị Tin");
        UUID letter =
                work.call(() -> {
                    UUID made = introductions.issue(work, List.of(person)).letters().getFirst();
                    introductions.sign(
                            work, List.of(made), new Introductions.Signer("Lò Văn Ký", "Bí thư"));
                    introductions.send(work, List.of(made));
                    return made;
                });
        UUID cell = units.require(ward.scope(), world.cell1).id();
        ward.call(() -> {
            introductions.acknowledge(ward, letter, 3, new Placement(cell, null, null));
            return 0;
        });
    }

    private UUID send(Viewer viewer) {
        return viewer.call(() ->
                bulletins.send(
                        viewer,
                        new Bulletins.NewBulletin("Tình hình tháng 11", "Đường Thử đang sửa."),
                        SIGNER));
    }

    @Test
    void a_bulletin_reaches_the_workplaces_of_the_register_and_nobody_else() {
        UUID id = send(ward);

        assertThat(store.one(work.scope(), id)).isPresent();
        assertThat(store.one(world.otherWardOffice().scope(), id)).isEmpty();
        Viewer stranger = world.viewer(Role.WORKPLACE_OFFICE, world.base + 700, world.base + 799);
        assertThat(store.one(stranger.scope(), id)).isEmpty();
        assertThatThrownBy(() -> stranger.scope().run(() -> bulletins.acknowledge(stranger, id)))
                .isInstanceOf(NotFound.class);

        work.scope().run(() -> bulletins.acknowledge(work, id));

        assertThat(store.copies(ward.scope(), id))
                .singleElement()
                .satisfies(copy -> assertThat(copy.acknowledgedOn()).isNotNull());
        assertThatThrownBy(() -> work.scope().run(() -> bulletins.acknowledge(work, id)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> send(work)).isInstanceOf(NotFound.class);
        Viewer empty = world.otherWardOffice();
        assertThatThrownBy(() -> send(empty)).isInstanceOf(Refusal.class);
    }

    @Test
    void members_on_the_register_read_the_bulletin_and_no_other_member_does() {
        send(ward);
        Viewer cell = world.viewer(Role.RESIDENCE_CELL_SECRETARY, world.cell2, world.cell2 + 9);
        UUID elsewhere = world.member("Khoàng Thị Xa");
        Viewer member = world.memberViewer(person);
        assertThat(member.call(() -> store.mine(member.scope(), null)))
                .singleElement()
                .satisfies(b -> assertThat(b.body()).contains("Đường Thử"));
        Viewer stranger = world.memberViewer(elsewhere);
        assertThat(stranger.call(() -> store.mine(stranger.scope(), null))).isEmpty();
        assertThatThrownBy(() -> send(cell)).isInstanceOf(Refusal.class);

        Visitor self = new Visitor(port);
        self.signIn(
                new Holders(context)
                        .holder("Khoàng Thị Tin", Role.MEMBER, world.workCell, person)
                        .userName(),
                Holders.PASSWORD);
        assertThat(self.get("/bulletins/mine").text())
                .contains("Tình hình tháng 11", "Đảng ủy phường Bến Thử");
    }

    @Test
    void who_has_not_sent_the_sheet_by_its_day_is_reminded_once() {
        HalfYear last = half.before();
        World.run(
                "update liaison.introduction set sent_on = ?, acknowledged_on = ? where member_id = ?",
                last.first(),
                last.first(),
                person);
        World.run(
                "update liaison.contact set valid = daterange(?, null) where member_id = ?",
                last.first(),
                person);
        ward.call(() -> sheets.send(ward, last, List.of(world.workplace), "", SIGNER));
        Viewer system = Viewer.system("test");

        system.scope().run(() -> sheets.remind(system));
        system.scope().run(() -> sheets.remind(system));

        assertThat(told(world.workplace))
                .containsExactly("exchange.half-sheet-due-at-workplace /half-sheets 1");
        assertThat(told(world.ward)).isEmpty();
    }

    @Test
    void whose_sheet_stays_away_is_told_to_the_superior_once() {
        HalfYear last = half.before();
        World.run(
                "update liaison.introduction set sent_on = ?, acknowledged_on = ? where member_id = ?",
                last.first(),
                last.first(),
                person);
        World.run(
                "update liaison.contact set valid = daterange(?, null) where member_id = ?",
                last.first(),
                person);
        ward.call(() -> sheets.send(ward, last, List.of(world.workplace), "", SIGNER));
        Viewer system = Viewer.system("test");
        system.scope().run(() -> sheets.escalate(system));
        assertThat(told(world.province)).isEmpty();

        for (int night = 0; night < 2; night++) {
            system.scope().run(() -> sheets.remind(system));
            system.scope().run(() -> sheets.escalate(system));
        }

        assertThat(told(world.province))
                .containsExactly(
                        "exchange.half-sheet-superior-told-at-workplace /exchange/board 1");
        assertThat(told(world.workplace))
                .containsExactlyInAnyOrder(
                        "exchange.half-sheet-due-at-workplace /half-sheets 1",
                        "exchange.half-sheet-superior-told-at-workplace /half-sheets 1");
        assertThat(told(world.ward)).isEmpty();
    }

    @Test
    void a_superior_reads_the_sheets_page_by_page() {
        ward.call(() -> sheets.send(ward, half, List.of(world.workplace), "", SIGNER));
        Visitor auditor = new Visitor(port);
        auditor.signIn(
                new Holders(context)
                        .holder("Lò Thị Soát", Role.AUDITOR, world.province, null)
                        .userName(),
                Holders.PASSWORD);

        assertThat(auditor.get("/half-sheets?half=" + Show.date(half.first())).text())
                .contains("Đảng ủy phường Bến Thử", "Đảng ủy Trường Thử Nghiệm", "Chưa nhận");
        assertThat(auditor.get("/half-sheets/export?as=csv&half=" + Show.date(half.first())).text())
                .contains("Đảng ủy phường Bến Thử");
    }

    private List<String> told(int unit) {
        return context.getBean(Db.class)
                .list(
                        Scope.system("test"),
                        Sql.of(
                                """
                                select n.key || ' ' || n.link || ' ' || (n.details ->> 'committees') as line
                                  from notification.notice n
                                 where n.unit_no = :no
                                   and n.key like 'exchange.half-sheet%'
                                """),
                        row -> row.getString("line"),
                        "no",
                        unit);
    }

    @Test
    void a_sheet_counts_the_half_year_and_keeps_its_figures_when_they_change_later() {
        ward.call(() -> sheets.send(ward, half, List.of(world.workplace), "Phối hợp tốt.", SIGNER));
        HalfSheetStore.Sheet sheet = kept.of(work.scope(), half).getFirst();
        assertThat(Figures.read(sheet.figures()))
                .containsEntry("registered", 1L)
                .containsEntry("told", 0L);

        UUID notice =
                ward.call(
                        () -> exchanges.draft(ward, person, NoticeKind.PRAISE, "Việc tốt.", false));
        ward.scope().run(() -> exchanges.send(ward, java.util.Map.of(notice, 1), SIGNER, null));

        assertThat(Figures.read(kept.of(work.scope(), half).getFirst().figures()))
                .containsEntry("told", 0L);
        assertThat(kept.partners(ward.scope(), Direction.TO_WORKPLACE, half, LocalDate.now(clock)))
                .singleElement()
                .satisfies(p -> assertThat(Figures.read(p.figures())).containsEntry("told", 1L));
        assertThatThrownBy(() ->
                        ward.call(() ->
                                sheets.send(ward, half, List.of(world.workplace), "", SIGNER)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        e -> assertThat(e.key()).isEqualTo("exchange.half-sheet-sent"));
        assertThatThrownBy(() -> ward.scope().run(() -> sheets.receive(ward, sheet.id())))
                .isInstanceOf(NotFound.class);
        work.scope().run(() -> sheets.receive(work, sheet.id()));
        assertThat(kept.one(ward.scope(), sheet.id()).orElseThrow().receivedOn()).isNotNull();
        assertThat(kept.of(world.otherWardOffice().scope(), half)).isEmpty();
    }

    @Test
    void both_sides_see_what_the_other_has_sent_on_one_page() {
        Holders holders = new Holders(context);
        Visitor clerk = new Visitor(port);
        clerk.signIn(
                holders.holder("Lò Thị Kỳ", Role.WORKPLACE_OFFICE, world.workplace, null)
                        .userName(),
                Holders.PASSWORD);
        String now = Show.date(half.first());

        assertThat(clerk.get("/half-sheets?half=" + now).text())
                .contains("Đảng ủy phường Bến Thử", "Đang giới thiệu: <b>1</b>");
        assertThat(clerk.post("/half-sheets", "half", now, "partners", "" + world.ward).text())
                .contains("Cần ghi họ và tên người ký");
        assertThat(
                        clerk.post(
                                        "/half-sheets",
                                        "half",
                                        now,
                                        "partners",
                                        "" + world.ward,
                                        "signer",
                                        "Lò Văn Ký",
                                        "post",
                                        "Bí thư")
                                .text())
                .contains("Đã ký và gửi 1 phiếu", "bên kia chưa nhận");
        assertThat(clerk.get("/half-sheets").status()).isEqualTo(200);
        assertThat(clerk.get("/bulletins").text()).contains("Chưa có bản tin nào");
    }
}
