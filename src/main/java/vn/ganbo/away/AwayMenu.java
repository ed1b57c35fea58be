package vn.ganbo.away;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.DeskSheet;
import vn.ganbo.kernel.MenuEntry;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Tone;

/** What waits on the desks of cell, committee and member, and the menu's entries. */
@Configuration(proxyBeanMethods = false)
class AwayMenu {
    private static final String LINK = AwayTabs.APPLICATIONS;
    private static final String MENU = AwayTabs.CONTACTS;
    private static final Set<Role> SECRETARIES =
            Set.of(Role.RESIDENCE_CELL_SECRETARY, Role.WORKPLACE_CELL_SECRETARY);
    private static final Set<Role> COMMITTEES =
            Set.of(
                    Role.RESIDENCE_CELL_SECRETARY,
                    Role.WORKPLACE_CELL_SECRETARY,
                    Role.COMMITTEE_MEMBER_IN_CHARGE);
    private static final Set<Role> OFFICES = Set.of(Role.RESIDENCE_OFFICE, Role.WORKPLACE_OFFICE);

    /** Before the cell: support, resolution, and the report of what the cell decided. */
    static final Sql WITH_THE_CELL =
            Sql.of(
                    """
                    select count(*)
                      from away.application a
                     where a.work_no between :low and :high
                       and a.work_no <@ :scope::int4multirange
                       and (a.state in ('SUBMITTED', 'SUPPORTED')
                            or (a.state = 'RESOLVED' and a.decided_by = 'CELL'))
                    """);

    static final Sql WITH_THE_COMMITTEE =
            Sql.of(
                    """
                    select count(*)
                      from away.application a
                     where a.work_no between :low and :high
                       and a.work_no <@ :scope::int4multirange
                       and a.state = 'RESOLVED'
                       and a.decided_by = 'COMMITTEE'
                    """);

    /** Within a month, and nothing follows yet. */
    static final Sql ENDING =
            Sql.of(
                    """
                    select count(*)
                      from away.application a
                     where a.work_no between :low and :high
                       and a.work_no <@ :scope::int4multirange
                       and a.granted
                       and upper(a.valid) between :today::date + 1 and :today::date + 31
                       and not exists (select from away.application n
                                        where n.follows = a.id
                                          and n.state not in ('REFUSED', 'WITHDRAWN', 'LAPSED'))
                    """);

    static final Sql HELP =
            Sql.of(
                    """
                    select count(*)
                      from away.help h
                     where h.work_no between :low and :high
                       and h.work_no <@ :scope::int4multirange
                       and h.state <> 'DONE'
                    """);

    private static final String SILENT =
            """
            select count(*)
              from away.application a
             where a.work_no between :low and :high
               and a.work_no <@ :scope::int4multirange
               and a.granted
               and a.away
               and a.valid @> :today::date
               and not exists (select from away.check_in i
                                where i.member_id = a.member_id
                                  and i.on_day > a.told_since)
            """;

    static final Sql TO_CALL = Sql.of(SILENT + " and a.told_rung = 2");

    static final Sql TO_LOOK_AT = Sql.of(SILENT + " and a.told_rung = 3");

    /** Who says to be back while the decision still runs. */
    static final Sql BACK =
            Sql.of(
                    """
                    select count(distinct a.id)
                      from away.application a
                      join away.check_in i on i.application_id = a.id
                     where a.work_no between :low and :high
                       and a.work_no <@ :scope::int4multirange
                       and a.granted
                       and a.valid @> :today::date
                       and i.back_on <= :today::date
                    """);

    /** The rhythm that the cell chose has come round, for the member. */
    static final Sql MY_TURN =
            Sql.of(
                    """
                    select count(*)
                      from away.application a
                     where a.member_id = :self::uuid
                       and a.granted
                       and a.away
                       and a.valid @> :today::date
                       and lower(a.valid) + case a.rhythm when 'MONTH' then interval '1 month'
                                                          when 'TWO_MONTHS' then interval '2 months'
                                                          else interval '3 months' end <= :today::date
                       and not exists (select from away.check_in i
                                        where i.member_id = a.member_id
                                          and i.on_day + case a.rhythm when 'MONTH' then interval '1 month'
                                                                       when 'TWO_MONTHS' then interval '2 months'
                                                                       else interval '3 months' end > :today::date)
                    """);

    static final Sql MY_ANSWERS =
            Sql.of(
                    """
                    select count(*)
                      from away.help h
                     where h.member_id = :self::uuid
                       and h.state = 'DONE'
                       and h.done_on > :today::date - 7
                    """);

    static final Sql LATE_ANSWERS =
            Sql.of(
                    """
                    select count(*)
                      from away.stay_request r
                     where r.work_no between :low and :high
                       and r.work_no <@ :scope::int4multirange
                       and r.answered_on is null
                       and r.due_on < :today::date
                    """);

    @Bean
    MenuEntry awayEntry() {
        return new MenuEntry(
                35,
                "Đi xa, miễn sinh hoạt",
                MENU,
                "away",
                Set.of(
                        Role.COMMITTEE_MEMBER_IN_CHARGE,
                        Role.RESIDENCE_CELL_SECRETARY,
                        Role.WORKPLACE_CELL_SECRETARY,
                        Role.RESIDENCE_OFFICE,
                        Role.WORKPLACE_OFFICE),
                List.of(AwayTabs.DUES));
    }

    @Bean
    MenuEntry awayFiguresEntry() {
        return new MenuEntry(
                35,
                "Đi xa, miễn sinh hoạt",
                AwayTabs.STATISTICS,
                "chart",
                Set.of(Role.ANALYST, Role.AUDITOR));
    }

    @Bean
    MenuEntry myAwayEntry() {
        return new MenuEntry(35, "Đi làm xa", MyAwayPages.PATH, "away", Set.of(Role.MEMBER));
    }

    @Bean
    DeskSheet applicationsWithTheCell() {
        return new DeskSheet(
                "away.with-the-cell",
                "Đơn giảm, miễn sinh hoạt ở chi bộ",
                "Chi ủy xem, chi bộ ra nghị quyết, báo cáo cấp trên",
                Tone.ACT,
                LINK + "?part=OPEN",
                MENU,
                SECRETARIES,
                WITH_THE_CELL);
    }

    @Bean
    DeskSheet applicationsWithTheCommittee() {
        return new DeskSheet(
                "away.with-the-committee",
                "Đơn giảm, miễn sinh hoạt chờ quyết định",
                "Chi bộ đã có nghị quyết",
                Tone.ACT,
                LINK + "?part=OPEN",
                MENU,
                OFFICES,
                WITH_THE_COMMITTEE);
    }

    @Bean
    DeskSheet timesEnding() {
        return new DeskSheet(
                "away.ending",
                "Thời gian giảm, miễn hết trong 30 ngày",
                "Hỏi đồng chí trở về hay gia hạn",
                Tone.WAIT,
                LINK + "?part=NOW",
                "",
                SECRETARIES,
                ENDING);
    }

    @Bean
    DeskSheet helpAskedFromAfar() {
        return new DeskSheet(
                "away.help",
                "Đảng viên đi xa cần giúp",
                "Nhận việc, trả lời đồng chí",
                Tone.ACT,
                MENU,
                MENU,
                COMMITTEES,
                HELP);
    }

    @Bean
    DeskSheet silentToCall() {
        return new DeskSheet(
                "away.to-call",
                "Lâu chưa có tin, nhờ chi ủy viên gọi",
                "Hỏi thăm trước, rồi ghi cuộc gọi",
                Tone.WAIT,
                MENU,
                MENU,
                COMMITTEES,
                TO_CALL);
    }

    @Bean
    DeskSheet silentToLookAt() {
        return new DeskSheet(
                "away.to-look-at",
                "Lâu chưa có tin, chi bộ xem xét",
                "Hỏi gia đình, tổ chức đảng nơi đến; việc tiếp theo do chi bộ quyết định",
                Tone.LATE,
                MENU,
                MENU,
                SECRETARIES,
                TO_LOOK_AT);
    }

    @Bean
    DeskSheet backFromAfar() {
        return new DeskSheet(
                "away.back",
                "Đảng viên báo đã về",
                "Ghi ngày trở lại sinh hoạt",
                Tone.ACT,
                MENU,
                MENU,
                SECRETARIES,
                BACK);
    }

    @Bean
    DeskSheet myTurnToWrite() {
        return new DeskSheet(
                "away.my-turn",
                "Đến kỳ báo tin cho chi bộ",
                "Cần giúp gì thì nhắn; vẫn ổn thì bấm một nút",
                Tone.ACT,
                MyAwayPages.PATH,
                MyAwayPages.PATH,
                Set.of(Role.MEMBER),
                MY_TURN);
    }

    @Bean
    DeskSheet answersFromTheCell() {
        return new DeskSheet(
                "away.my-answers",
                "Chi bộ đã trả lời điều đồng chí cần giúp",
                "Trong 7 ngày qua",
                Tone.DONE,
                MyAwayPages.PATH,
                "",
                Set.of(Role.MEMBER),
                MY_ANSWERS);
    }

    @Bean
    DeskSheet lateAnswersFromPlacesOfStay() {
        return new DeskSheet(
                "away.late-answers",
                "Nơi đến chưa trả lời, đã quá hạn",
                "Gọi hỏi, hoặc gửi lại",
                Tone.LATE,
                AwayTabs.REQUESTS + "?part=LATE",
                MENU,
                SECRETARIES,
                LATE_ANSWERS);
    }
}
