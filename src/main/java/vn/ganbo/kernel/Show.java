package vn.ganbo.kernel;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures and dates as a Vietnamese office writes them. */
public final class Show {
    /** The one zone of the house. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter SHORT_DAY =
            DateTimeFormatter.ofPattern("dd/MM", Locale.ROOT);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm", Locale.ROOT);

    private Show() {}

    /** 23/11/2026; an empty text for null. */
    public static String date(@Nullable LocalDate date) {
        return date == null ? "" : DAY.format(date);
    }

    /** 23/11; an empty text for null. */
    public static String shortDate(@Nullable LocalDate date) {
        return date == null ? "" : SHORT_DAY.format(date);
    }

    /** 23/11/2026, 09:12 in Vietnam. */
    public static String moment(Instant at) {
        return MOMENT.format(at.atZone(ZONE));
    }

    /** Thứ Hai, 23/11/2026. */
    public static String weekday(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        String[] names = {"Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy"};
        String name = day == DayOfWeek.SUNDAY ? "Chủ Nhật" : "Thứ " + names[day.getValue() - 1];
        return name + ", " + date(date);
    }

    /**
     * ngày 05 tháng 02 năm 2026, as papers write it: days under ten and months one and two get a
     * zero.
     */
    public static String longDate(LocalDate date) {
        String month = (date.getMonthValue() < 3 ? "0" : "") + date.getMonthValue();
        return "ngày %02d tháng %s năm %d".formatted(date.getDayOfMonth(), month, date.getYear());
    }

    /**
     * The committee that acts for an organisation: "Đảng bộ phường Hoa Ban" is written to and
     * signed for as "Đảng ủy phường Hoa Ban"; a cell is its own.
     */
    public static String committee(String organisation) {
        return organisation.startsWith("Đảng bộ ")
                ? "Đảng ủy " + organisation.substring("Đảng bộ ".length())
                : organisation;
    }

    /** 1.655. */
    public static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n).replace(',', '.');
    }
}
