package vn.ganbo.intake;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.DeskAct;
import vn.ganbo.kernel.MenuEntry;
import vn.ganbo.kernel.Role;

/** What intake puts on desks and into the menu. */
@Configuration(proxyBeanMethods = false)
class IntakeMenu {
    @Bean
    MenuEntry incomingEntry() {
        return new MenuEntry(
                14,
                "Văn bản đến",
                "/incoming",
                "import",
                Set.of(Role.RESIDENCE_OFFICE, Role.WORKPLACE_OFFICE, Role.AUDITOR));
    }

    @Bean
    DeskAct takeInAct() {
        return new DeskAct(
                "Nhận giấy, quét mã",
                "/incoming",
                "import",
                Set.of(Role.RESIDENCE_OFFICE, Role.WORKPLACE_OFFICE));
    }
}
