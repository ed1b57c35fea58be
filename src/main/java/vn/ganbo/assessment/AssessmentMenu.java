package vn.ganbo.assessment;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.DeskAct;
import vn.ganbo.kernel.MenuEntry;
import vn.ganbo.kernel.Role;

/** The menu's entries: each office enters at the place where its work is. */
@Configuration(proxyBeanMethods = false)
class AssessmentMenu {
    static final String BOARD = "/rounds";
    static final String SLIPS = "/comments";
    static final String RETURNED = "/returned-comments";
    static final String FOLLOW_UPS = "/follow-ups";
    static final String MINE = "/my-comments";

    @Bean
    DeskAct draftAct() {
        return new DeskAct(
                "Soạn phiếu nhận xét",
                SLIPS + "?tab=to-fill",
                "pen",
                Set.of(Role.COMMITTEE_MEMBER_IN_CHARGE));
    }

    @Bean
    MenuEntry roundsEntry() {
        return new MenuEntry(
                50,
                "Đợt nhận xét",
                BOARD,
                "pen",
                Set.of(Role.RESIDENCE_OFFICE, Role.ANALYST, Role.AUDITOR),
                List.of(
                        SLIPS,
                        "/decisions",
                        "/comment-requests",
                        RETURNED,
                        FOLLOW_UPS,
                        "/comment-board"));
    }

    @Bean
    MenuEntry commentsEntry() {
        return new MenuEntry(
                50,
                "Nhận xét",
                SLIPS,
                "pen",
                Set.of(Role.RESIDENCE_CELL_SECRETARY, Role.COMMITTEE_MEMBER_IN_CHARGE),
                List.of("/decisions", FOLLOW_UPS, "/rounds"));
    }

    @Bean
    MenuEntry returnedEntry() {
        return new MenuEntry(
                50,
                "Phiếu nhận xét",
                RETURNED,
                "pen",
                Set.of(Role.WORKPLACE_OFFICE, Role.WORKPLACE_CELL_SECRETARY),
                List.of(
                        "/comment-requests",
                        SLIPS,
                        FOLLOW_UPS,
                        "/comment-board",
                        "/rounds/exceptions"));
    }

    @Bean
    MenuEntry myCommentsEntry() {
        return new MenuEntry(
                50,
                "Nhận xét về tôi",
                MINE,
                "pen",
                Set.of(Role.MEMBER),
                List.of(SLIPS, "/my-report", RETURNED + "/incoming", "/incoming"));
    }
}
