package vn.ganbo.meeting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.PageStatements;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.database.Db;
import vn.ganbo.document.PrintLayout;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.meeting.Meetings.Marking;

/** A cell whose members are away: it meets online or by groups, and sends documents ahead. */
@ProductTest
class FromAfarTest {
    private static final byte[] PDF = "%PDF-1.7\nmột tờ trình\n%%EOF".getBytes(UTF_8);
    private static final Sql PUBLISHED =
            Sql.of(
                    """
                    select a.mark || ', from afar: ' || a.from_afar::text as said
                      from meeting.published_attendance a
                     where a.member_id = :member::uuid
                    """);

    private static final String LINK = "https://hop.example.vn/to-1";

    @Autowired ApplicationContext context;
    @Autowired Meetings meetings;
    @Autowired MeetingDocuments documents;
    @Autowired DocumentStore sent;
    @Autowired Attendances attendances;
    @Autowired Absences absences;
    @Autowired MeetingStore store;
    @Autowired MeetingQueries queries;
    @Autowired InvitationPaperPages papers;
    @Autowired Db db;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private World world;
    private Viewer secretary;
    private LocalDate today;

    @BeforeEach
    void a_residential_cell() {
        world = new World();
        secretary = world.cellSecretary();
        today = LocalDate.now(clock);
    }

    private UUID own(String name, int unit, String status) {
        UUID member = world.member(name);
        World.run(
                "update member.member set work_no = ?, status = ? where id = ?",
                unit,
                status,
                member);
        return member;
    }

    private MeetingPlan plan(MeetingKind kind, MeetingWay way) {
        return new MeetingPlan(
                world.cell1,
                kind,
                "Sinh hoạt chi bộ thường kỳ",
                today,
                LocalTime.of(20, 0),
                "Nhà văn hóa tổ dân phố 1",
                "Bàn việc tháng tới",
                way,
                way.fromAfar() ? LINK : "",
                way.fromAfar() ? "Công văn 12-CV/ĐU ngày 03/03/2026 của Đảng ủy phường" : "");
    }

    private UUID invited(MeetingKind kind, MeetingWay way) {
        UUID id = secretary.call(() -> meetings.plan(secretary, plan(kind, way)));
        secretary.call(() -> meetings.invite(secretary, id, 1));
        return id;
    }

    private void mark(UUID meeting, UUID member, Mark mark) {
        secretary.call(() ->
                meetings.saveRollCall(
                        secretary, meeting, List.of(new Marking(member, null, mark))));
    }

    private void hold(UUID meeting, boolean restAbsent) {
        int version = store.find(secretary.scope(), meeting).orElseThrow().version();
        secretary.scope().run(() -> meetings.hold(secretary, meeting, version, restAbsent));
    }

    private @Nullable Mark markOf(UUID meeting, UUID member) {
        return queries.roll(secretary.scope(), meeting, null).stream()
                .filter(row -> row.memberId().equals(member))
                .findFirst()
                .orElseThrow()
                .mark();
    }

    @Test
    void a_cell_calls_its_own_members_and_those_away_and_nobody_of_the_register() {
        UUID here = own("Âu Thị Nhà", world.cell1, "OFFICIAL");
        UUID group = own("Âu Văn Tổ", world.group1, "PROBATIONARY");
        UUID away = own("Âu Văn Đi", world.cell1, "AWAY");
        UUID exempt = own("Âu Thị Miễn", world.cell1, "EXEMPT");
        own("Âu Văn Dừng", world.cell1, "SUSPENDED");
        new Neighbours(world).inCell("Âu Thị Sổ");

        UUID inPerson = invited(MeetingKind.PARTY_LIFE, MeetingWay.IN_PERSON);
        UUID online = invited(MeetingKind.PARTY_LIFE, MeetingWay.MIXED);

        assertThat(store.invited(secretary.scope(), inPerson))
                .extracting(MeetingStore.Invited::memberId)
                .containsExactlyInAnyOrder(here, group, away);
        assertThat(store.invited(secretary.scope(), online))
                .extracting(MeetingStore.Invited::memberId)
                .containsExactlyInAnyOrder(here, group, away, exempt);
    }

    @Test
    void who_takes_part_from_afar_is_marked_so_and_was_there() {
        UUID away = own("Âu Văn Xa", world.cell1, "AWAY");
        UUID meeting = invited(MeetingKind.PARTY_LIFE, MeetingWay.ONLINE);

        mark(meeting, away, Mark.FROM_AFAR);
        hold(meeting, false);

        assertThat(markOf(meeting, away)).isEqualTo(Mark.FROM_AFAR);
        assertThat(
                        attendances
                                .statusOf(secretary.scope(), List.of(away), today.getYear())
                                .get(away))
                .extracting(Attendances.Attended::status)
                .containsExactly(AttendanceStatus.PRESENT);
        assertThat(
                        secretary.call(() ->
                                db.list(
                                        secretary.scope(),
                                        PUBLISHED,
                                        row -> row.getString("said"),
                                        "member",
                                        away)))
                .containsExactly("PRESENT, from afar: true");
        Result result = Result.of(queries.tally(secretary.scope(), meeting), today);
        assertThat(result.of(AttendanceStatus.PRESENT)).isEqualTo(1);
        assertThat(result.fromAfar()).isEqualTo(1);
    }

    @Test
    void nobody_of_the_household_stands_in_at_the_meeting_of_a_cell() {
        own("Âu Thị Thay", world.cell1, "OFFICIAL");
        UUID meeting = invited(MeetingKind.PARTY_LIFE, MeetingWay.IN_PERSON);

        assertThat(store.find(secretary.scope(), meeting).orElseThrow().marks())
                .containsExactlyInAnyOrder(Mark.PRESENT, Mark.EXCUSED_BEFORE, Mark.ABSENT);
    }

    @Test
    void nobody_takes_part_from_afar_in_a_meeting_in_person() {
        UUID away = own("Âu Văn Kia", world.cell1, "AWAY");
        UUID meeting = invited(MeetingKind.PARTY_LIFE, MeetingWay.IN_PERSON);

        assertThatThrownBy(() -> mark(meeting, away, Mark.FROM_AFAR))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("not-from-afar");
        assertThat(markOf(meeting, away)).isNull();
    }

    @Test
    void who_is_exempt_may_come_and_is_never_absent() {
        UUID exempt = own("Âu Thị Già", world.cell1, "EXEMPT");
        UUID here = own("Âu Thị Có", world.cell1, "OFFICIAL");
        UUID meeting = invited(MeetingKind.PARTY_LIFE, MeetingWay.ONLINE);
        mark(meeting, here, Mark.PRESENT);

        hold(meeting, false);

        assertThat(markOf(meeting, exempt)).isEqualTo(Mark.EXCUSED_BEFORE);
    }

    @Test
    void a_meeting_from_afar_needs_a_way_in_and_somebody_who_allowed_it() {
        assertThatThrownBy(() ->
                        new MeetingPlan(
                                world.cell1,
                                MeetingKind.PARTY_LIFE,
                                "Sinh hoạt",
                                today,
                                LocalTime.NOON,
                                "Nhà văn hóa",
                                "Việc tháng tới",
                                MeetingWay.BY_GROUP,
                                " ",
                                "12-CV/ĐU"))
                .isInstanceOfSatisfying(
                        Problems.class,
                        problems -> assertThat(problems.byField()).containsOnlyKeys("joinAt"));
        assertThatThrownBy(() ->
                        secretary.call(() ->
                                meetings.plan(
                                        secretary,
                                        new MeetingPlan(
                                                world.cell1,
                                                MeetingKind.PARTY_LIFE,
                                                "Sinh hoạt",
                                                today,
                                                LocalTime.NOON,
                                                "Nhà văn hóa",
                                                "Việc tháng tới",
                                                MeetingWay.ONLINE,
                                                LINK,
                                                ""))))
                .isInstanceOfSatisfying(
                        Problems.class,
                        problems -> assertThat(problems.byField()).containsOnlyKeys("permission"));
    }

    @Test
    void what_is_sent_is_known_by_its_content_and_a_program_is_not_taken() throws IOException {
        UUID meeting = invited();

        for (byte[] wrong :
                List.of(
                        new byte[0],
                        "<script>alert(1)</script>".getBytes(UTF_8),
                        zip("xl/workbook.xml"),
                        zip("word/document.xml", "word/vbaProject.bin"),
                        new byte[] {'P', 'K', 3, 4, 9, 9, 9, 9})) {
            assertThatThrownBy(() -> add(meeting, "to-trinh.pdf", wrong))
                    .isInstanceOfSatisfying(
                            Problems.class,
                            problems -> assertThat(problems.byField()).containsOnlyKeys("file"));
        }
        assertThatThrownBy(() -> add(meeting, "lon.pdf", new byte[10_000_001]))
                .isInstanceOf(Problems.class);
        add(meeting, "C:\\Người viết\\Tờ trình\u0007.exe", PDF);
        add(meeting, "", zip("[Content_Types].xml", "word/document.xml"));

        assertThat(sent.ofMeeting(secretary.scope(), meeting))
                .extracting(DocumentStore.Listed::name)
                .containsExactly("Tờ trình.exe.pdf", "Tài liệu.docx");
        assertThatThrownBy(() -> add(meeting, "lần hai.pdf", PDF))
                .isInstanceOf(Problems.class)
                .hasMessageContaining("đã có");
    }

    @Test
    void the_invited_read_what_was_sent_and_others_do_not_find_it() {
        UUID away = own("Âu Văn Đọc", world.cell1, "AWAY");
        UUID other = own("Âu Văn Khác", world.cell2, "OFFICIAL");
        UUID meeting = invited(MeetingKind.PARTY_LIFE, MeetingWay.ONLINE);
        UUID document = add(meeting, "Tờ trình.pdf", PDF);
        Viewer me = world.memberViewer(away);
        Viewer neighbour =
                world.viewer(Role.RESIDENCE_CELL_SECRETARY, world.cell2, world.cell2 + 9);

        assertThat(me.call(() -> sent.find(me.scope(), meeting, document)).orElseThrow().bytes())
                .isEqualTo(PDF);
        assertThat(me.call(() -> sent.mine(me.scope()))).hasSize(1);
        for (Viewer stranger :
                List.of(world.memberViewer(other), neighbour, world.workplaceOffice())) {
            assertThat(stranger.call(() -> sent.find(stranger.scope(), meeting, document)))
                    .isEmpty();
        }
        assertThatThrownBy(() ->
                        neighbour.scope().run(() -> documents.remove(neighbour, meeting, document)))
                .isInstanceOf(NotFound.class);

        int version = store.find(secretary.scope(), meeting).orElseThrow().version();
        secretary.scope().run(() -> meetings.cancel(secretary, meeting, version, "Mưa lũ"));
        assertThat(me.call(() -> sent.find(me.scope(), meeting, document))).isEmpty();
        assertThatThrownBy(() -> add(meeting, "sau.pdf", "%PDF-khác".getBytes(UTF_8)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void from_the_plan_to_the_members_phone_and_the_paper() throws IOException {
        Holders holders = new Holders(context);
        UUID away = own("Âu Thị Phone", world.cell1, "AWAY");
        Visitor office = new Visitor(port);
        office.signIn(
                holders.holder("Âu Thị Thư", Role.RESIDENCE_CELL_SECRETARY, world.cell1).userName(),
                Holders.PASSWORD);
        Visitor me = new Visitor(port);
        me.signIn(
                holders.holder("Âu Thị Phone", Role.MEMBER, world.cell1, away).userName(),
                Holders.PASSWORD);
        office.get("/meetings/new");
        String[] typed = {
            "kind",
            "PARTY_LIFE",
            "title",
            "Sinh hoạt chi bộ tháng 12",
            "plannedOn",
            today.toString(),
            "startsAt",
            "20:00",
            "place",
            "Nhà văn hóa",
            "agenda",
            "Việc tháng tới",
            "way",
            "ONLINE",
            "joinAt",
            LINK,
            "permission",
            ""
        };
        Visitor.Page refused = office.post("/meetings", typed);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("03-HD/TW", LINK, "Sinh hoạt chi bộ tháng 12");
        typed[typed.length - 1] = "12-CV/ĐU ngày 03/03/2026";
        String meeting = office.post("/meetings", typed).path();
        UUID id = UUID.fromString(meeting.substring(meeting.lastIndexOf('/') + 1));

        assertThat(office.upload(meeting + "/documents", "file", "Tờ trình.pdf", PDF).text())
                .contains("Đã gửi tài liệu", "Tờ trình.pdf");
        assertThat(me.get("/my-meetings").text()).doesNotContain("Tờ trình.pdf");
        assertThat(PageStatements.of(office, meeting)).hasSizeLessThanOrEqualTo(5);
        assertThat(office.post(meeting + "/invitations", "version", "1").text())
                .contains("Đã mời", "12-CV/ĐU");

        assertThat(PageStatements.of(office, meeting)).hasSizeLessThanOrEqualTo(5);
        assertThat(PageStatements.of(me, "/my-meetings")).hasSizeLessThanOrEqualTo(5);
        Visitor.Page mine = me.get("/my-meetings");
        assertThat(mine.text()).contains(LINK, "Tờ trình.pdf", "Trực tuyến");
        UUID document = sent.ofMeeting(secretary.scope(), id).getFirst().id();
        assertThat(me.download("/my-meetings/" + id + "/documents/" + document)).isEqualTo(PDF);
        assertThat(office.download(meeting + "/documents/" + document)).isEqualTo(PDF);
        assertThat(office.get(meeting + "/attendance").text()).contains("Dự từ xa");
        byte[] paper =
                secretary.call(() -> papers.print(secretary, id, null, PrintLayout.A4)).getBody();
        try (PDDocument pdf = Loader.loadPDF(paper)) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("trực tuyến", LINK, "Tài liệu gửi trước", "Tờ trình.pdf");
        }
        assertThat(office.post(meeting + "/documents/" + document + "/removal").text())
                .contains("Đã bỏ tài liệu");
        assertThat(me.get("/my-meetings").text()).doesNotContain("Tờ trình.pdf");
    }

    @Test
    void a_cell_at_work_calls_its_members_and_the_residence_learns_nothing_of_it() {
        Holders holders = new Holders(context);
        UUID away = own("Âu Văn Đội", world.workCell, "AWAY");
        World.run("update member.member set res_no = ? where id = ?", world.cell1, away);
        Visitor office = new Visitor(port);
        office.signIn(
                holders.holder("Âu Thị Cơ", Role.WORKPLACE_CELL_SECRETARY, world.workCell)
                        .userName(),
                Holders.PASSWORD);
        Visitor me = new Visitor(port);
        me.signIn(
                holders.holder("Âu Văn Đội", Role.MEMBER, world.workCell, away).userName(),
                Holders.PASSWORD);
        Visitor residence = new Visitor(port);
        residence.signIn(
                holders.holder("Âu Thị Phố", Role.RESIDENCE_CELL_SECRETARY, world.cell1).userName(),
                Holders.PASSWORD);

        assertThat(office.get("/meetings").text())
                .contains("Sinh hoạt chi bộ")
                .doesNotContain("nơi cư trú");
        assertThat(office.get("/meetings/new").text()).doesNotContain("Loại cuộc họp");
        String meeting =
                office.post(
                                "/meetings",
                                "title",
                                "Họp Âu tháng này",
                                "plannedOn",
                                today.toString(),
                                "startsAt",
                                "14:00",
                                "place",
                                "Phòng họp",
                                "agenda",
                                "Việc tháng tới",
                                "way",
                                "MIXED",
                                "joinAt",
                                LINK,
                                "permission",
                                "12-CV/ĐU ngày 03/03/2026")
                        .path();
        UUID id = UUID.fromString(meeting.substring(meeting.lastIndexOf('/') + 1));
        assertThat(residence.get("/members/" + away).text()).doesNotContain("Họp Âu");
        assertThat(office.post(meeting + "/invitations", "version", "1").text()).contains("Đã mời");
        assertThat(me.get("/my-meetings").text()).contains("Họp Âu tháng này", LINK);
        assertThat(office.get(meeting + "/attendance").text()).contains("Âu Văn Đội", "Dự từ xa");
        for (String page : List.of("/meetings", meeting)) {
            assertThat(PageStatements.of(office, page)).as(page).hasSizeLessThanOrEqualTo(5);
        }
        Viewer cell = world.viewer(Role.WORKPLACE_CELL_SECRETARY, world.workCell, world.workCell);
        cell.call(() ->
                meetings.saveRollCall(cell, id, List.of(new Marking(away, null, Mark.ABSENT))));
        int version = store.find(cell.scope(), id).orElseThrow().version();
        cell.scope().run(() -> meetings.hold(cell, id, version, true));
        assertThat(office.post(meeting + "/questions").text()).contains("Đang hỏi lý do");
        World.run(
                "update meeting.attendance set asked_on = ?, answer_due = ? where meeting_id = ?",
                today.minusDays(9),
                today.minusDays(1),
                id);
        cell.call(() -> absences.conclude(cell));

        assertThat(office.get("/members/" + away).text())
                .contains("Họp Âu tháng này", "Vắng không phép");
        assertThat(residence.get(meeting).status()).isEqualTo(404);
        assertThat(residence.get("/meetings").text()).doesNotContain("Họp Âu");
        assertThat(residence.get("/members/" + away).text())
                .contains("Âu Văn Đội")
                .doesNotContain("Họp Âu", "Vắng không phép", "vắng không");
        assertThat(me.get("/my-report").text()).doesNotContain("Họp Âu");
    }

    @Test
    void old_documents_go_when_two_have_approved_and_this_years_stay() {
        UUID old = invited();
        add(old, "Tờ trình.pdf", PDF);
        UUID fresh = invited();
        add(fresh, "Tờ trình.pdf", PDF);
        World.run("update meeting.meeting set planned_on = date '2015-03-02' where id = ?", old);
        Holders holders = new Holders(context);
        Visitor first = new Visitor(port);
        first.signIn(
                holders.holder("Âu Thị Một", Role.ADMINISTRATOR, world.province).userName(),
                Holders.PASSWORD);
        Visitor second = new Visitor(port);
        second.signIn(
                holders.holder("Âu Thị Hai", Role.ADMINISTRATOR, world.province).userName(),
                Holders.PASSWORD);

        first.get("/disposals");
        assertThat(first.post("/disposals", "kind", "meeting-documents").text())
                .contains("1 bản ghi");
        String page = second.get("/disposals").text();
        String path = page.substring(page.indexOf("/disposals/"), page.indexOf("/approval"));
        assertThat(second.post(path + "/approval").text()).contains("Đã làm xong với 1 bản ghi");

        assertThat(sent.ofMeeting(secretary.scope(), old)).isEmpty();
        assertThat(sent.ofMeeting(secretary.scope(), fresh)).hasSize(1);
    }

    private UUID invited() {
        own("Âu Văn Nhận", world.cell1, "OFFICIAL");
        return invited(MeetingKind.PARTY_LIFE, MeetingWay.IN_PERSON);
    }

    private UUID add(UUID meeting, String name, byte[] bytes) {
        return secretary.call(() -> documents.add(secretary, meeting, name, bytes));
    }

    private static byte[] zip(String... parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String part : parts) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write("<x/>".getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
