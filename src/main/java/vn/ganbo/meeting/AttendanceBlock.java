package vn.ganbo.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.MemberBlock;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;

/** The part "Sinh hoạt nơi cư trú" of a member's page: the held meetings of this year. */
@Component
class AttendanceBlock implements MemberBlock {
    private final Attendances attendances;
    private final Clock clock;

    AttendanceBlock(Attendances attendances, Clock clock) {
        this.attendances = attendances;
        this.clock = clock;
    }

    @Override
    public Optional<Block> of(Viewer viewer, UUID member) {
        int year = LocalDate.now(clock).getYear();
        List<Line> lines =
                attendances
                        .statusOf(viewer.scope(), List.of(member), year)
                        .getOrDefault(member, List.of())
                        .stream()
                        .map(attended -> line(viewer, attended))
                        .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block(20, "Sinh hoạt nơi cư trú năm " + year, lines));
    }

    private static Line line(Viewer viewer, Attendances.Attended attended) {
        return new Line(
                Show.date(attended.heldOn()) + " · " + attended.title(),
                Labels.of(attended.status()),
                attended.status().tone(),
                link(viewer, attended.meeting()));
    }

    private static @Nullable String link(Viewer viewer, UUID meeting) {
        if (viewer.is(Role.MEMBER)) {
            return "/my-meetings";
        }
        return viewer.is(Role.WORKPLACE_OFFICE, Role.WORKPLACE_CELL_SECRETARY, Role.ADMINISTRATOR)
                ? null
                : "/meetings/" + meeting;
    }
}
