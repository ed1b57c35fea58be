package vn.ganbo.liaison;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.DeskAct;
import vn.ganbo.kernel.DeskSheet;
import vn.ganbo.kernel.MenuEntry;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Tone;

/** What liaison puts on desks and into the menu. */
@Configuration(proxyBeanMethods = false)
class LiaisonMenu {
    private static final Set<Role> BOTH =
            Set.of(
                    Role.WORKPLACE_OFFICE,
                    Role.WORKPLACE_CELL_SECRETARY,
                    Role.RESIDENCE_OFFICE,
                    Role.RESIDENCE_CELL_SECRETARY,
                    Role.AUDITOR);

    static final Sql WITHOUT =
            Sql.of(
                    """
                    select count(*)
                      from member.published_member m
                     where m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                    """
                            + IntroductionQueries.NOBODY_INTRODUCED);

    static final Sql TO_SIGN =
            Sql.of(
                    """
                    select count(*)
                      from liaison.introduction i
                     where i.work_no between :low and :high
                       and i.work_no <@ :scope::int4multirange
                       and i.state = 'ISSUED'
                    """);

    static final Sql TO_SEND =
            Sql.of(
                    """
                    select count(*)
                      from liaison.introduction i
                     where i.work_no between :low and :high
                       and i.work_no <@ :scope::int4multirange
                       and i.state = 'SIGNED'
                    """);

    static final Sql WAITING =
            Sql.of(
                    """
                    select count(*)
                      from liaison.introduction i
                     where i.res_no between :low and :high
                       and i.res_no <@ :scope::int4multirange
                       and i.state = 'SENT'
                    """);

    static final Sql OVERDUE_HERE =
            Sql.of(
                    """
                    select count(*)
                      from liaison.introduction i
                     where i.res_no between :low and :high
                       and i.res_no <@ :scope::int4multirange
                       and i.due_on < :today::date
                    """);

    static final Sql OVERDUE_THERE =
            Sql.of(
                    """
                    select count(*)
                      from liaison.introduction i
                     where i.work_no between :low and :high
                       and i.work_no <@ :scope::int4multirange
                       and i.due_on < :today::date
                       and i.state = 'SENT'
                    """);

    static final Sql TO_PLACE =
            Sql.of(
                    """
                    select count(*)
                      from liaison.introduction i
                     where i.res_no between :low and :high
                       and i.res_no <@ :scope::int4multirange
                       and i.state = 'ACKNOWLEDGED'
                    """);

    static final Sql NOBODY_IN_CHARGE =
            Sql.of(
                    """
                    select count(*)
                      from liaison.contact c
                     where c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and upper_inf(c.valid)
                       and c.cell_no is not null
                       and c.in_charge_person is null
                    """);

    @Bean
    MenuEntry lettersEntry() {
        return new MenuEntry(10, "Giấy giới thiệu", "/introductions", "letter", BOTH);
    }

    @Bean
    DeskAct introduceAct() {
        return new DeskAct(
                "Lập giấy giới thiệu",
                "/introductions/new",
                "letter",
                Set.of(Role.WORKPLACE_OFFICE));
    }

    @Bean
    DeskAct acknowledgeAct() {
        return new DeskAct(
                "Tiếp nhận giấy giới thiệu",
                "/introductions?tab=waiting",
                "letter",
                Set.of(Role.RESIDENCE_OFFICE));
    }

    @Bean
    MenuEntry registerEntry() {
        return new MenuEntry(
                20,
                "Sổ theo dõi",
                "/register",
                "people",
                Set.of(
                        Role.RESIDENCE_OFFICE,
                        Role.RESIDENCE_CELL_SECRETARY,
                        Role.COMMITTEE_MEMBER_IN_CHARGE,
                        Role.GROUP_LEADER,
                        Role.ANALYST,
                        Role.AUDITOR),
                List.of("/members"));
    }

    @Bean
    DeskSheet withoutSheet() {
        return new DeskSheet(
                "liaison.without",
                "Đảng viên chưa được giới thiệu",
                "Lập giấy giới thiệu về nơi cư trú",
                Tone.WAIT,
                "/introductions/new",
                "/introductions",
                Set.of(Role.WORKPLACE_OFFICE),
                WITHOUT);
    }

    @Bean
    DeskSheet toSignSheet() {
        return new DeskSheet(
                "liaison.to-sign",
                "Giấy giới thiệu chờ ký",
                "Đã có số, cần ghi người ký",
                Tone.WAIT,
                "/introductions?tab=to-sign",
                "/introductions",
                Set.of(Role.WORKPLACE_OFFICE),
                TO_SIGN);
    }

    @Bean
    DeskSheet toSendSheet() {
        return new DeskSheet(
                "liaison.to-send",
                "Giấy giới thiệu chờ gửi",
                "Đã ký, chưa gửi cho nơi cư trú",
                Tone.WAIT,
                "/introductions?tab=to-send",
                "/introductions",
                Set.of(Role.WORKPLACE_OFFICE),
                TO_SEND);
    }

    @Bean
    DeskSheet changesSheet() {
        return new DeskSheet(
                "liaison.changes",
                "Biến động cần xử lý",
                "Giấy bị trả lại, người đã chuyển nơi ở hoặc không còn sinh hoạt",
                Tone.LATE,
                "/introductions/changes",
                "/introductions",
                Set.of(Role.WORKPLACE_OFFICE),
                ChangeQueries.COUNT);
    }

    @Bean
    DeskSheet overdueHereSheet() {
        return new DeskSheet(
                "liaison.overdue-here",
                "Giấy giới thiệu quá hạn",
                "Chưa tiếp nhận hoặc chưa phân về chi bộ",
                Tone.LATE,
                "/introductions",
                "",
                Set.of(Role.RESIDENCE_OFFICE),
                OVERDUE_HERE);
    }

    @Bean
    DeskSheet overdueBelowSheet() {
        return new DeskSheet(
                "liaison.overdue-below",
                "Giấy giới thiệu quá hạn ở xã, phường",
                "Xem nơi nào chưa tiếp nhận, chưa phân",
                Tone.LATE,
                "/introductions/board",
                "",
                Set.of(Role.ANALYST),
                OVERDUE_HERE);
    }

    @Bean
    DeskSheet overdueThereSheet() {
        return new DeskSheet(
                "liaison.overdue-there",
                "Giấy đã gửi, quá hạn tiếp nhận",
                "Chương trình đã nhắc nơi cư trú; liên hệ nếu cần",
                Tone.LATE,
                "/introductions?tab=sent",
                "",
                Set.of(Role.WORKPLACE_OFFICE),
                OVERDUE_THERE);
    }

    @Bean
    MenuEntry boardEntry() {
        return new MenuEntry(
                12, "Theo dõi giấy", "/introductions/board", "chart", Set.of(Role.ANALYST));
    }

    @Bean
    DeskSheet waitingSheet() {
        return new DeskSheet(
                "liaison.waiting",
                "Giấy giới thiệu mới đến",
                "Tiếp nhận hoặc trả lại kèm lý do",
                Tone.WAIT,
                "/introductions?tab=waiting",
                "/introductions",
                Set.of(Role.RESIDENCE_OFFICE),
                WAITING);
    }

    @Bean
    DeskSheet toPlaceSheet() {
        return new DeskSheet(
                "liaison.to-place",
                "Đã tiếp nhận, chờ phân về chi bộ",
                "Chọn chi bộ nơi cư trú",
                Tone.WAIT,
                "/introductions?tab=to-place",
                "/introductions",
                Set.of(Role.RESIDENCE_OFFICE),
                TO_PLACE);
    }

    @Bean
    DeskSheet nobodyInChargeSheet() {
        return new DeskSheet(
                "liaison.nobody-in-charge",
                "Đảng viên chưa có người phụ trách",
                "Phân tổ đảng và chi ủy viên phụ trách",
                Tone.REST,
                "/introductions?tab=placed",
                "/introductions",
                Set.of(Role.RESIDENCE_CELL_SECRETARY),
                NOBODY_IN_CHARGE);
    }
}
