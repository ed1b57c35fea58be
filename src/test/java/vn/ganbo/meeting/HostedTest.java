package vn.ganbo.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
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
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.meeting.Meetings.Marking;

/** Whoever stays with a cell for a time is called there, counted apart, and not missed at home. */
@ProductTest
class HostedTest {
    @Autowired ApplicationContext context;
    @Autowired Meetings meetings;
    @Autowired Absences absences;
    @Autowired Attendances attendances;
    @Autowired MeetingStore store;
    @Autowired MeetingQueries queries;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private World world;
    private Viewer atHome;
    private Viewer atHost;
    private UUID guest;
    private LocalDate today;

    /** The guest's home is the cell at work, the host a cell of the ward. */
    @BeforeEach
    void somebody_stays_with_a_cell_of_the_ward() {
        world = new World();
        today = LocalDate.now(clock);
        atHome = world.viewer(Role.WORKPLACE_CELL_SECRETARY, world.workCell, world.workCell + 9);
        atHost = world.cellSecretary();
        guest = world.member("Tẩn Thị Khách");
        stays(guest, today.minusDays(30), today.plusMonths(5), null);
    }

    private void stays(UUID member, LocalDate since, LocalDate until, @Nullable LocalDate endedOn) {
        World.run(
                """
                insert into member.stay
                       (home_no, office_no, host_no, id, member_id, full_name, sort_key, home_name, host_name,
                        since, until, ended_on)
                select m.work_no, ?, ?, ?, m.id, m.full_name, m.sort_key, 'Chi bộ Phòng Một',
                       'Đảng bộ phường Bến Thử', ?, ?, ?
                  from member.member m
                 where m.id = ?
                """,
                world.ward,
                world.cell1,
                Ids.next(),
                since,
                until,
                endedOn,
                member);
    }

    private UUID own(String name) {
        UUID member = world.member(name);
        World.run("update member.member set work_no = ? where id = ?", world.cell1, member);
        return member;
    }

    private UUID called(Viewer secretary, LocalDate on) {
        UUID id =
                secretary.call(() ->
                        meetings.plan(
                                secretary,
                                new MeetingPlan(
                                        secretary.unitNo(),
                                        MeetingKind.PARTY_LIFE,
                                        "Sinh hoạt chi bộ thường kỳ",
                                        on,
                                        LocalTime.of(20, 0),
                                        "Nhà văn hóa",
                                        "Bàn việc tháng tới",
                                        MeetingWay.IN_PERSON,
                                        "",
                                        "")));
        secretary.call(() -> meetings.invite(secretary, id, 1));
        return id;
    }

    private List<UUID> invited(Viewer secretary, UUID meeting) {
        return store.invited(secretary.scope(), meeting).stream()
                .map(MeetingStore.Invited::memberId)
                .toList();
    }

    private MeetingQueries.Row row(Viewer secretary, UUID meeting, UUID member) {
        return queries.roll(secretary.scope(), meeting, null).stream()
                .filter(row -> row.memberId().equals(member))
                .findFirst()
                .orElseThrow();
    }

    private void mark(Viewer secretary, UUID meeting, UUID member, Mark mark) {
        secretary.call(() ->
                meetings.saveRollCall(
                        secretary, meeting, List.of(new Marking(member, null, mark))));
    }

    private void hold(Viewer secretary, UUID meeting) {
        int version = store.find(secretary.scope(), meeting).orElseThrow().version();
        secretary.scope().run(() -> meetings.hold(secretary, meeting, version, true));
    }

    private Result result(Viewer secretary, UUID meeting) {
        return Result.of(queries.tally(secretary.scope(), meeting), today);
    }

    @Test
    void a_guest_is_called_with_the_cell_and_counted_apart() {
        UUID here = own("Tẩn Văn Nhà");
        own("Tẩn Văn Vắng");

        UUID meeting = called(atHost, today);
        mark(atHost, meeting, here, Mark.PRESENT);
        mark(atHost, meeting, guest, Mark.PRESENT);
        hold(atHost, meeting);

        assertThat(row(atHost, meeting, guest).stay()).isEqualTo(Stay.HERE);
        assertThat(row(atHost, meeting, guest).workName()).isEqualTo("Chi bộ Phòng Một");
        Result result = result(atHost, meeting);
        assertThat(result.own()).isEqualTo(new Result.Share(2, 1));
        assertThat(result.guests()).isEqualTo(new Result.Share(1, 1));
        assertThat(queries.list(atHost.scope(), today.getYear()))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.invited()).isEqualTo(2);
                    assertThat(line.present()).isEqualTo(1);
                });
        assertThat(
                        World.texts(
                                "select details ->> 'present' || '/' || (details ->> 'count') from audit.fact where key = 'meeting.held' and thing = ?",
                                meeting))
                .containsExactly("1/2");
    }

    @Test
    void a_guest_who_was_absent_is_asked_at_the_host_and_the_home_reads_what_is_settled() {
        own("Tẩn Văn Chủ");
        UUID meeting = called(atHost, today);
        hold(atHost, meeting);

        atHost.scope().run(() -> absences.ask(atHost, meeting));

        assertThat(row(atHost, meeting, guest).status(today)).isEqualTo(AttendanceStatus.ASKING);
        assertThat(readAtHome(meeting)).isEmpty();
        atHost.call(() ->
                meetings.saveRollCall(
                        atHost, meeting, List.of(new Marking(guest, Mark.ABSENT, Mark.PRESENT))));
        assertThat(readAtHome(meeting)).containsExactly("PRESENT");
    }

    /** What the home cell's secretary reads of the guest at the host's meeting. */
    private List<String> readAtHome(UUID meeting) {
        return atHome
                .call(() -> attendances.statusOf(atHome.scope(), List.of(guest), today.getYear()))
                .getOrDefault(guest, List.of())
                .stream()
                .filter(seen -> seen.meeting().equals(meeting))
                .map(seen -> seen.status().name())
                .toList();
    }

    @Test
    void at_home_the_member_may_come_and_is_never_absent() {
        UUID other = world.member("Tẩn Văn Đều");
        UUID meeting = called(atHome, today);
        assertThat(row(atHome, meeting, guest).stay()).isEqualTo(Stay.ELSEWHERE);

        hold(atHome, meeting);

        assertThat(row(atHome, meeting, guest).mark()).isEqualTo(Mark.EXCUSED_BEFORE);
        assertThat(row(atHome, meeting, other).mark()).isEqualTo(Mark.ABSENT);
        assertThat(result(atHome, meeting).own()).isEqualTo(new Result.Share(1, 0));
        UUID second = called(atHome, today);
        mark(atHome, second, guest, Mark.PRESENT);
        hold(atHome, second);
        assertThat(result(atHome, second).own()).isEqualTo(new Result.Share(2, 1));
    }

    @Test
    void a_stay_that_begins_or_ends_after_the_invitation_is_seen_when_the_roll_is_closed() {
        UUID late = world.member("Tẩn Thị Sau");
        UUID meeting = called(atHome, today);
        stays(late, today.minusDays(1), today.plusMonths(4), null);
        World.run(
                "update member.stay set ended_on = ? where member_id = ?",
                today.minusDays(2),
                guest);

        hold(atHome, meeting);

        assertThat(row(atHome, meeting, late).mark()).isEqualTo(Mark.EXCUSED_BEFORE);
        assertThat(row(atHome, meeting, guest).mark()).isEqualTo(Mark.ABSENT);
    }

    @Test
    void before_and_after_the_stay_nobody_is_called_to_the_host() {
        own("Tẩn Văn Trụ");
        assertThat(invited(atHost, called(atHost, today.minusDays(31)))).doesNotContain(guest);
        assertThat(invited(atHost, called(atHost, today.plusMonths(5)))).contains(guest);
        assertThat(invited(atHost, called(atHost, today.plusMonths(5).plusDays(1))))
                .doesNotContain(guest);
        UUID meeting = called(atHost, today);
        World.run(
                "update member.stay set ended_on = ? where member_id = ?",
                today.minusDays(1),
                guest);
        atHost.call(() -> meetings.invite(atHost, meeting, 2));
        assertThat(invited(atHost, meeting)).doesNotContain(guest);
    }

    @Test
    void on_the_register_of_a_ward_who_is_with_a_host_may_come_and_is_never_absent() {
        Neighbours neighbours = new Neighbours(world);
        UUID away = neighbours.inCell("Tẩn Văn Xa");
        UUID near = neighbours.inCell("Tẩn Văn Gần");
        UUID here = neighbours.inCell("Tẩn Văn Phường");
        World other = new World();
        staysWith(other.workplace, away);
        staysWith(world.ward, here);
        UUID meeting = onTheRegister();
        assertThat(row(atHost, meeting, away).stay()).isEqualTo(Stay.ELSEWHERE);
        assertThat(row(atHost, meeting, here).stay()).as("with a cell of this ward").isNull();
        staysWith(other.workplace, near);

        hold(atHost, meeting);

        assertThat(row(atHost, meeting, away).mark()).isEqualTo(Mark.EXCUSED_BEFORE);
        assertThat(row(atHost, meeting, near).mark())
                .as("introduced after the invitation")
                .isEqualTo(Mark.EXCUSED_BEFORE);
        assertThat(row(atHost, meeting, here).mark()).isEqualTo(Mark.ABSENT);
        UUID second = onTheRegister();
        mark(atHost, second, away, Mark.PRESENT);
        hold(atHost, second);
        assertThat(row(atHost, second, away).mark()).isEqualTo(Mark.PRESENT);
        Visitor secretary = visitor(world.cell1, Role.RESIDENCE_CELL_SECRETARY, null);
        assertThat(secretary.get("/meetings/" + meeting + "/attendance").text())
                .contains("Đang sinh hoạt tạm thời ở tổ chức đảng khác")
                .doesNotContain("Đảng bộ Nơi Khác");
    }

    private void staysWith(int office, UUID member) {
        World.run(
                """
                insert into member.stay
                       (home_no, office_no, id, member_id, full_name, sort_key, home_name, host_name, since, until)
                select m.work_no, ?, ?, m.id, m.full_name, m.sort_key, 'Chi bộ Phòng Một', 'Đảng bộ Nơi Khác', ?, ?
                  from member.member m
                 where m.id = ?
                """,
                office,
                Ids.next(),
                today.minusDays(3),
                today.plusMonths(5),
                member);
    }

    private UUID onTheRegister() {
        UUID id =
                atHost.call(() ->
                        meetings.plan(
                                atHost,
                                new MeetingPlan(
                                        atHost.unitNo(),
                                        MeetingKind.PERIODIC,
                                        "Họp với đảng viên nơi cư trú",
                                        today,
                                        LocalTime.of(20, 0),
                                        "Nhà văn hóa",
                                        "Việc tổ dân phố",
                                        MeetingWay.IN_PERSON,
                                        "",
                                        "")));
        atHost.call(() -> meetings.invite(atHost, id, 1));
        return id;
    }

    @Test
    void the_pages_say_who_stays_for_a_time_and_who_is_with_a_host() {
        own("Tẩn Văn Bàn");
        UUID meeting = called(atHost, today);
        UUID home = called(atHome, today);
        Visitor secretary = visitor(world.cell1, Role.RESIDENCE_CELL_SECRETARY, null);
        Visitor other = visitor(world.workCell, Role.WORKPLACE_CELL_SECRETARY, null);
        Visitor me = visitor(world.workCell, Role.MEMBER, guest);

        assertThat(secretary.get("/meetings/" + meeting + "/attendance").text())
                .contains("Tẩn Thị Khách", "Sinh hoạt tạm thời tại đây: tính riêng");
        assertThat(other.get("/meetings/" + home + "/attendance").text())
                .contains("Đang sinh hoạt tạm thời ở tổ chức đảng khác");
        assertThat(other.get("/meetings/" + meeting).status()).isEqualTo(404);
        assertThat(me.get("/my-meetings").text())
                .contains(
                        "Đồng chí dự, thảo luận như đảng viên của chi bộ",
                        "Dự nếu có điều kiện; không dự thì không bị ghi vắng");
        mark(atHost, meeting, guest, Mark.PRESENT);
        hold(atHost, meeting);
        assertThat(secretary.get("/meetings/" + meeting).text())
                .contains(
                        "0 có mặt trên 1",
                        "1 có mặt trên 1",
                        "tính riêng, không biểu quyết",
                        "trừ quyền biểu quyết, ứng cử và bầu cử");
        assertThat(PageStatements.of(secretary, "/meetings/" + meeting))
                .hasSizeLessThanOrEqualTo(5);
    }

    private Visitor visitor(int unit, Role role, @Nullable UUID member) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(
                new Holders(context).holder("Tẩn Văn Xem", role, unit, member).userName(),
                Holders.PASSWORD);
        return visitor;
    }
}
