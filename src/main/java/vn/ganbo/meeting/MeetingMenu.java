package vn.ganbo.meeting;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.DeskAct;
import vn.ganbo.kernel.DeskSheet;
import vn.ganbo.kernel.MenuEntry;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Tone;

/** What meetings put on desks and into the menu. */
@Configuration(proxyBeanMethods = false)
class MeetingMenu {
    private static final String LINK = "/meetings";
    private static final String MINE = "/my-meetings";
    private static final Set<Role> CONDUCT =
            Set.of(
                    Role.RESIDENCE_OFFICE,
                    Role.RESIDENCE_CELL_SECRETARY,
                    Role.WORKPLACE_CELL_SECRETARY);

    /** Who meets with the register each half-year. */
    private static final Set<Role> OF_THE_RESIDENCE =
            Set.of(Role.RESIDENCE_OFFICE, Role.RESIDENCE_CELL_SECRETARY);

    /** Cells with people on the register and no periodic meeting in this half-year (Art. 4.3). */
    static final Sql TO_PLAN =
            Sql.of(
                    """
                    select count(*)
                      from (select c.cell_no, min(c.ward_no) as ward_no
                              from liaison.published_contact c
                             where c.unit_no between :low and :high
                               and c.unit_no <@ :scope::int4multirange
                               and c.valid @> :today::date
                               and c.cell_no is not null
                             group by c.cell_no) cell
                     where not exists (
                           select from meeting.meeting m
                            where m.unit_no in (cell.cell_no, cell.ward_no)
                              and m.kind = 'PERIODIC'
                              and m.state <> 'CANCELLED'
                              and date_part('year', m.planned_on) = date_part('year', :today::date)
                              and (date_part('month', m.planned_on) > 6)
                                  = (date_part('month', :today::date) > 6))
                    """);

    static final Sql TO_INVITE =
            Sql.of(
                    """
                    select count(*)
                      from meeting.meeting m
                     where m.unit_no between :low and :high
                       and m.unit_no <@ :scope::int4multirange
                       and m.state = 'PLANNED'
                    """);

    static final Sql TO_CLOSE =
            Sql.of(
                    """
                    select count(*)
                      from meeting.meeting m
                     where m.unit_no between :low and :high
                       and m.unit_no <@ :scope::int4multirange
                       and m.state = 'INVITED'
                       and m.planned_on <= :today::date
                    """);

    static final Sql TO_ASK =
            Sql.of(
                    """
                    select count(*)
                      from meeting.attendance a
                     where a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                       and a.mark = 'ABSENT'
                       and a.held_on is not null
                       and a.concluded_on is null
                       and a.asked_on is null
                    """);

    static final Sql TO_DECIDE =
            Sql.of(
                    """
                    select count(*)
                      from meeting.attendance a
                     where a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                       and a.mark = 'ABSENT'
                       and a.answered_on is not null
                       and a.accepted is null
                    """);

    static final Sql TO_REPLY =
            Sql.of(
                    """
                    select count(*)
                      from meeting.attendance a
                      join meeting.meeting m on m.id = a.meeting_id
                     where a.member_id = :self::uuid
                       and a.reply is null
                       and m.state = 'INVITED'
                       and m.planned_on >= :today::date
                    """);

    static final Sql TO_ANSWER =
            Sql.of(
                    """
                    select count(*)
                      from meeting.attendance a
                     where a.member_id = :self::uuid
                       and a.mark = 'ABSENT'
                       and a.answer_due >= :today::date
                       and a.answered_on is null
                    """);

    @Bean
    MenuEntry meetingsEntry() {
        return new MenuEntry(
                30,
                "Sinh hoạt",
                LINK,
                "calendar",
                Set.of(
                        Role.RESIDENCE_OFFICE,
                        Role.RESIDENCE_CELL_SECRETARY,
                        Role.WORKPLACE_CELL_SECRETARY,
                        Role.COMMITTEE_MEMBER_IN_CHARGE,
                        Role.GROUP_LEADER,
                        Role.ANALYST,
                        Role.AUDITOR));
    }

    @Bean
    MenuEntry myMeetingsEntry() {
        return new MenuEntry(30, "Giấy mời, sinh hoạt", MINE, "calendar", Set.of(Role.MEMBER));
    }

    @Bean
    DeskAct planAct() {
        return new DeskAct(
                "Lên kế hoạch cuộc họp",
                "/meetings/new",
                "calendar",
                Set.of(Role.RESIDENCE_CELL_SECRETARY, Role.WORKPLACE_CELL_SECRETARY));
    }

    @Bean
    DeskAct rollAct() {
        return new DeskAct(
                "Xem các cuộc họp, điểm danh", LINK, "calendar", Set.of(Role.GROUP_LEADER));
    }

    @Bean
    DeskSheet absencesToDecide() {
        return new DeskSheet(
                "meeting.to-decide",
                "Lý do vắng chờ xem",
                "Chấp nhận hay không, để khép lại",
                Tone.WAIT,
                LINK,
                LINK,
                CONDUCT,
                TO_DECIDE);
    }

    @Bean
    DeskSheet absencesToAsk() {
        return new DeskSheet(
                "meeting.to-ask",
                "Người vắng chưa được hỏi lý do",
                "Hỏi trước khi kết luận vắng không phép",
                Tone.WAIT,
                LINK,
                LINK,
                CONDUCT,
                TO_ASK);
    }

    @Bean
    DeskSheet meetingsToClose() {
        return new DeskSheet(
                "meeting.to-close",
                "Cuộc họp chờ chốt điểm danh",
                "Đã đến ngày họp",
                Tone.ACT,
                LINK,
                LINK,
                CONDUCT,
                TO_CLOSE);
    }

    @Bean
    DeskSheet meetingsToInvite() {
        return new DeskSheet(
                "meeting.to-invite",
                "Cuộc họp chưa gửi giấy mời",
                "Gửi cho mọi người được mời, trừ người được miễn",
                Tone.WAIT,
                LINK,
                "",
                CONDUCT,
                TO_INVITE);
    }

    @Bean
    DeskSheet meetingsToPlan() {
        return new DeskSheet(
                "meeting.to-plan",
                "Chi bộ chưa có kỳ họp 6 tháng này",
                "Lên kế hoạch kỳ họp",
                Tone.WAIT,
                LINK,
                "",
                OF_THE_RESIDENCE,
                TO_PLAN);
    }

    @Bean
    DeskSheet invitationsToAnswer() {
        return new DeskSheet(
                "meeting.to-reply",
                "Giấy mời chờ trả lời",
                "Báo sẽ dự, hoặc xin vắng kèm lý do",
                Tone.ACT,
                MINE,
                MINE,
                Set.of(Role.MEMBER),
                TO_REPLY);
    }

    @Bean
    DeskSheet questionsToAnswer() {
        return new DeskSheet(
                "meeting.to-answer",
                "Chi bộ hỏi lý do vắng",
                "Trả lời ngắn gọn trong hạn",
                Tone.WAIT,
                MINE,
                MINE,
                Set.of(Role.MEMBER),
                TO_ANSWER);
    }
}
