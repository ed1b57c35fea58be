package vn.ganbo.meeting;

import java.time.LocalDate;
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
import vn.ganbo.member.MemberImport;

/** The column "Sinh hoạt" of the register: ✓ P K N ? for the meetings of the year. */
@Component
class AttendanceColumn implements RegisterColumn {
    private static final int LAST_OF_FIRST_HALF = 6;

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
    public Map<UUID, List<Badge>> badges(Scope scope, Collection<UUID> members, LocalDate on) {
        return held(scope, members, on).entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                e -> e.getValue().stream().map(AttendanceColumn::badge).toList()));
    }

    private static Badge badge(Attendances.Attended attended) {
        String words = Show.shortDate(attended.heldOn()) + ": " + Labels.of(attended.status());
        return new Badge(attended.status().sign(), words, attended.status().tone(), true);
    }

    /** The two periods of a year, under the headings that the import of a register knows. */
    @Override
    public List<Heading> headings(int year) {
        return List.of(
                new Heading(MemberImport.REGISTER.title("midYear"), 9, true, true),
                new Heading(MemberImport.REGISTER.title("yearEnd"), 9, true, true));
    }

    @Override
    public Map<UUID, List<String>> cells(Scope scope, Collection<UUID> members, LocalDate on) {
        return held(scope, members, on).entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                e ->
                                        List.of(
                                                marks(e.getValue(), true),
                                                marks(e.getValue(), false))));
    }

    /** A register as of a day knows of no later meeting. */
    private Map<UUID, List<Attendances.Attended>> held(
            Scope scope, Collection<UUID> members, LocalDate on) {
        return attendances.statusOf(scope, members, on.getYear()).values().stream()
                .flatMap(List::stream)
                .filter(one -> !one.heldOn().isAfter(on))
                .collect(Collectors.groupingBy(Attendances.Attended::member));
    }

    private static String marks(List<Attendances.Attended> all, boolean firstHalf) {
        return all.stream()
                .filter(one -> one.heldOn().getMonthValue() <= LAST_OF_FIRST_HALF == firstHalf)
                .map(one -> mark(one.status()))
                .filter(mark -> !mark.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** As registers kept by hand write it, and the import reads it. */
    private static String mark(AttendanceStatus status) {
        return switch (status) {
            case PRESENT -> "x";
            case EXCUSED -> "P";
            case UNEXCUSED -> "K";
            case HOUSEHOLD -> "Thay";
            case TO_ASK, ASKING, TO_DECIDE -> "?";
            case UNMARKED -> "";
        };
    }
}
