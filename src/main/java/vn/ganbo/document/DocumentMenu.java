package vn.ganbo.document;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.MenuEntry;
import vn.ganbo.kernel.Role;

/** What papers put into the menu. */
@Configuration(proxyBeanMethods = false)
class DocumentMenu {
    @Bean
    MenuEntry numbersEntry() {
        return new MenuEntry(
                84,
                "Sổ văn bản đi",
                "/numbers",
                "file",
                Set.of(
                        Role.WORKPLACE_OFFICE,
                        Role.WORKPLACE_CELL_SECRETARY,
                        Role.RESIDENCE_OFFICE,
                        Role.RESIDENCE_CELL_SECRETARY,
                        Role.AUDITOR));
    }

    @Bean
    MenuEntry printsEntry() {
        return new MenuEntry(
                86,
                "Tập in",
                "/prints",
                "print",
                Set.of(
                        Role.WORKPLACE_OFFICE,
                        Role.WORKPLACE_CELL_SECRETARY,
                        Role.RESIDENCE_OFFICE,
                        Role.RESIDENCE_CELL_SECRETARY));
    }

    @Bean
    MenuEntry styleEntry() {
        return new MenuEntry(
                88,
                "Thể thức văn bản",
                "/paper-style",
                "file",
                Set.of(
                        Role.WORKPLACE_OFFICE,
                        Role.RESIDENCE_OFFICE,
                        Role.RESIDENCE_CELL_SECRETARY));
    }
}
