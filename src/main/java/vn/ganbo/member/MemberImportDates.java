package vn.ganbo.member;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Texts;
import vn.ganbo.spreadsheet.SheetCell;

/** Dates as offices write them into lists. */
final class MemberImportDates {
    private static final Pattern DAY =
            Pattern.compile("(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*(\\d{4})");
    private static final Pattern WORDS =
            Pattern.compile(
                    "(?:ngay\\s*(\\d{1,2})\\s*)?(?:thang\\s*(\\d{1,2})\\s*)?(?:(?:sinh |khoang )?nam|khoang)\\s*(\\d{4})");
    private static final Pattern TOGETHER = Pattern.compile("(\\d{2})(\\d{2})((?:19|20)\\d{2})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ].*)?");
    private static final Pattern MONTH = Pattern.compile("(\\d{1,2})\\s*[/.-]\\s*(\\d{4})");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern SHORT =
            Pattern.compile("(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*['’]?(\\d{2})");

    private static final Pattern REVERSED = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern ENGLISH =
            Pattern.compile("(\\d{1,2})[ /.-]*([a-z]{3})[a-z]*[ /.,-]*(\\d{4}|\\d{2})");
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");

    private MemberImportDates() {}

    /** A date, or why it is none; both null for an empty cell. */
    record Read(@Nullable PartialDate date, @Nullable String refusal) {
        static final Read NOTHING = new Read(null, null);

        private static Read of(LocalDate date, PartialDate.Precision precision) {
            return new Read(new PartialDate(date, precision), null);
        }

        private static Read no(String refusal) {
            return new Read(null, refusal);
        }
    }

    /**
     * Reads a cell whose year may be written with two digits.
     *
     * @param latest the last year that is possible; of two years a hundred apart the later one that
     *     is possible is meant
     */
    static Read read(SheetCell cell, int latest) {
        Matcher brief = SHORT.matcher(inDigits(Texts.clean(cell.text())));
        if (cell.kind() != SheetCell.Kind.TEXT || !brief.matches()) {
            return read(cell);
        }
        int year = 2000 + number(brief, 3);
        return day(year > latest ? year - 100 : year, number(brief, 2), number(brief, 1));
    }

    /**
     * Reads a cell. A whole number from 1900 to 2100 is a year; other numbers are days as
     * spreadsheets count them.
     */
    static Read read(SheetCell cell) {
        return switch (cell.kind()) {
            case EMPTY -> Read.NOTHING;
            case DATE, NUMBER -> counted(cell);
            case TEXT -> typed(Texts.clean(cell.text()));
            default -> Read.no("Ô này không phải ngày. Ghi dạng 05/11/1980.");
        };
    }

    private static Read counted(SheetCell cell) {
        LocalDate day = cell.day();
        boolean number = cell.kind() == SheetCell.Kind.NUMBER;
        if (number && cell.text().matches("\\d{7,8}")) {
            return typed(cell.text().length() == 7 ? "0" + cell.text() : cell.text());
        }
        if (number && YEAR.matcher(cell.text()).matches()) {
            int year = Integer.parseInt(cell.text());
            if (year >= 1900 && year <= 2100) {
                return Read.of(LocalDate.of(year, 1, 1), PartialDate.Precision.YEAR);
            }
        }
        return day == null
                ? Read.no("Số " + cell.text() + " không phải ngày. Ghi dạng 05/11/1980.")
                : Read.of(day, PartialDate.Precision.DAY);
    }

    /** 5-Nov-1980 as 5/11/1980; anything else stays. */
    private static String inDigits(String text) {
        Matcher english = ENGLISH.matcher(Texts.folded(text));
        int month = english.matches() ? MONTHS.indexOf(english.group(2)) + 1 : 0;
        return month == 0 ? text : english.group(1) + "/" + month + "/" + english.group(3);
    }

    private static Read typed(String asWritten) {
        String text = inDigits(asWritten);
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            return day(number(day, 3), number(day, 2), number(day, 1));
        }
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return day(number(iso, 1), number(iso, 2), number(iso, 3));
        }
        Matcher month = MONTH.matcher(text);
        if (month.matches()) {
            int of = number(month, 1);
            return of < 1 || of > 12
                    ? Read.no("Không có tháng " + of + ". Ghi lại ngày, hoặc chỉ ghi năm.")
                    : Read.of(LocalDate.of(number(month, 2), of, 1), PartialDate.Precision.MONTH);
        }
        Matcher together = TOGETHER.matcher(text);
        if (together.matches()) {
            return day(number(together, 3), number(together, 2), number(together, 1));
        }
        Matcher reversed = REVERSED.matcher(text);
        if (reversed.matches()) {
            return day(number(reversed, 1), number(reversed, 2), number(reversed, 3));
        }
        Matcher words = WORDS.matcher(Texts.folded(text));
        if (words.matches()) {
            return worded(words);
        }
        if (YEAR.matcher(text).matches()) {
            return Read.of(LocalDate.of(Integer.parseInt(text), 1, 1), PartialDate.Precision.YEAR);
        }
        if (SHORT.matcher(text).matches()) {
            return Read.no("“" + text + "” ghi năm hai chữ số. Ghi đủ bốn chữ số của năm.");
        }
        return Read.no(
                "“" + cut(text) + "” không phải ngày. Ghi dạng 05/11/1980, hoặc chỉ ghi năm.");
    }

    private static Read worded(Matcher words) {
        int year = number(words, 3);
        if (words.group(2) == null) {
            return Read.of(LocalDate.of(year, 1, 1), PartialDate.Precision.YEAR);
        }
        int month = number(words, 2);
        if (words.group(1) != null) {
            return day(year, month, number(words, 1));
        }
        return month < 1 || month > 12
                ? Read.no("Không có tháng " + month + ". Ghi lại ngày, hoặc chỉ ghi năm.")
                : Read.of(LocalDate.of(year, month, 1), PartialDate.Precision.MONTH);
    }

    private static Read day(int year, int month, int day) {
        try {
            return Read.of(LocalDate.of(year, month, day), PartialDate.Precision.DAY);
        } catch (DateTimeException e) {
            if (month < 1 || month > 12) {
                return Read.no("Không có tháng " + month + ". Ghi lại ngày, hoặc chỉ ghi năm.");
            }
            int last = YearMonth.of(Math.max(year, 1), month).lengthOfMonth();
            String of = month == 2 ? " năm " + year : "";
            return Read.no(
                    day > last
                            ? "Tháng %d%s không có ngày %d. Ghi lại ngày, hoặc chỉ ghi năm."
                                    .formatted(month, of, day)
                            : "Không có ngày " + day + ". Ghi lại ngày, hoặc chỉ ghi năm.");
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
