package vn.ganbo.notification;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.MenuEntry;
import vn.ganbo.kernel.Role;

/** The notices stand in the menu, and as a bell in the header. */
@Configuration(proxyBeanMethods = false)
class NotificationMenu {
    @Bean
    MenuEntry noticesEntry() {
        return new MenuEntry(
                80,
                "Thông báo",
                "/notifications",
                "bell",
                Set.of(
                        Role.WORKPLACE_OFFICE,
                        Role.WORKPLACE_CELL_SECRETARY,
                        Role.RESIDENCE_OFFICE,
                        Role.RESIDENCE_CELL_SECRETARY,
                        Role.ANALYST,
                        Role.MEMBER));
    }
}
