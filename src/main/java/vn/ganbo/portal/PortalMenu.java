package vn.ganbo.portal;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.MenuEntry;
import vn.ganbo.kernel.Role;

/** The place of the portal's codes in the menu. */
@Configuration(proxyBeanMethods = false)
class PortalMenu {
    @Bean
    MenuEntry portalEntry() {
        return new MenuEntry(
                60,
                "Mã hồ sơ trên Cổng",
                "/portal",
                "file",
                Set.of(
                        Role.WORKPLACE_OFFICE,
                        Role.WORKPLACE_CELL_SECRETARY,
                        Role.RESIDENCE_OFFICE,
                        Role.AUDITOR));
    }
}
