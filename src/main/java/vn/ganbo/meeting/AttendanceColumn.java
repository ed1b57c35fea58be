package vn.ganbo.meeting;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.RegisterColumn;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;

/** The column "Sinh hoạt" of the register: ✓ P K N ? for the meetings of the year. */
@Component
class AttendanceColumn implements RegisterColumn {
    private final Attendances attendances;

    AttendanceColumn(Attendances attendances) {
        this.attendances = attendances;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String title(int year) {
        return "Sinh hoạt " + year;
    }

    @Override
    public Map<UUID, List<Badge>> badges(Scope scope, Collection<UUID> members, int year) {
        return attendances.statusOf(scope, members, year).entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                e -> e.getValue().stream().map(AttendanceColumn::badge).toList()));
    }

    private static Badge badge(Attendances.Attended attended) {
        String words = Show.shortDate(attended.heldOn()) + ": " + Labels.of(attended.status());
        return new Badge(attended.status().sign(), words, attended.status().tone(), true);
    }
}
