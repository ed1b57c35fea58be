package vn.ganbo.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.ganbo.kernel.DeskQuestion;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;

/** Giấy mời chờ trả lời, on the member's own desk: "Tôi sẽ dự" is one tap. */
@Component
class InvitationQuestion implements DeskQuestion {
    private final MeetingQueries queries;
    private final Clock clock;

    InvitationQuestion(MeetingQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    public List<Asked> of(Viewer viewer) {
        if (!viewer.is(Role.MEMBER)) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        return queries.mine(viewer.scope()).stream()
                .filter(m -> m.state() == MeetingState.INVITED && m.reply() == null)
                .filter(m -> !today.isAfter(m.plannedOn()))
                .map(InvitationQuestion::asked)
                .toList();
    }

    private static Asked asked(MeetingQueries.Mine mine) {
        return new Asked(
                mine.title(),
                mine.when()
                        + ", "
                        + mine.place()
                        + (mine.joinAt() == null ? "" : " hoặc dự từ xa")
                        + " ("
                        + mine.unitName()
                        + ")",
                "/my-meetings/" + mine.id() + "/reply",
                "reply",
                Reply.COMING.name(),
                "Tôi sẽ dự",
                "/my-meetings",
                "Xin vắng…");
    }
}
