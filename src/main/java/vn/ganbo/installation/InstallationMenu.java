package vn.ganbo.installation;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.MenuEntry;
import vn.ganbo.kernel.Role;

/** What installations put into the menu. */
@Configuration(proxyBeanMethods = false)
class InstallationMenu {
    @Bean
    MenuEntry installationsEntry() {
        return new MenuEntry(
                96, "Bản cài đặt", "/installations", "shield", Set.of(Role.ADMINISTRATOR));
    }
}
