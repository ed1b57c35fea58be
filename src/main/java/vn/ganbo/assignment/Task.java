package vn.ganbo.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Citation;
import vn.ganbo.kernel.Show;

/**
 * Nhiệm vụ of a cell.
 *
 * @param area the area or group in charge, or null
 * @param households a number, never names
 * @param until last day, or null
 * @param hours load in a month
 * @param expertise what would help, or null
 * @param chore whether it is the residential group's own work (việc của tổ dân phố)
 */
record Task(
        UUID id,
        int unitNo,
        String unitName,
        TaskField field,
        String title,
        @Nullable String area,
        @Nullable Integer households,
        @Nullable String responsibility,
        String product,
        @Nullable String authority,
        @Nullable String basisNumber,
        @Nullable LocalDate basisOn,
        LocalDate since,
        @Nullable LocalDate until,
        ReviewCycle cycle,
        int hours,
        @Nullable String expertise,
        boolean chore,
        @Nullable LocalDate closedOn,
        @Nullable String closedBecause,
        int version,
        Instant changedAt,
        String changedBy) {

    String time() {
        return time(since, until);
    }

    static String time(LocalDate since, @Nullable LocalDate until) {
        return "từ ngày "
                + Show.date(since)
                + (until == null ? "" : " đến hết ngày " + Show.date(until));
    }

    /** "Khu A, 45 hộ", or empty. */
    String place() {
        return place(area, households);
    }

    static String place(@Nullable String area, @Nullable Integer households) {
        return Stream.of(
                        area == null ? "" : area,
                        households == null ? "" : Show.number(households) + " hộ")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** "Quy chế số 02-QC/CB ngày 03/01/2026", or empty. */
    String basis() {
        return basis(basisNumber, basisOn);
    }

    static String basis(@Nullable String number, @Nullable LocalDate on) {
        return Stream.of(
                        number == null ? "" : Citation.of(number, "Văn bản"),
                        on == null ? "" : "ngày " + Show.date(on))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** What of the "6 rõ" is not said yet, beside who does it. */
    List<String> unclear() {
        List<String> out = new ArrayList<>();
        if (responsibility == null) {
            out.add("rõ trách nhiệm");
        }
        if (authority == null) {
            out.add("rõ thẩm quyền");
        }
        if (until == null) {
            out.add("rõ thời gian kết thúc");
        }
        if (basisNumber == null) {
            out.add("căn cứ trong quy chế hoặc nghị quyết");
        }
        return out;
    }

    /** Whether both days lie within the task's. */
    boolean holds(LocalDate from, @Nullable LocalDate to) {
        return !from.isBefore(since)
                && (until == null || (to == null ? !from.isAfter(until) : !to.isAfter(until)));
    }
}
