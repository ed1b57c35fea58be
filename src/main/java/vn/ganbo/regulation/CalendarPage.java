package vn.ganbo.regulation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ganbo.web.Link;

/**
 * The days off of one year.
 *
 * @param known null where the year is not on file
 * @param years the years on file, to choose from
 */
record CalendarPage(int year, Holidays.@Nullable Year known, List<Link> years) {
    static CalendarPage of(Holidays holidays, int year) {
        return new CalendarPage(
                year,
                holidays.inYear(year).orElse(null),
                holidays.years().keySet().stream()
                        .sorted()
                        .map(y ->
                                y == year
                                        ? Link.here("Năm " + y)
                                        : Link.to("Năm " + y, "/working-days?year=" + y))
                        .toList());
    }
}
