package vn.ganbo.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.kernel.MemberBlock;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;

/** The part "Sinh hoạt" of a member's page: the held meetings of this year. */
@Component
class AttendanceBlock implements MemberBlock<Attendances.Raw> {
    private final Clock clock;

    AttendanceBlock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Sql statement() {
        return Attendances.OF_THIS_YEAR;
    }

    @Override
    public Class<Attendances.Raw> row() {
        return Attendances.Raw.class;
    }

    @Override
    public Optional<Block> of(Viewer viewer, List<Attendances.Raw> rows) {
        LocalDate today = LocalDate.now(clock);
        return Optional.of(
                new Block(
                        20,
                        "Sinh hoạt năm " + today.getYear(),
                        rows.stream().map(row -> line(viewer, row.on(today))).toList()));
    }

    private static Line line(Viewer viewer, Attendances.Attended attended) {
        return new Line(
                Show.date(attended.heldOn()) + " · " + attended.title(),
                attended.words(),
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
