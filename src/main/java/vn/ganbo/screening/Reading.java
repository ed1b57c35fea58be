package vn.ganbo.screening;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Problems;
import vn.ganbo.web.Typed;

/**
 * Reads what was typed on the pages of screening. What cannot be read is gathered; nothing read may
 * be used before {@link #check}.
 */
final class Reading {
    private static final String MONTH = "[0-9]{4}-(0[1-9]|1[0-2])";

    private final Typed typed;
    private final Problems.Gatherer problems = new Problems.Gatherer();

    Reading(Typed typed) {
        this.typed = typed;
    }

    LocalDate day(String field) {
        LocalDate day = typed.day(field, "Ghi ngày.", problems);
        return day == null ? LocalDate.EPOCH : day;
    }

    /** The first day of a chosen month. */
    LocalDate month(String field) {
        String month = typed.or(field, "");
        if (!month.matches(MONTH)) {
            problems.add(field, "Chọn tháng.");
            return LocalDate.EPOCH;
        }
        return YearMonth.parse(month).atDay(1);
    }

    String text(String field, int most) {
        return typed.text(field, null, most, problems);
    }

    String required(String field, int most, String missing) {
        return typed.text(field, missing, most, problems);
    }

    /** Something is missing beside what was chosen. */
    void missing(boolean so, String field, String what) {
        if (so) {
            problems.add(field, what);
        }
    }

    @Nullable String orNull(String field, int most) {
        String text = text(field, most);
        return text.isEmpty() ? null : text;
    }

    boolean ticked(String field) {
        return typed.has(field, "true");
    }

    <E extends Enum<E>> E constant(E[] all, String field, String missing) {
        String name = typed.or(field, "");
        for (E one : all) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        problems.add(field, missing);
        return all[0];
    }

    int version() {
        String version = typed.or("version", "0");
        return version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0;
    }

    /** Throws {@link Problems} with everything that could not be read. */
    void check() {
        problems.check();
    }
}
