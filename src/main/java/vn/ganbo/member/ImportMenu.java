package vn.ganbo.member;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.MenuEntry;
import vn.ganbo.kernel.Role;

/** What the import puts into the menu. */
@Configuration(proxyBeanMethods = false)
class ImportMenu {
    @Bean
    MenuEntry importsEntry() {
        return new MenuEntry(
                80,
                "Nhập từ Excel",
                "/imports",
                "import",
                Set.of(Role.WORKPLACE_OFFICE, Role.ADMINISTRATOR));
    }
}
