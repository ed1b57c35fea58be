package vn.ganbo.exchange;

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
                        Role.AUDITOR));
    }

    @Bean
    MenuEntry exchangeBoardEntry() {
        return new MenuEntry(26, "Bảng trao đổi", "/exchange/board", "chart", Set.of(Role.ANALYST));
    }

    @Bean
    MenuEntry ownExchangeEntry() {
        return new MenuEntry(
                25, "Hai nơi trao đổi", "/exchange/mine", "letter", Set.of(Role.MEMBER));
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
