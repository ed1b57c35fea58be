package vn.ganbo.regulation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Texts;
import vn.ganbo.web.Days;

/** The form of a local guidance as it was typed. */
record GuidanceForm(
        @Nullable String key,
        @Nullable String value,
        @Nullable String source,
        @Nullable String from,
        @Nullable String until,
        @Nullable String official) {

    /** What was typed, checked; throws {@link Problems} with all of them at once. */
    Guidances.Wish wish() {
        Problems.Gatherer problems = new Problems.Gatherer();
        String which = clean(key);
        if (which.isEmpty()) {
            problems.add("key", "Chọn mục cần đặt khác.");
        }
        String typed = clean(value);
        if (typed.isEmpty()) {
            problems.add("value", "Nhập giá trị mới.");
        } else if (typed.length() > 2000) {
            problems.add("value", "Câu chữ dài quá 2.000 ký tự. Rút gọn lại.");
        }
        String paper = clean(source);
        if (paper.isEmpty()) {
            problems.add("source", "Ghi số và ngày văn bản của cấp ủy.");
        } else if (paper.length() > 300) {
            problems.add("source", "Tên văn bản dài quá 300 ký tự. Rút gọn lại.");
        }
        LocalDate first = date("from", from, problems);
        if (first == null && clean(from).isEmpty()) {
            problems.add("from", "Nhập ngày bắt đầu áp dụng.");
        }
        LocalDate last = date("until", until, problems);
        problems.check();
        return new Guidances.Wish(
                which,
                typed,
                paper,
                first == null ? LocalDate.EPOCH : first,
                last,
                official != null);
    }

    private static @Nullable LocalDate date(
            String field, @Nullable String typed, Problems.Gatherer problems) {
        String text = clean(typed);
        if (text.isEmpty()) {
            return null;
        }
        LocalDate date = Days.read(text).orElse(null);
        if (date != null && date.getYear() >= 2000 && date.getYear() <= 2100) {
            return date;
        }
        problems.add(field, "Ngày “" + text + "” không có thật. Nhập lại, như 01/12/2026.");
        return null;
    }

    private static String clean(@Nullable String typed) {
        return typed == null ? "" : Texts.clean(typed);
    }
}
