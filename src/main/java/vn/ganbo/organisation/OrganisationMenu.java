package vn.ganbo.organisation;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.MenuEntry;
import vn.ganbo.kernel.Role;

/** What the tree puts into the menu. */
@Configuration(proxyBeanMethods = false)
class OrganisationMenu {
    @Bean
    MenuEntry groupsEntry() {
        return new MenuEntry(
                80,
                "Tổ đảng",
                "/groups",
                "tree",
                Set.of(Role.RESIDENCE_OFFICE, Role.RESIDENCE_CELL_SECRETARY));
    }
}
