package vn.ganbo.regulation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Ngày nghỉ, ngày làm bù: the holidays of the years on file.
 *
 * @param years by year
 */
record Holidays(Map<Integer, Year> years) {

    /** One day off, or one weekend day worked instead. */
    record Day(LocalDate date, String name, Basis basis) {}

    /**
     * One year's file.
     *
     * @param off public holidays, compensatory days and days swapped for a worked weekend
     * @param worked Saturdays and Sundays that were worked instead
     * @param pending days that may become holidays; they are working days until decided
     */
    record Year(int year, List<Day> off, List<Day> worked, List<Day> pending) {
        Year {
            off = List.copyOf(off);
            worked = List.copyOf(worked);
            pending = List.copyOf(pending);
        }
    }

    Holidays {
        years = Map.copyOf(years);
    }

    /** Reads the files, name to text. Throws {@link RulebookFaults} with every fault. */
    static Holidays read(Map<String, String> files) {
        RulebookFaults.Gatherer faults = new RulebookFaults.Gatherer();
        Map<Integer, Year> years = new TreeMap<>();
        files.forEach((name, text) ->
                YamlEntry.file(name, text, faults)
                        .ifPresent(e -> {
                            Year year = year(e);
                            if (years.put(year.year(), year) != null) {
                                e.fault("year", "stands in another file too");
                            }
                        }));
        faults.check();
        return new Holidays(years);
    }

    Optional<Year> inYear(int year) {
        return Optional.ofNullable(years.get(year));
    }

    Set<LocalDate> off() {
        return dates(true);
    }

    Set<LocalDate> worked() {
        return dates(false);
    }

    private Set<LocalDate> dates(boolean off) {
        Set<LocalDate> dates = new HashSet<>();
        years.values().forEach(y -> (off ? y.off() : y.worked()).forEach(d -> dates.add(d.date())));
        return dates;
    }

    private static Year year(YamlEntry e) {
        int year = e.number("year", 2000, 2100);
        Map<LocalDate, String> seen = new HashMap<>();
        Year read =
                new Year(
                        year,
                        days(e, "off", year, seen),
                        days(e, "worked", year, seen),
                        days(e, "pending", year, seen));
        for (Day day : read.worked()) {
            if (!weekend(day.date())) {
                e.fault("worked", day.date() + " is no Saturday and no Sunday");
            }
        }
        e.done();
        return read;
    }

    private static List<Day> days(YamlEntry e, String list, int year, Map<LocalDate, String> seen) {
        return e.entries(list).stream()
                .map(d -> {
                    Day day =
                            new Day(
                                    d.date("date"),
                                    d.text("name"),
                                    new Basis(
                                            d.oneOf("mark", Verification.class, Verification::mark),
                                            d.text("source"),
                                            d.optionalText("note").orElse(null)));
                    if (day.date().getYear() != year) {
                        d.fault("date", "is not in " + year);
                    }
                    if (seen.put(day.date(), list) != null) {
                        d.fault("date", "stands there twice");
                    }
                    d.done();
                    return day;
                })
                .toList();
    }

    static boolean weekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
