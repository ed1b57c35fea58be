package vn.ganbo.classification;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.MenuEntry;
import vn.ganbo.kernel.Role;

/** The menu's entries: the workplace's board, and the member's own self-review. */
@Configuration(proxyBeanMethods = false)
class ClassificationMenu {
    static final String BOARD = "/classification";
    static final String MINE = "/my-review";

    @Bean
    MenuEntry classificationEntry() {
        return new MenuEntry(
                55,
                "Kiểm điểm, xếp loại",
                BOARD,
                "tasks",
                Set.of(Role.WORKPLACE_OFFICE, Role.WORKPLACE_CELL_SECRETARY));
    }

    @Bean
    MenuEntry myReviewEntry() {
        return new MenuEntry(55, "Tự kiểm điểm", MINE, "tasks", Set.of(Role.MEMBER), List.of());
    }
}
