package vn.ganbo.access;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.DeskAct;
import vn.ganbo.kernel.MenuEntry;
import vn.ganbo.kernel.Role;

/** What access puts into the menu. */
@Configuration(proxyBeanMethods = false)
class AccessMenu {
    @Bean
    MenuEntry accountsEntry() {
        return new MenuEntry(
                90,
                "Tài khoản và chức vụ",
                "/accounts",
                "shield",
                Set.of(Role.ADMINISTRATOR),
                List.of("/appointments"));
    }

    @Bean
    DeskAct appointAct() {
        return new DeskAct(
                "Giao chức vụ", "/appointments/new", "shield", Set.of(Role.ADMINISTRATOR));
    }

    @Bean
    MenuEntry passwordEntry() {
        return new MenuEntry(99, "Đổi mật khẩu", "/password", "person", Set.of(Role.values()));
    }
}
