package vn.ganbo.exchange;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.DeskSheet;
import vn.ganbo.kernel.MenuEntry;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Tone;

/** What the exchange puts on desks and into the menu. */
@Configuration(proxyBeanMethods = false)
class ExchangeMenu {
    private static final Set<Role> RESIDENCE =
            Set.of(Role.RESIDENCE_OFFICE, Role.RESIDENCE_CELL_SECRETARY);

    static final Sql CAME_TO_RESIDENCE =
            Sql.of(
                    """
                    select count(*)
                      from exchange.notice n
                     where n.res_no between :low and :high
                       and n.res_no <@ :scope::int4multirange
                       and n.from_side = 'WORKPLACE'
                       and n.state in ('SENT', 'RECEIVED')
                    """);

    static final Sql CAME_TO_WORKPLACE =
            Sql.of(
                    """
                    select count(*)
                      from exchange.notice n
                     where n.work_no between :low and :high
                       and n.work_no <@ :scope::int4multirange
                       and n.from_side = 'RESIDENCE'
                       and n.state in ('SENT', 'RECEIVED')
                    """);

    static final Sql DRAFTS_AT_WORK =
            Sql.of(
                    """
                    select count(*)
                      from exchange.notice n
                     where n.work_no between :low and :high
                       and n.work_no <@ :scope::int4multirange
                       and n.from_side = 'WORKPLACE'
                       and n.state = 'DRAFT'
                    """);

    /** Those that wait for nobody else: drafts, and shortcomings whose person has spoken. */
    static final Sql DRAFTS_AT_RESIDENCE =
            Sql.of(
                    """
                    select count(*)
                      from exchange.notice n
                     where n.res_no between :low and :high
                       and n.res_no <@ :scope::int4multirange
                       and n.from_side = 'RESIDENCE'
                       and (n.state = 'DRAFT'
                            or n.state = 'HEARING' and (n.heard is not null or n.hear_until < :today::date))
                    """);

    static final Sql OVERDUE_BELOW =
            Sql.of(
                    """
                    select count(*)
                      from exchange.notice n
                     where n.res_no between :low and :high
                       and n.res_no <@ :scope::int4multirange
                       and n.state in ('SENT', 'RECEIVED')
                       and n.due_on < :today::date
                    """);

    static final Sql TO_SAY =
            Sql.of(
                    """
                    select count(*)
                      from exchange.notice n
                     where n.member_id = :self::uuid
                       and n.state = 'HEARING'
                       and n.heard is null
                    """);

    @Bean
    MenuEntry exchangeEntry() {
        return new MenuEntry(
                25,
                "Trao đổi hai chiều",
                "/exchange",
                "letter",
                Set.of(
                        Role.WORKPLACE_OFFICE,
                        Role.WORKPLACE_CELL_SECRETARY,
                        Role.RESIDENCE_OFFICE,
                        Role.RESIDENCE_CELL_SECRETARY,
                        Role.AUDITOR),
                List.of("/half-sheets", "/bulletins", "/agreements"));
    }

    @Bean
    MenuEntry exchangeBoardEntry() {
        return new MenuEntry(26, "Bảng trao đổi", "/exchange/board", "chart", Set.of(Role.ANALYST));
    }

    @Bean
    MenuEntry ownExchangeEntry() {
        return new MenuEntry(
                25,
                "Hai nơi trao đổi",
                "/exchange/mine",
                "letter",
                Set.of(Role.MEMBER),
                List.of("/exchange", "/bulletins"));
    }

    @Bean
    DeskSheet cameToResidenceSheet() {
        return came(
                "exchange.came-to-residence",
                "Nơi công tác chờ trả lời",
                RESIDENCE,
                CAME_TO_RESIDENCE);
    }

    @Bean
    DeskSheet cameToWorkplaceSheet() {
        return came(
                "exchange.came-to-workplace",
                "Nơi cư trú chờ trả lời",
                Set.of(Role.WORKPLACE_OFFICE),
                CAME_TO_WORKPLACE);
    }

    private static DeskSheet came(String key, String title, Set<Role> roles, Sql count) {
        return new DeskSheet(
                key,
                title,
                "Đọc, ghi đã nhận và trả lời",
                Tone.WAIT,
                "/exchange?tab=CAME",
                "/exchange",
                roles,
                count);
    }

    @Bean
    DeskSheet draftsAtWorkSheet() {
        return drafts("exchange.drafts-at-work", Set.of(Role.WORKPLACE_OFFICE), DRAFTS_AT_WORK);
    }

    @Bean
    DeskSheet draftsAtResidenceSheet() {
        return drafts("exchange.drafts-at-residence", RESIDENCE, DRAFTS_AT_RESIDENCE);
    }

    private static DeskSheet drafts(String key, Set<Role> roles, Sql count) {
        return new DeskSheet(
                key,
                "Bản nháp chờ ký và gửi",
                "Đọc lại, sửa, ký và gửi; hoặc bỏ",
                Tone.WAIT,
                "/exchange?tab=DRAFTS",
                "/exchange",
                roles,
                count);
    }

    @Bean
    DeskSheet overdueBelowNoticesSheet() {
        return new DeskSheet(
                "exchange.overdue-below",
                "Thông tin trao đổi quá hạn trả lời",
                "Xem nơi nào chưa trả lời",
                Tone.LATE,
                "/exchange/board",
                "",
                Set.of(Role.ANALYST),
                OVERDUE_BELOW);
    }

    static final Sql BULLETINS_TO_ACKNOWLEDGE =
            Sql.of(
                    """
                    select count(*)
                      from exchange.bulletin_copy c
                     where c.work_no between :low and :high
                       and c.work_no <@ :scope::int4multirange
                       and c.acknowledged_on is null
                    """);

    /** The first day of the half-year that ended last. */
    private static final String LAST_HALF =
            """
            (date_trunc('year', :today::date)
             - case when extract(month from :today::date) > 6 then interval '0 months'
                    else interval '6 months' end)::date
            """;

    /** Wards that have not had the sheet of the half-year that ended last. */
    static final Sql HALF_SHEETS_OF_WORKPLACE =
            Sql.of(
                    """
                    select count(distinct i.to_no)
                      from liaison.published_introduction i
                     where i.work_no between :low and :high
                       and i.work_no <@ :scope::int4multirange
                       and i.state in ('SENT', 'ACKNOWLEDGED', 'PLACED')
                       and i.sent_on <\
                    """
                            + LAST_HALF
                            + """
                            + interval '6 months'
                              and not exists (select from exchange.half_sheet s
                                               where s.from_side = 'WORKPLACE'
                                                 and s.ward_no = i.to_no
                                                 and s.work_no <@ :scope::int4multirange
                                                 and s.half =\
                            """
                            + LAST_HALF
                            + ")");

    /** Workplaces that have not had the sheet of the half-year that ended last. */
    static final Sql HALF_SHEETS_OF_RESIDENCE =
            Sql.of(
                    """
                    select count(distinct i.from_no)
                      from liaison.published_introduction i
                     where i.res_no between :low and :high
                       and i.res_no <@ :scope::int4multirange
                       and i.state in ('ACKNOWLEDGED', 'PLACED')
                       and i.acknowledged_on <\
                    """
                            + LAST_HALF
                            + """
                            + interval '6 months'
                              and not exists (select from exchange.half_sheet s
                                               where s.from_side = 'RESIDENCE'
                                                 and s.work_no = i.from_no
                                                 and s.ward_no <@ :scope::int4multirange
                                                 and s.half =\
                            """
                            + LAST_HALF
                            + ")");

    @Bean
    DeskSheet halfSheetsOfWorkplaceSheet() {
        return halfSheets(
                "exchange.half-sheets-of-workplace",
                Role.WORKPLACE_OFFICE,
                HALF_SHEETS_OF_WORKPLACE);
    }

    @Bean
    DeskSheet halfSheetsOfResidenceSheet() {
        return halfSheets(
                "exchange.half-sheets-of-residence",
                Role.RESIDENCE_OFFICE,
                HALF_SHEETS_OF_RESIDENCE);
    }

    private static DeskSheet halfSheets(String key, Role role, Sql count) {
        return new DeskSheet(
                key,
                "Phiếu trao đổi 6 tháng chưa gửi",
                "Chương trình đã đếm sẵn; đọc, ký và gửi",
                Tone.WAIT,
                "/half-sheets",
                "/exchange",
                Set.of(role),
                count);
    }

    static final Sql TO_CONFIRM_AT_WORK =
            Sql.of(
                    """
                    select count(*)
                      from exchange.agreement a
                     where a.work_no between :low and :high
                       and a.work_no <@ :scope::int4multirange
                       and a.recorded_by_side = 'RESIDENCE'
                       and a.confirmed_on is null
                       and not a.valid << daterange(:today::date, null)
                    """);

    static final Sql TO_CONFIRM_AT_RESIDENCE =
            Sql.of(
                    """
                    select count(*)
                      from exchange.agreement a
                     where a.ward_no between :low and :high
                       and a.ward_no <@ :scope::int4multirange
                       and a.recorded_by_side = 'WORKPLACE'
                       and a.confirmed_on is null
                       and not a.valid << daterange(:today::date, null)
                    """);

    @Bean
    DeskSheet agreementsAtWorkSheet() {
        return agreements("exchange.agreements-at-work", Role.WORKPLACE_OFFICE, TO_CONFIRM_AT_WORK);
    }

    @Bean
    DeskSheet agreementsAtResidenceSheet() {
        return agreements(
                "exchange.agreements-at-residence", Role.RESIDENCE_OFFICE, TO_CONFIRM_AT_RESIDENCE);
    }

    private static DeskSheet agreements(String key, Role role, Sql count) {
        return new DeskSheet(
                key,
                "Quy chế phối hợp chờ xác nhận",
                "Bên kia đã ghi quy chế hai bên ký; đọc rồi xác nhận",
                Tone.WAIT,
                "/agreements",
                "/exchange",
                Set.of(role),
                count);
    }

    @Bean
    DeskSheet bulletinsSheet() {
        return new DeskSheet(
                "exchange.bulletins",
                "Bản tin nơi cư trú chờ xác nhận",
                "Đọc rồi xác nhận",
                Tone.REST,
                "/bulletins",
                "/exchange",
                Set.of(Role.WORKPLACE_OFFICE),
                BULLETINS_TO_ACKNOWLEDGE);
    }

    @Bean
    DeskSheet toSaySheet() {
        return new DeskSheet(
                "exchange.to-say",
                "Chi ủy mời đồng chí trình bày",
                "Đọc nội dung và ghi ý kiến của mình trước khi chi ủy kết luận",
                Tone.WAIT,
                "/exchange/mine",
                "/exchange/mine",
                Set.of(Role.MEMBER),
                TO_SAY);
    }
}
