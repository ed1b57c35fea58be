package vn.ganbo.exchange;

import java.time.LocalDate;

/**
 * Six months of a year.
 *
 * @param first the first of January or July
 */
record HalfYear(LocalDate first) {
    /** The half-year of a day. */
    static HalfYear of(LocalDate day) {
        return new HalfYear(LocalDate.of(day.getYear(), day.getMonthValue() <= 6 ? 1 : 7, 1));
    }

    LocalDate last() {
        return first.plusMonths(6).minusDays(1);
    }

    HalfYear before() {
        return new HalfYear(first.minusMonths(6));
    }

    /** "6 tháng đầu năm 2026". */
    String words() {
        return (first.getMonthValue() == 1 ? "6 tháng đầu năm " : "6 tháng cuối năm ")
                + first.getYear();
    }
}
