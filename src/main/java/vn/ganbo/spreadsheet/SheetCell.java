package vn.ganbo.spreadsheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One cell as it stands in the file.
 *
 * @param kind what the file says it is
 * @param text the text; a number in plain digits; a date as 2024-01-31; a formula's text for a
 *     formula; empty for a cell that is too long
 */
public record SheetCell(Kind kind, String text) {
    public static final SheetCell EMPTY = new SheetCell(Kind.EMPTY, "");

    /** Longest text that a cell may hold, as in Excel. */
    public static final int LONGEST = 32_767;

    private static final MathContext EXCEL = new MathContext(15);

    private static final int FIRST_OF_MARCH_1900 = 61;
    private static final int LAST_SERIAL = 2_958_465;

    /** What a cell holds. */
    public enum Kind {
        EMPTY('-'),
        TEXT('t'),
        NUMBER('n'),
        DATE('d'),
        BOOLEAN('b'),
        FORMULA('f'),
        ERROR('e'),
        TOO_LONG('l');

        /** How it is kept in packed rows; never changed. */
        final char code;

        Kind(char code) {
            this.code = code;
        }

        static Kind of(char code) {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no kind of cell " + code);
        }
    }

    /** A text cell, or the empty one, or TOO_LONG. */
    public static SheetCell text(String text) {
        if (text.length() > LONGEST) {
            return new SheetCell(Kind.TOO_LONG, "");
        }
        return isBlank(text) ? EMPTY : new SheetCell(Kind.TEXT, text);
    }

    /** Nothing that could be read: also blanks that do not break, or have no width. */
    private static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean blank =
                    Character.isWhitespace(letter)
                            || Character.isISOControl(letter)
                            || letter == '\u00a0'
                            || letter == '\u200b'
                            || letter == '\ufeff';
            if (!blank) {
                return false;
            }
        }
        return true;
    }

    /**
     * A number as Excel keeps it: fifteen digits; what lies behind is dust of the binary fraction.
     */
    static SheetCell number(double value) {
        return new SheetCell(
                Kind.NUMBER,
                new BigDecimal(value).round(EXCEL).stripTrailingZeros().toPlainString());
    }

    /** A date cell. */
    public static SheetCell date(LocalDate date) {
        return new SheetCell(Kind.DATE, date.toString());
    }

    public boolean isEmpty() {
        return kind == Kind.EMPTY;
    }

    /**
     * The day of a date cell, or of a number that counts days as spreadsheets do (1 is 1/1/1900,
     * 29/2/1900 included although it never was); null for anything else.
     */
    public @Nullable LocalDate day() {
        try {
            return switch (kind) {
                case DATE -> LocalDate.parse(text);
                case NUMBER -> dayOf(Double.parseDouble(text));
                default -> null;
            };
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }

    /** The day that a spreadsheet's number means, or null when it is out of range. */
    static @Nullable LocalDate dayOf(double serial) {
        if (!(serial >= 1) || serial > LAST_SERIAL) {
            return null;
        }
        long whole = (long) serial;
        return whole < FIRST_OF_MARCH_1900
                ? LocalDate.of(1899, 12, 31).plusDays(whole)
                : LocalDate.of(1899, 12, 30).plusDays(whole);
    }

    /** Why the cell cannot be taken at all, in words for the one who sent it; null when it can. */
    public @Nullable String refusal() {
        return switch (kind) {
            case FORMULA ->
                    "Ô này là công thức, không phải chữ hay số. Chép ô, dán lại kiểu Giá trị"
                            + " (Values).";
            case ERROR -> "Ô này đang báo lỗi " + text + ". Sửa lại trong Excel.";
            case TOO_LONG -> "Ô này dài hơn 32.767 chữ. Kiểm tra lại, có thể đã dán nhầm.";
            default -> null;
        };
    }

    /** As a person reads it: a date as 31/01/2024, a formula with its sign. */
    public String shown() {
        LocalDate day = kind == Kind.DATE ? day() : null;
        if (day != null) {
            return "%02d/%02d/%04d"
                    .formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
        }
        return kind == Kind.FORMULA ? "=" + text : text;
    }
}
