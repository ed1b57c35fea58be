package vn.ganbo.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ganbo.ProductTest;
import vn.ganbo.World;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.meeting.Meetings.Marking;

@ProductTest
class MeetingsTest {
    @Autowired Meetings meetings;
    @Autowired Absences absences;
    @Autowired Opinions opinions;
    @Autowired Attendances attendances;
    @Autowired AttendanceColumn column;
    @Autowired MeetingStore store;
    @Autowired MeetingQueries queries;
    @Autowired OpinionStore heard;
    @Autowired Clock clock;

    private World world;
    private Neighbours neighbours;
    private Viewer secretary;
    private LocalDate today;

    @BeforeEach
    void another() {
        world = new World();
        neighbours = new Neighbours(world);
        secretary = world.cellSecretary();
        today = LocalDate.now(clock);
    }

    private MeetingPlan plan(int unit, LocalDate on) {
        return new MeetingPlan(
                unit,
                MeetingKind.PERIODIC,
                "Sinh hoạt cuối năm",
                on,
                LocalTime.of(19, 30),
                "Nhà văn hóa tổ dân phố 1",
                "Thông báo tình hình\nXin ý kiến");
    }

    private UUID invited(LocalDate on) {
        UUID id = secretary.call(() -> meetings.plan(secretary, plan(world.cell1, on)));
        secretary.call(() -> meetings.invite(secretary, id, 1));
        return id;
    }

    private void mark(Viewer viewer, UUID meeting, UUID member, Mark mark) {
        viewer.call(() ->
                meetings.saveRollCall(viewer, meeting, List.of(new Marking(member, null, mark))));
    }

    private void hold(UUID meeting) {
        int version = store.find(secretary.scope(), meeting).orElseThrow().version();
        secretary.scope().run(() -> meetings.hold(secretary, meeting, version, true));
    }

    private AttendanceStatus statusSeenBy(Viewer viewer, UUID member) {
        return attendances
                .statusOf(viewer.scope(), List.of(member), today.getYear())
                .getOrDefault(member, List.of())
                .getFirst()
                .status();
    }

    /** As if everything had happened so many days earlier. */
    private static void daysPass(UUID meeting, int days) {
        World.run(
                """
                update meeting.attendance
                   set asked_on = asked_on - ?, answer_due = answer_due - ?, answered_on = answered_on - ?
                 where meeting_id = ?
                """,
                days,
                days,
                days,
                meeting);
    }

    @Test
    void everyone_on_the_register_of_that_day_is_invited_without_those_exempt_from_meetings() {
        LocalDate day = today.plusDays(10);
        UUID here = neighbours.inCell("Hà Thị Đây");
        UUID group = neighbours.inGroup("Mã Văn Tổ");
        UUID later =
                neighbours.on(
                        "Lù Thị Mới", world.cell1, null, "[" + today.plusDays(5) + ",)", false);
        neighbours.on(
                "Lò Văn Rời", world.cell1, null, "[2025-01-01," + today.plusDays(3) + ")", false);
        neighbours.on("Vi Văn Miễn", world.cell1, null, "[2025-01-01,)", true);
        neighbours.exemptFrom(neighbours.inCell("Tẩn Thị Xa"), today.plusDays(1));
        neighbours.on("Giàng A Khác", world.cell2, null, "[2025-01-01,)", false);

        UUID meeting = invited(day);

        assertThat(store.invited(secretary.scope(), meeting))
                .extracting(MeetingStore.Invited::memberId)
                .containsExactlyInAnyOrder(here, group, later);
    }

    @Test
    void inviting_again_adds_who_is_new_and_takes_out_who_leaves_before_the_day() {
        UUID stays = neighbours.inCell("Hà Thị Ở");
        UUID leaves = neighbours.inCell("Hà Thị Đi");
        UUID meeting = invited(today.plusDays(10));
        World.run(
                "update liaison.contact set valid = daterange(lower(valid), ?::date) where member_id = ?",
                today,
                leaves);
        UUID fresh = neighbours.inCell("Hà Thị Đến");

        Meetings.Invitations sent = secretary.call(() -> meetings.invite(secretary, meeting, 2));

        assertThat(sent).isEqualTo(new Meetings.Invitations(1, 1));
        assertThat(store.invited(secretary.scope(), meeting))
                .extracting(MeetingStore.Invited::memberId)
                .containsExactlyInAnyOrder(stays, fresh);
    }

    @Test
    void a_register_without_anybody_cannot_be_invited_and_the_meeting_stays_planned() {
        UUID id = secretary.call(() -> meetings.plan(secretary, plan(world.cell1, today)));

        assertThatThrownBy(() -> secretary.call(() -> meetings.invite(secretary, id, 1)))
                .isInstanceOf(Refusal.class);

        assertThat(store.find(secretary.scope(), id).orElseThrow().state())
                .isEqualTo(MeetingState.PLANNED);
    }

    @Test
    void someone_of_the_household_never_counts_as_present() {
        UUID came = neighbours.inCell("Mã Thị Dự");
        UUID sent = neighbours.inCell("Mã Thị Gửi");
        UUID meeting = invited(today);
        mark(secretary, meeting, came, Mark.PRESENT);
        mark(secretary, meeting, sent, Mark.HOUSEHOLD);

        hold(meeting);

        Result result = Result.of(queries.tally(secretary.scope(), meeting), today);
        assertThat(result.of(AttendanceStatus.PRESENT)).isEqualTo(1);
        assertThat(result.of(AttendanceStatus.HOUSEHOLD)).isEqualTo(1);
        assertThat(column.badges(secretary.scope(), List.of(sent), today).get(sent))
                .singleElement()
                .satisfies(badge -> assertThat(badge.text()).isEqualTo("N"));
        assertThat(column.badges(secretary.scope(), List.of(sent), today.minusDays(1))).isEmpty();
        assertThat(column.cells(secretary.scope(), List.of(sent), today.minusDays(1))).isEmpty();
    }

    @Test
    void an_absence_is_unexcused_only_after_asking_and_five_working_days() {
        UUID absent = neighbours.inCell("Lò Thị Vắng");
        UUID meeting = invited(today);
        mark(secretary, meeting, absent, Mark.ABSENT);
        hold(meeting);
        assertThat(statusSeenBy(secretary, absent)).isEqualTo(AttendanceStatus.TO_ASK);

        Absences.Asked asked = secretary.call(() -> absences.ask(secretary, meeting));

        assertThat(asked.people()).isEqualTo(1);
        // Asked on a Sunday the fifth working day is the Friday.
        assertThat(asked.due()).isAfterOrEqualTo(today.plusDays(5));
        assertThat(statusSeenBy(secretary, absent)).isEqualTo(AttendanceStatus.ASKING);
        int days = (int) java.time.temporal.ChronoUnit.DAYS.between(today, asked.due());
        daysPass(meeting, days);
        assertThat(statusSeenBy(secretary, absent)).isEqualTo(AttendanceStatus.ASKING);
        daysPass(meeting, 1);
        assertThat(statusSeenBy(secretary, absent)).isEqualTo(AttendanceStatus.UNEXCUSED);
    }

    @Test
    void the_workplace_sees_nothing_of_an_absence_that_is_still_asked_about() {
        UUID came = neighbours.inCell("Nông Văn Dự");
        UUID absent = neighbours.inCell("Nông Văn Vắng");
        Viewer work = world.workplaceOffice();
        UUID meeting = invited(today);
        mark(secretary, meeting, came, Mark.PRESENT);
        mark(secretary, meeting, absent, Mark.ABSENT);
        assertThat(attendances.statusOf(work.scope(), List.of(came), today.getYear())).isEmpty();

        hold(meeting);
        secretary.call(() -> absences.ask(secretary, meeting));

        assertThat(statusSeenBy(work, came)).isEqualTo(AttendanceStatus.PRESENT);
        assertThat(attendances.statusOf(work.scope(), List.of(absent), today.getYear())).isEmpty();
        assertThat(queries.roll(work.scope(), meeting, null)).isEmpty();
        daysPass(meeting, 30);
        assertThat(attendances.statusOf(work.scope(), List.of(absent), today.getYear())).isEmpty();
        assertThat((int) secretary.call(() -> absences.conclude(secretary))).isEqualTo(1);
        assertThat((int) secretary.call(() -> absences.conclude(secretary))).isZero();
        assertThat(statusSeenBy(work, absent)).isEqualTo(AttendanceStatus.UNEXCUSED);
        assertThat(
                        attendances.statusOf(
                                world.otherWardOffice().scope(),
                                List.of(came, absent),
                                today.getYear()))
                .isEmpty();
    }

    @Test
    void the_member_answers_and_an_accepted_reason_excuses() {
        UUID absent = neighbours.inCell("Sùng Thị Ốm");
        Viewer member = world.memberViewer(absent);
        UUID meeting = invited(today);
        mark(secretary, meeting, absent, Mark.ABSENT);
        hold(meeting);
        secretary.call(() -> absences.ask(secretary, meeting));
        int version = queries.mine(member.scope()).getFirst().version();

        member.scope().run(() -> absences.answerMine(member, meeting, version, "Trực bệnh viện"));

        MeetingQueries.Row row = queries.absent(secretary.scope(), meeting).getFirst();
        assertThat(row.status(today)).isEqualTo(AttendanceStatus.TO_DECIDE);
        daysPass(meeting, 30);
        assertThat(statusSeenBy(secretary, absent)).isEqualTo(AttendanceStatus.TO_DECIDE);
        secretary
                .scope()
                .run(() -> absences.decide(secretary, meeting, absent, row.version(), true));
        assertThat(statusSeenBy(secretary, absent)).isEqualTo(AttendanceStatus.EXCUSED);
        assertThat(statusSeenBy(world.workplaceOffice(), absent))
                .isEqualTo(AttendanceStatus.EXCUSED);
    }

    @Test
    void nobody_answers_or_decides_for_somebody_elses_people() {
        UUID absent = neighbours.inCell("Sùng Văn Ốm");
        UUID other = neighbours.inCell("Sùng Văn Khỏe");
        UUID meeting = invited(today);
        mark(secretary, meeting, absent, Mark.ABSENT);
        hold(meeting);
        secretary.call(() -> absences.ask(secretary, meeting));
        Viewer stranger = world.memberViewer(UUID.randomUUID());
        Viewer ward = world.otherWardOffice();

        assertThatThrownBy(() ->
                        stranger.scope().run(() -> absences.answerMine(stranger, meeting, 3, "x")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        ward.scope().run(() -> absences.decide(ward, meeting, absent, 3, true)))
                .isInstanceOf(NotFound.class);
        assertThat(queries.mine(world.memberViewer(other).scope())).hasSize(1);
    }

    @Test
    void two_clerks_saving_the_same_roll_never_overwrite_each_other_unseen() {
        UUID one = neighbours.inCell("Hoàng Văn Một");
        UUID two = neighbours.inCell("Hoàng Văn Hai");
        UUID meeting = invited(today);
        mark(secretary, meeting, one, Mark.PRESENT);

        assertThatThrownBy(() ->
                        secretary.call(() ->
                                meetings.saveRollCall(
                                        secretary,
                                        meeting,
                                        List.of(
                                                new Marking(two, null, Mark.PRESENT),
                                                new Marking(one, null, Mark.ABSENT)))))
                .isInstanceOf(Conflict.class);
        assertThat(queries.roll(secretary.scope(), meeting, null))
                .filteredOn(row -> row.memberId().equals(two))
                .singleElement()
                .satisfies(row -> assertThat(row.mark()).isNull());

        int changed =
                secretary.call(() ->
                        meetings.saveRollCall(
                                secretary,
                                meeting,
                                List.of(
                                        new Marking(two, null, Mark.PRESENT),
                                        new Marking(one, null, Mark.PRESENT))));
        assertThat(changed).isEqualTo(1);
    }

    @Test
    void before_the_day_only_leave_is_noted_and_the_meeting_cannot_be_closed() {
        UUID one = neighbours.inCell("Đặng Thị Sớm");
        UUID meeting = invited(today.plusDays(3));

        assertThatThrownBy(() -> mark(secretary, meeting, one, Mark.PRESENT))
                .isInstanceOf(Refusal.class);
        mark(secretary, meeting, one, Mark.EXCUSED_BEFORE);

        assertThatThrownBy(() -> hold(meeting)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_group_leader_marks_the_own_group_and_closes_nothing() {
        UUID own = neighbours.inGroup("Lý Văn Trong");
        UUID other = neighbours.inCell("Lý Văn Ngoài");
        UUID meeting = invited(today);
        Viewer leader = world.viewer(Role.GROUP_LEADER, world.group1, world.group1);

        mark(leader, meeting, own, Mark.PRESENT);

        assertThat(queries.roll(leader.scope(), meeting, null)).hasSize(1);
        assertThatThrownBy(() -> mark(leader, meeting, other, Mark.PRESENT))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> leader.scope().run(() -> meetings.hold(leader, meeting, 2, true)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void who_asks_leave_gives_a_reason_that_the_cell_reads() {
        UUID busy = neighbours.inCell("Phạm Thị Bận");
        UUID meeting = invited(today.plusDays(2));
        Viewer member = world.memberViewer(busy);

        member.scope().run(() -> meetings.reply(member, meeting, Reply.LEAVE, "Đi công tác"));

        assertThat(queries.roll(secretary.scope(), meeting, null))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.reply()).isEqualTo(Reply.LEAVE);
                    assertThat(row.replyReason()).isEqualTo("Đi công tác");
                    assertThat(row.mark()).isNull();
                });
    }

    @Test
    void two_hundred_people_are_invited_marked_and_closed_in_set_based_statements() {
        List<UUID> all = neighbours.manyInCell(200);
        UUID meeting = invited(today);

        int changed =
                secretary.call(() ->
                        meetings.saveRollCall(
                                secretary,
                                meeting,
                                all.stream()
                                        .map(m -> new Marking(m, null, Mark.PRESENT))
                                        .toList()));
        hold(meeting);

        assertThat(changed).isEqualTo(200);
        assertThat(
                        Result.of(queries.tally(secretary.scope(), meeting), today)
                                .of(AttendanceStatus.PRESENT))
                .isEqualTo(200);
    }

    @Test
    void an_opinion_of_the_people_carries_no_name_and_can_be_passed_on_and_settled() {
        UUID speaker = neighbours.inGroup("Trịnh Văn Nói");
        UUID meeting = invited(today);
        secretary.call(() ->
                opinions.record(
                        secretary,
                        meeting,
                        new Opinions.Heard(null, OpinionTopic.SECURITY, "Đèn đường tối")));
        UUID said =
                secretary.call(() ->
                        opinions.record(
                                secretary,
                                meeting,
                                new Opinions.Heard(speaker, OpinionTopic.PARTY, "Họp gọn hơn")));

        secretary.scope().run(() -> opinions.passOn(secretary, said, 1, "Đảng ủy phường"));
        secretary.scope().run(() -> opinions.settle(secretary, said, 2, "Đã rút còn 60 phút"));

        List<OpinionStore.Opinion> all = heard.ofMeeting(secretary.scope(), meeting);
        assertThat(all)
                .extracting(OpinionStore.Opinion::fullName)
                .containsExactly(null, "Trịnh Văn Nói");
        assertThat(all.getLast().state()).isEqualTo(OpinionState.SETTLED);
        assertThatThrownBy(() ->
                        secretary.scope().run(() -> opinions.settle(secretary, said, 3, "khác")))
                .isInstanceOf(Refusal.class);
        assertThat(heard.ofMeeting(world.workplaceOffice().scope(), meeting)).isEmpty();
    }

    @Test
    void a_meeting_of_another_ward_does_not_exist() {
        neighbours.inCell("Chu Thị Riêng");
        UUID meeting = invited(today);

        assertThat(store.find(world.otherWardOffice().scope(), meeting)).isEmpty();
        assertThat(store.find(world.wardOffice().scope(), meeting)).isPresent();
        assertThat(store.find(world.workplaceOffice().scope(), meeting)).isEmpty();
    }
}
