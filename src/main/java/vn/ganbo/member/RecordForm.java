package vn.ganbo.member;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Texts;
import vn.ganbo.web.Days;
import vn.ganbo.web.Typed;

/**
 * Phiếu sửa hồ sơ: what was typed, read into a change of the record, or everything wrong with it.
 */
final class RecordForm {
    private static final Pattern MONTH = Pattern.compile("(\\d{1,2})\\s*[/.-]\\s*(\\d{4})");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern CODE = Pattern.compile(".*\\(([^()]+)\\)$");
    private static final int LONGEST = 200;
    private static final int LONGEST_NUMBER = 40;
    private static final int EARLIEST = 1900;

    private final Typed typed;
    private final LocalDate today;
    private final @Nullable String kept;
    private final List<MemberStore.Commune> communes;
    private final Problems.Gatherer problems = new Problems.Gatherer();

    /**
     * @param kept code of the commune that the record names: it may be one that no list knows
     */
    RecordForm(
            Typed typed,
            LocalDate today,
            @Nullable String kept,
            List<MemberStore.Commune> communes) {
        this.typed = typed;
        this.kept = kept;
        this.today = today;
        this.communes = communes;
    }

    /** Throws {@link Problems} with everything that cannot be taken. */
    RecordChange read() {
        String name = Texts.clean(typed.or("fullName", ""));
        if (name.isEmpty()) {
            problems.add("fullName", "Cần ghi họ và tên.");
        }
        problems.atMost("fullName", name, LONGEST);
        PartialDate birth = birth();
        LocalDate admitted = day("admitted");
        LocalDate official = day("official");
        if (birth != null && admitted != null && admitted.isBefore(birth.date())) {
            problems.add("admitted", "Ngày vào Đảng trước ngày sinh. Xem lại hai ngày này.");
        }
        if (admitted != null && official != null && official.isBefore(admitted)) {
            problems.add("official", "Ngày chính thức trước ngày vào Đảng. Xem lại hai ngày này.");
        }
        RecordChange change =
                new RecordChange(
                        name,
                        text("otherName"),
                        birth,
                        typed.one("sex", Sex.class, null, problems),
                        text("ethnicity"),
                        card(),
                        number("fileNo"),
                        personalId(),
                        admitted,
                        official,
                        text("occupation"),
                        text("post"),
                        text("expertise"),
                        text("readyToHelp"),
                        phone(),
                        email(),
                        text("address"),
                        commune(),
                        text("permanentAddress"));
        problems.check();
        return change;
    }

    private @Nullable String text(String field) {
        return text(field, LONGEST);
    }

    private @Nullable String number(String field) {
        return text(field, LONGEST_NUMBER);
    }

    private @Nullable String text(String field, int most) {
        String clean = Texts.clean(typed.or(field, ""));
        problems.atMost(field, clean, most);
        return clean.isEmpty() ? null : clean;
    }

    private @Nullable PartialDate birth() {
        String text = Texts.clean(typed.or("birth", ""));
        if (text.isEmpty()) {
            return null;
        }
        PartialDate date = partial(text);
        if (date == null) {
            problems.add(
                    "birth",
                    "“%s” không phải ngày sinh. Ghi như 12/04/1988, 04/1988 hoặc chỉ năm 1988."
                            .formatted(text));
            return null;
        }
        if (date.date().isAfter(today) || date.date().getYear() < EARLIEST) {
            problems.add("birth", "Năm sinh này không thể đúng. Xem lại rồi ghi lại.");
        }
        return date;
    }

    private static @Nullable PartialDate partial(String text) {
        try {
            Matcher month = MONTH.matcher(text);
            if (month.matches()) {
                LocalDate first =
                        LocalDate.of(
                                Integer.parseInt(month.group(2)),
                                Integer.parseInt(month.group(1)),
                                1);
                return new PartialDate(first, PartialDate.Precision.MONTH);
            }
            if (YEAR.matcher(text).matches()) {
                return new PartialDate(
                        LocalDate.of(Integer.parseInt(text), 1, 1), PartialDate.Precision.YEAR);
            }
        } catch (DateTimeException e) {
            return null;
        }
        return Days.read(text).map(PartialDate::day).orElse(null);
    }

    private @Nullable LocalDate day(String field) {
        String text = Texts.clean(typed.or(field, ""));
        if (text.isEmpty()) {
            return null;
        }
        LocalDate day = Days.read(text).orElse(null);
        if (day == null) {
            problems.add(
                    field, "“%s” không phải một ngày có thật. Ghi như 23/11/2026.".formatted(text));
        } else if (day.isAfter(today)) {
            problems.add(field, "Ngày này chưa đến. Hôm nay là " + Show.date(today) + ".");
        }
        return day;
    }

    /** Eight digits, kept as 30.123456. */
    private @Nullable String card() {
        String typedCard = Texts.clean(typed.or("cardNo", ""));
        if (typedCard.isEmpty()) {
            return null;
        }
        String digits = typedCard.replaceAll("[ .]", "");
        if (!digits.matches("[0-9]{8}")) {
            problems.add("cardNo", "Số thẻ có tám chữ số, như 30.123456.");
            return null;
        }
        return digits.substring(0, 2) + "." + digits.substring(2);
    }

    private @Nullable String personalId() {
        String digits = Texts.clean(typed.or("personalId", "")).replaceAll("[ .]", "");
        if (!digits.isEmpty() && !digits.matches("[0-9]{12}")) {
            problems.add(
                    "personalId",
                    "Số định danh cá nhân có mười hai chữ số. Để trống nếu giữ nguyên.");
        }
        return digits.isEmpty() ? null : digits;
    }

    /** Without the blanks and points between digits, so that it is found as any office types it. */
    private @Nullable String phone() {
        String phone = number("phone");
        return phone != null && phone.matches("[0-9+ .()-]+")
                ? MemberImportNumbers.phone(phone)
                : phone;
    }

    private @Nullable String email() {
        String email = text("email");
        if (email != null && !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            problems.add("email", "“%s” chưa phải địa chỉ thư điện tử.".formatted(email));
        }
        return email;
    }

    /** A code, a name, or a name with its code in brackets, as the form itself shows it. */
    private @Nullable String commune() {
        String text = Texts.clean(typed.or("commune", ""));
        if (text.isEmpty()) {
            return null;
        }
        Matcher bracketed = CODE.matcher(text);
        String code = bracketed.matches() ? bracketed.group(1) : text;
        if (code.equals(kept)) {
            return kept;
        }
        String folded = Texts.folded(text);
        List<MemberStore.Commune> fitting = new ArrayList<>();
        for (MemberStore.Commune commune : communes) {
            if (commune.code().equals(code)) {
                return code;
            }
            if (commune.folded().equals(folded) || commune.folded().endsWith(" " + folded)) {
                fitting.add(commune);
            }
        }
        if (fitting.size() == 1) {
            return fitting.getFirst().code();
        }
        problems.add(
                "commune",
                fitting.isEmpty()
                        ? "Không có xã, phường nào tên hoặc mã “%s”.".formatted(text)
                        : "Có %d nơi tên như vậy: %s. Ghi mã của một nơi."
                                .formatted(fitting.size(), some(fitting)));
        return null;
    }

    private static String some(List<MemberStore.Commune> communes) {
        return String.join(
                        "; ",
                        communes.stream()
                                .limit(5)
                                .map(c -> c.name() + " (" + c.code() + ")")
                                .toList())
                + (communes.size() > 5 ? "…" : "");
    }
}
