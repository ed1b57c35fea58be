package vn.ganbo.classification;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.MenuEntry;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;

/** The menu's entries: the committee's and the cell's board, and the member's own self-review. */
@Configuration(proxyBeanMethods = false)
class ClassificationMenu {
    static final String BOARD = "/classification";
    static final String MINE = "/my-review";

    /** The committee of an organisation at work, and of a ward for its own cells. */
    static final Set<Role> OFFICES = Set.of(Role.WORKPLACE_OFFICE, Role.RESIDENCE_OFFICE);

    /** The cell where members have their Party life. */
    static final Set<Role> SECRETARIES =
            Set.of(Role.WORKPLACE_CELL_SECRETARY, Role.RESIDENCE_CELL_SECRETARY);

    static boolean office(Viewer viewer) {
        return viewer.role() != null && OFFICES.contains(viewer.role());
    }

    static boolean secretary(Viewer viewer) {
        return viewer.role() != null && SECRETARIES.contains(viewer.role());
    }

    /**
     * Whether this organisation's year is the viewer's: the own one, or that of the committee
     * above; an organisation below has its own office.
     */
    static boolean ours(Viewer viewer, int orgNo) {
        return orgNo == viewer.unitNo() || !viewer.scope().sees(orgNo);
    }

    @Bean
    MenuEntry classificationEntry() {
        return new MenuEntry(
                55,
                "Kiểm điểm, xếp loại",
                BOARD,
                "tasks",
                Set.of(
                        Role.WORKPLACE_OFFICE,
                        Role.WORKPLACE_CELL_SECRETARY,
                        Role.RESIDENCE_OFFICE,
                        Role.RESIDENCE_CELL_SECRETARY));
    }

    @Bean
    MenuEntry myReviewEntry() {
        return new MenuEntry(55, "Tự kiểm điểm", MINE, "tasks", Set.of(Role.MEMBER), List.of());
    }
}
