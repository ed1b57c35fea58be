package vn.ganbo.member;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.RegisterIntake.Mark;
import vn.ganbo.kernel.Texts;
import vn.ganbo.spreadsheet.Headings;
import vn.ganbo.spreadsheet.SheetRow;

/**
 * What a row of a residence's register says besides the person: letter, cell, attendance, departure
 * (sổ theo dõi, 33-HD/BTCTW). Days that contradict each other stay and are to be looked at again.
 */
final class MemberImportRegisterReader {
    private static final Pattern YEAR = Pattern.compile(".*\\bnam (20\\d{2})\\b.*");
    private static final Pattern LEFT =
            Pattern.compile(
                    ".*\\b(chuyen di|chuyen den noi khac|thoi sinh hoat|da chuyen)\\D*(?:(\\d{1,2})\\s*[/.-]\\s*)?(\\d{4})?.*");
    private static final Pattern INSTEAD =
            Pattern.compile(
                    ".*\\b(vo|chong|con|bo|me|anh|chi|em|nguoi nha|gia dinh)\\b.*\\bthay\\b.*");

    private final MemberImportReader reader;
    private final Headings headings;
    private final MemberImportUnits units;
    private final LocalDate today;
    private final int ward;
    private final int year;

    MemberImportRegisterReader(
            MemberImportReader reader,
            Headings headings,
            MemberImportUnits units,
            LocalDate today) {
        this.reader = reader;
        this.headings = headings;
        this.units = units;
        this.today = today;
        this.ward = units.ward(headings.above());
        this.year = yearOf(headings.above(), today.getYear());
    }

    /** The year of which the register tells: that in its title, or the present one. */
    static int yearOf(List<String> above, int otherwise) {
        return above.stream()
                .map(Texts::folded)
                .map(YEAR::matcher)
                .filter(Matcher::matches)
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElse(otherwise);
    }

    /** The entry, or null when the row cannot stand on a register; then its fault is told. */
    MemberImportRow.@Nullable Entry entry(SheetRow row) {
        String cellName = cellName(row);
        int here = ward > 0 ? ward : cellName == null ? 0 : units.wardOfCell(cellName);
        if (here == 0) {
            reader.fault(
                    "resCell",
                    "Chưa rõ sổ này của xã, phường nào. Ghi tên đảng ủy xã, phường ở đầu trang.");
            return null;
        }
        Integer cell = cell(cellName, here);
        Integer from = from();
        LocalDate letterDate = day("letterDate");
        LocalDate received = day("received");
        String remark = reader.text("remark");
        LocalDate end = end(remark);
        if (letterDate != null && received != null && received.isBefore(letterDate)) {
            reader.review("received", "Ngày tiếp nhận trước ngày của giấy giới thiệu.");
        }
        boolean toCome = isToCome(letterDate) || isToCome(received);
        if (toCome) {
            reader.review(
                    isToCome(received) ? "received" : "letterDate",
                    "Ngày giấy giới thiệu hoặc ngày tiếp nhận còn chưa đến.");
        }
        LocalDate start = start(toCome, letterDate, received, end);
        return from == null
                ? null
                : new MemberImportRow.Entry(
                        here,
                        cell,
                        from,
                        reader.text("letterNumber"),
                        letterDate,
                        received,
                        start,
                        end,
                        remark,
                        isExempt(remark),
                        mark("midYear", remark, "6 thang"),
                        mark("yearEnd", remark, "cuoi nam"));
    }

    private boolean isToCome(@Nullable LocalDate day) {
        return day != null && day.isAfter(today);
    }

    private @Nullable String cellName(SheetRow row) {
        String named = reader.text("resCell");
        int section = headings.titles().indexOf(Headings.SECTION);
        return named != null || section < 0
                ? named
                : MemberImportUnits.ofSection(row.cell(section).text());
    }

    private @Nullable Integer cell(@Nullable String name, int here) {
        if (name == null || name.isEmpty()) {
            return null;
        }
        MemberImportUnits.Answer answer = units.cellOfWard(name, here);
        if (answer.refusal() != null) {
            reader.fault("resCell", answer.refusal());
            return null;
        }
        return answer.no();
    }

    private @Nullable Integer from() {
        String name = reader.text("workplace");
        if (name == null) {
            reader.fault("workplace", "Thiếu nơi công tác.");
            return null;
        }
        MemberImportUnits.Answer answer = units.workplace(name);
        if (answer.refusal() != null) {
            reader.fault("workplace", answer.refusal());
            return null;
        }
        return answer.no();
    }

    private @Nullable LocalDate day(String column) {
        PartialDate read = reader.date(column, today.getYear() + 1);
        return read == null ? null : read.date();
    }

    /** The first day known; where none is, or it cannot be, the first of the register's year. */
    private LocalDate start(
            boolean toCome,
            @Nullable LocalDate letterDate,
            @Nullable LocalDate received,
            @Nullable LocalDate end) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate known = received != null ? received : letterDate;
        LocalDate start = known == null || toCome ? first : known;
        return end != null && !start.isBefore(end) ? end.minusDays(1) : start;
    }

    private @Nullable LocalDate end(@Nullable String remark) {
        Matcher left = LEFT.matcher(remark == null ? "" : Texts.folded(remark));
        if (!left.matches()) {
            return null;
        }
        int of = left.group(3) == null ? year : Integer.parseInt(left.group(3));
        int month = left.group(2) == null ? 12 : Integer.parseInt(left.group(2));
        LocalDate end = YearMonth.of(of, Math.clamp(month, 1, 12)).atEndOfMonth().plusDays(1);
        return end.isAfter(today) ? today : end;
    }

    private boolean isExempt(@Nullable String remark) {
        String folded = Texts.folded(remark == null ? "" : remark);
        return folded.matches(".*\\bmien (sh|sinh hoat)\\b.*") || reader.text("exempt") != null;
    }

    /** x came, P asked for leave, K did not come; someone of the household as the remark says. */
    private @Nullable Mark mark(String column, @Nullable String remark, String period) {
        String typed = reader.text(column);
        if (typed != null) {
            String folded = Texts.folded(typed);
            return switch (folded) {
                case "x", "v", "+", "co", "co mat" -> Mark.PRESENT;
                case "p", "vang p", "phep", "co phep", "vang co phep" -> Mark.EXCUSED_BEFORE;
                case "k", "0", "-", "vang", "kp", "vang k", "khong phep", "vang khong phep" ->
                        Mark.ABSENT;
                case "t", "nn", "thay" -> Mark.HOUSEHOLD;
                default -> {
                    reader.note(column, "Dấu “" + typed + "” chưa rõ nghĩa; không ghi lại.");
                    yield null;
                }
            };
        }
        String folded = Texts.folded(remark == null ? "" : remark);
        boolean instead = INSTEAD.matcher(folded).matches();
        boolean names = Stream.of("6 thang", "cuoi nam").anyMatch(folded::contains);
        return instead && (folded.contains(period) || !names) ? Mark.HOUSEHOLD : null;
    }
}
