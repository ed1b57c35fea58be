package vn.ganbo.desk;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.MenuEntry;
import vn.ganbo.kernel.Role;

/** The desk is the first entry of every menu. */
@Configuration(proxyBeanMethods = false)
class DeskMenu {
    @Bean
    MenuEntry deskEntry() {
        return new MenuEntry(0, "Bàn làm việc", "/", "desk", Set.of(Role.values()));
    }
}
