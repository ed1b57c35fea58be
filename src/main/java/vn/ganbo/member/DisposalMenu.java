package vn.ganbo.member;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.DeskSheet;
import vn.ganbo.kernel.MenuEntry;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Tone;

/** What is over its time, in the menu and on the desk. */
@Configuration(proxyBeanMethods = false)
class DisposalMenu {
    static final Sql WAITING =
            Sql.of(
                    """
                    select count(*)
                      from member.disposal d
                     where d.done_at is null
                       and d.dropped_at is null
                       and d.unit_no = :low
                       and d.unit_no <@ :scope::int4multirange
                    """);

    @Bean
    DeskSheet disposalsSheet() {
        return new DeskSheet(
                "member.disposals",
                "Đề nghị xóa chờ người thứ hai",
                "Xem rồi duyệt, hoặc bỏ đề nghị",
                Tone.WAIT,
                "/disposals",
                "/disposals",
                Set.of(Role.ADMINISTRATOR),
                WAITING);
    }

    @Bean
    MenuEntry disposalsEntry() {
        return new MenuEntry(
                92,
                "Hết hạn lưu giữ",
                "/disposals",
                "tasks",
                Set.of(Role.ADMINISTRATOR, Role.AUDITOR));
    }
}
