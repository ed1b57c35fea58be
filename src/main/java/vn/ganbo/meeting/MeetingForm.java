package vn.ganbo.meeting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Problems;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.UnitSide;
import vn.ganbo.web.Days;
import vn.ganbo.web.Typed;

/** Reads the form of a meeting: everything that is wrong is said at once. */
final class MeetingForm {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H:mm");

    private MeetingForm() {}

    /**
     * The checked plan.
     *
     * @param units who may convene
     * @param today a meeting lies at most a year back and a year ahead
     */
    static MeetingPlan read(Typed typed, List<Unit> units, LocalDate today) {
        Problems.Gatherer problems = new Problems.Gatherer();
        @Nullable Integer unit = unit(typed.or("unit", ""), units, problems);
        @Nullable LocalDate day = day(typed.or("plannedOn", "").strip(), today, problems);
        @Nullable LocalTime hour = hour(typed.or("startsAt", "").strip(), problems);
        MeetingKind kind =
                ofWorkplace(units)
                        ? MeetingKind.PARTY_LIFE
                        : one(MeetingKind.values(), typed.or("kind", ""), MeetingKind.PERIODIC);
        if (kind == MeetingKind.PARTY_LIFE && !ofCell(unit, units)) {
            problems.add("kind", "Sinh hoạt chi bộ do chi bộ mời. Chọn chi bộ ở mục Nơi mời họp.");
        }
        try {
            MeetingPlan plan =
                    new MeetingPlan(
                            unit == null ? 0 : unit,
                            kind,
                            typed.or("title", ""),
                            day == null ? today : day,
                            hour == null ? LocalTime.NOON : hour,
                            typed.or("place", ""),
                            typed.or("agenda", ""),
                            one(MeetingWay.values(), typed.or("way", ""), MeetingWay.IN_PERSON),
                            typed.or("joinAt", ""),
                            typed.or("permission", ""));
            if (problems.isEmpty()) {
                return plan;
            }
        } catch (Problems found) {
            found.byField().forEach((field, all) -> all.forEach(one -> problems.add(field, one)));
        }
        problems.check();
        throw new IllegalStateException("unreachable");
    }

    private static <E extends Enum<E>> E one(E[] all, String typed, E otherwise) {
        for (E value : all) {
            if (value.name().equals(typed)) {
                return value;
            }
        }
        return otherwise;
    }

    /** A cell at work has no register: it calls its own members. */
    static boolean ofWorkplace(List<Unit> units) {
        return units.stream().allMatch(u -> u.side() == UnitSide.WORKPLACE);
    }

    private static boolean ofCell(@Nullable Integer unit, List<Unit> units) {
        return units.stream()
                .anyMatch(u -> unit != null && u.no() == unit && u.kind() == UnitKind.CELL);
    }

    private static @Nullable Integer unit(
            String typed, List<Unit> units, Problems.Gatherer problems) {
        for (Unit unit : units) {
            if (unit.id().toString().equals(typed) || units.size() == 1) {
                return unit.no();
            }
        }
        problems.add("unit", "Cần chọn nơi mời họp.");
        return null;
    }

    private static @Nullable LocalDate day(
            String typed, LocalDate today, Problems.Gatherer problems) {
        if (typed.isEmpty()) {
            problems.add("plannedOn", "Cần ghi ngày họp.");
            return null;
        }
        @Nullable LocalDate day = Days.read(typed).orElse(null);
        if (day == null) {
            problems.add(
                    "plannedOn",
                    "“" + typed + "” không phải là ngày có thật. Hãy ghi như 05/12/2026.");
            return null;
        }
        if (day.isBefore(today.minusYears(1)) || day.isAfter(today.plusYears(1))) {
            problems.add(
                    "plannedOn",
                    "Ngày họp cách hôm nay hơn một năm. Hãy xem lại năm của ngày họp.");
        }
        return day;
    }

    private static @Nullable LocalTime hour(String typed, Problems.Gatherer problems) {
        if (typed.isEmpty()) {
            problems.add("startsAt", "Cần ghi giờ họp.");
            return null;
        }
        try {
            return LocalTime.parse(
                    typed.replace('h', ':').replaceFirst("^(\\d+):?$", "$1:00"), HOUR);
        } catch (DateTimeParseException e) {
            problems.add("startsAt", "“" + typed + "” chưa đúng giờ. Hãy ghi như 19:30.");
            return null;
        }
    }

    /** The unit of that number, for the form of an existing meeting. */
    static UUID idOf(List<Unit> units, int no) {
        return units.stream()
                .filter(u -> u.no() == no)
                .findFirst()
                .map(Unit::id)
                .orElse(new UUID(0, 0));
    }
}
