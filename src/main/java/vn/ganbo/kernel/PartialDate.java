package vn.ganbo.kernel;

import java.time.LocalDate;

/**
 * A date as far as it is known: an old register often has the year alone.
 *
 * @param date the first day of what is known
 * @param precision DAY, MONTH or YEAR
 */
public record PartialDate(LocalDate date, Precision precision) {
    /** How much of the date is known. */
    public enum Precision {
        DAY,
        MONTH,
        YEAR
    }

    public static PartialDate day(LocalDate date) {
        return new PartialDate(date, Precision.DAY);
    }

    /** 12/04/1988, 04/1988 or 1988. */
    public String shown() {
        return switch (precision) {
            case DAY -> Show.date(date);
            case MONTH -> Show.date(date).substring(3);
            case YEAR -> Integer.toString(date.getYear());
        };
    }
}
