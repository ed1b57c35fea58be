package vn.ganbo.regulation;

import java.util.EnumSet;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.MenuEntry;
import vn.ganbo.kernel.Role;

/** The regulations' place in the menu. */
@Configuration(proxyBeanMethods = false)
class RegulationMenu {
    @Bean
    MenuEntry regulationsEntry() {
        return new MenuEntry(
                85,
                "Quy định",
                "/regulations",
                "file",
                EnumSet.allOf(Role.class),
                List.of("/working-days", "/guidance"));
    }
}
