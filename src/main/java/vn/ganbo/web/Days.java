package vn.ganbo.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ganbo.kernel.PartialDate;

/** Days as they are typed in an office: 23/11/2026, whatever the language of the browser. */
public final class Days {
    private static final Pattern TYPED =
            Pattern.compile("(\\d{1,2})\\s*[/.\\-\\s]\\s*(\\d{1,2})\\s*[/.\\-\\s]\\s*(\\d{4})");
    private static final Pattern RUN_TOGETHER = Pattern.compile("(\\d{2})(\\d{2})(\\d{4})");
    private static final Pattern PARTIAL = Pattern.compile("(?:(\\d{1,2})\\s*[/.-]\\s*)?(\\d{4})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");

    /** What is typed with an earlier or a later year is a slip: nobody here is that old. */
    private static final int EARLIEST = 1900;

    private static final int LATEST = 2100;

    private Days() {}

    /**
     * A day from 23/11/2026, 23-11-2026, 23.11.2026, 23112026 or 2026-11-23; empty when it is none
     * of these, does not exist, such as 31/02, or lies before the year 1900 or after 2100.
     */
    public static Optional<LocalDate> read(String typed) {
        String text = typed.strip();
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return day(iso.group(1), iso.group(2), iso.group(3));
        }
        for (Pattern pattern : new Pattern[] {TYPED, RUN_TOGETHER}) {
            Matcher found = pattern.matcher(text);
            if (found.matches()) {
                return day(found.group(3), found.group(2), found.group(1));
            }
        }
        return Optional.empty();
    }

    /** A day, a month (04/1988) or a year (1988), as an old register has it; empty otherwise. */
    public static Optional<PartialDate> partial(String typed) {
        Optional<LocalDate> day = read(typed);
        if (day.isPresent()) {
            return day.map(PartialDate::day);
        }
        Matcher found = PARTIAL.matcher(typed.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        String month = found.group(1);
        return day(found.group(2), month == null ? "1" : month, "1")
                .map(first ->
                        new PartialDate(
                                first,
                                month == null
                                        ? PartialDate.Precision.YEAR
                                        : PartialDate.Precision.MONTH));
    }

    /** Throws IllegalArgumentException with a Vietnamese sentence when it is no day. */
    static LocalDate require(String typed) {
        return read(typed)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "“%s” không phải một ngày có thật. Ghi như 23/11/2026."
                                        .formatted(typed)));
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(
                            LocalDate.of(
                                    Integer.parseInt(year),
                                    Integer.parseInt(month),
                                    Integer.parseInt(day)))
                    .filter(read -> read.getYear() >= EARLIEST && read.getYear() <= LATEST);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
