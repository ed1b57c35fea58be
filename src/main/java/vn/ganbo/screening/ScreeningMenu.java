package vn.ganbo.screening;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.DeskSheet;
import vn.ganbo.kernel.MenuEntry;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Tone;

/** The entry of screening, and what of it waits on a desk. */
@Configuration(proxyBeanMethods = false)
class ScreeningMenu {
    static final String LINK = "/screening";
    private static final Set<Role> CELLS =
            Set.of(Role.WORKPLACE_CELL_SECRETARY, Role.RESIDENCE_CELL_SECRETARY);
    private static final Set<Role> OFFICES = Set.of(Role.WORKPLACE_OFFICE, Role.RESIDENCE_OFFICE);

    /** Noted this year, and nobody has spoken with the person since. */
    static final Sql NOT_SPOKEN_WITH =
            Sql.of(
                    """
                    select count(distinct l.member_id)
                      from screening.lapse l
                     where l.work_no between :low and :high
                       and l.work_no <@ :scope::int4multirange
                       and l.kind in ('ABSENCE', 'DUES')
                       and not l.withdrawn
                       and not l.good_reason
                       and l.month >= date_trunc('year', :today::date)::date
                       and not exists (select from screening.talk t
                                        where t.member_id = l.member_id
                                          and t.on_day >= l.month)
                    """);

    static final Sql NOT_HEARD =
            Sql.of(
                    """
                    select count(*)
                      from screening.case_file c
                     where c.work_no between :low and :high
                       and c.work_no <@ :scope::int4multirange
                       and c.state in ('OPENED', 'HELPED')
                       and not exists (select from screening.hearing h where h.case_id = c.id)
                    """);

    static final Sql HELP_ENDED =
            Sql.of(
                    """
                    select count(*)
                      from screening.case_file c
                     where c.work_no between :low and :high
                       and c.work_no <@ :scope::int4multirange
                       and c.state = 'HELPED'
                       and c.plan_until < :today::date
                    """);

    static final Sql TO_DECIDE =
            Sql.of(
                    """
                    select count(*)
                      from screening.case_file c
                     where c.work_no between :low and :high
                       and c.work_no <@ :scope::int4multirange
                       and c.state = 'PROPOSED'
                    """);

    @Bean
    MenuEntry screeningEntry() {
        return new MenuEntry(
                57,
                "Rà soát, sàng lọc",
                LINK,
                "people",
                Set.of(
                        Role.WORKPLACE_OFFICE,
                        Role.WORKPLACE_CELL_SECRETARY,
                        Role.RESIDENCE_OFFICE,
                        Role.RESIDENCE_CELL_SECRETARY,
                        Role.AUDITOR));
    }

    @Bean
    MenuEntry screeningFiguresEntry() {
        return new MenuEntry(
                57, "Xóa tên, ra khỏi Đảng", LINK + "/statistics", "chart", Set.of(Role.ANALYST));
    }

    @Bean
    DeskSheet notSpokenWith() {
        return new DeskSheet(
                "screening.not-spoken-with",
                "Có tháng vắng hoặc chưa đóng đảng phí, chưa ai hỏi thăm",
                "Nhắc, hỏi cần giúp gì trước khi xem xét",
                Tone.WAIT,
                LINK,
                LINK,
                CELLS,
                NOT_SPOKEN_WITH);
    }

    @Bean
    DeskSheet notHeard() {
        return new DeskSheet(
                "screening.not-heard",
                "Trường hợp xem xét chưa nghe đảng viên trình bày",
                "Mời đồng chí ấy trình bày, ghi đúng lời",
                Tone.ACT,
                LINK + "?tab=RUNNING",
                LINK,
                CELLS,
                NOT_HEARD);
    }

    @Bean
    DeskSheet helpEnded() {
        return new DeskSheet(
                "screening.help-ended",
                "Kế hoạch giúp đỡ đã hết hạn",
                "Chi bộ xem lại tiến bộ, đề nghị kết quả",
                Tone.ACT,
                LINK + "?tab=RUNNING",
                LINK,
                CELLS,
                HELP_ENDED);
    }

    @Bean
    DeskSheet screeningToDecide() {
        return new DeskSheet(
                "screening.to-decide",
                "Đề nghị của chi bộ chờ cấp ủy xem xét",
                "Trình cấp ủy có thẩm quyền, ghi quyết định",
                Tone.WAIT,
                LINK + "?tab=RUNNING",
                LINK,
                OFFICES,
                TO_DECIDE);
    }
}
