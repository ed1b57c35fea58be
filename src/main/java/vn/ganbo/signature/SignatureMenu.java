package vn.ganbo.signature;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.MenuEntry;
import vn.ganbo.kernel.Role;

/** What signatures put into the menu. */
@Configuration(proxyBeanMethods = false)
class SignatureMenu {
    @Bean
    MenuEntry trustedCertificatesEntry() {
        return new MenuEntry(
                91,
                "Chứng thư tin cậy",
                "/trusted-certificates",
                "shield",
                Set.of(Role.ADMINISTRATOR, Role.AUDITOR));
    }
}
