package vn.ganbo.regulation;

import java.time.LocalDate;
import java.util.Set;

/**
 * Ngày làm việc: Monday to Friday without the public holidays, plus the weekend days that were
 * worked instead. A year without a file has only its weekends.
 */
public final class WorkingDays {
    private final Holidays holidays;
    private final Set<LocalDate> off;
    private final Set<LocalDate> worked;

    WorkingDays(Holidays holidays) {
        this.holidays = holidays;
        this.off = holidays.off();
        this.worked = holidays.worked();
    }

    public boolean isWorkingDay(LocalDate date) {
        return worked.contains(date) || (!Holidays.weekend(date) && !off.contains(date));
    }

    /**
     * The day that lies so many working days after a date; the first counted day is the day after.
     * Zero gives the date itself; a negative number counts backwards.
     */
    public LocalDate plus(LocalDate date, int days) {
        LocalDate day = date;
        int step = days < 0 ? -1 : 1;
        for (int left = Math.abs(days); left > 0; ) {
            day = day.plusDays(step);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /**
     * Working days after {@code from} up to and including {@code to}; negative when {@code to} lies
     * before {@code from}. {@code between(d, plus(d, n))} is n.
     */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }

    /** Whether the holidays of a year are on file. */
    public boolean knows(int year) {
        return holidays.years().containsKey(year);
    }

    Holidays holidays() {
        return holidays;
    }
}
