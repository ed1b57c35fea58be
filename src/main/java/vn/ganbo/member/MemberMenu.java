package vn.ganbo.member;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.MenuEntry;
import vn.ganbo.kernel.Role;

/** What member puts into the menu. */
@Configuration(proxyBeanMethods = false)
class MemberMenu {
    @Bean
    MenuEntry membersEntry() {
        return new MenuEntry(
                30,
                "Đảng viên",
                "/members",
                "people",
                Set.of(
                        Role.WORKPLACE_OFFICE,
                        Role.WORKPLACE_CELL_SECRETARY,
                        Role.ADMINISTRATOR,
                        Role.AUDITOR));
    }

    @Bean
    MenuEntry ownEntry() {
        return new MenuEntry(5, "Trang của tôi", "/members/me", "person", Set.of(Role.MEMBER));
    }
}
