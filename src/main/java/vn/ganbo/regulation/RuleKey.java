package vn.ganbo.regulation;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One place of a rulebook that local guidance may set.
 *
 * @param key such as clock.absence_answer, window.comment_due, duty.5.text
 * @param label in Vietnamese
 * @param kind what may be typed
 * @param present what stands there now, as it is typed
 */
record RuleKey(String key, String label, Kind kind, String present) {
    /** A hundred years, in days. */
    static final int LONGEST_KEPT = 36_500;

    /** What may be typed for a key. */
    enum Kind {
        MEETINGS,
        DAYS,
        KEPT,
        DAY,
        WORDS
    }

    /** Everything that guidance may set in this rulebook. */
    static List<RuleKey> of(Rulebook r) {
        List<RuleKey> all = new ArrayList<>();
        r.meetingsPerYear()
                .ifPresent(n ->
                        all.add(
                                new RuleKey(
                                        "meetings_per_year",
                                        "Số lần họp định kỳ trong năm",
                                        Kind.MEETINGS,
                                        String.valueOf(n))));
        for (var c : r.norms().clocks()) {
            all.add(
                    new RuleKey(
                            "clock." + c.key(),
                            "Thời hạn: " + c.label(),
                            Kind.DAYS,
                            String.valueOf(c.days())));
        }
        for (var w : r.norms().windows()) {
            all.add(
                    new RuleKey(
                            "window." + w.key(),
                            "Mốc: " + w.label(),
                            Kind.DAY,
                            RegulationPage.day(w.day())));
        }
        for (Retention kept : r.norms().retention()) {
            all.add(
                    new RuleKey(
                            "retention." + kept.key(),
                            "Lưu giữ: " + kept.label(),
                            Kind.KEPT,
                            kept.term().map(String::valueOf).orElse("chưa đặt")));
        }
        for (Duty d : r.duties()) {
            all.add(
                    words(
                            "duty." + d.number() + ".text",
                            "Câu chữ: nhiệm vụ " + d.number(),
                            d.text()));
        }
        for (Article a : r.norms().articles()) {
            String text = a.text();
            if (text != null && !a.number().startsWith("2.")) {
                all.add(words("article." + a.number() + ".text", "Câu chữ: " + a.cited(), text));
            }
        }
        for (Exemption e : r.norms().exemptions()) {
            all.add(
                    words(
                            "exemption." + e.key() + ".label",
                            "Tên diện miễn: " + e.label(),
                            e.label()));
            all.add(
                    words(
                            "exemption." + e.key() + ".text",
                            "Câu chữ diện miễn: " + e.label(),
                            e.text()));
        }
        for (Forms.Wording w : r.forms().wordings()) {
            all.add(words("wording." + w.key(), "Câu trên giấy: " + w.text(), w.text()));
        }
        return all;
    }

    static Optional<RuleKey> find(Rulebook r, String key) {
        return of(r).stream().filter(k -> k.key().equals(key)).findFirst();
    }

    /** What was typed as it is stored; empty when it does not fit. Days are typed as dd/MM. */
    Optional<String> stored(String typed) {
        try {
            return switch (kind) {
                case MEETINGS -> within(typed, 12);
                case DAYS -> within(typed, 365);
                case KEPT -> within(typed, LONGEST_KEPT);
                case DAY -> {
                    String[] parts = typed.split("[/.-]", -1);
                    yield parts.length != 2
                            ? Optional.empty()
                            : Optional.of(
                                    MonthDay.of(
                                                    Integer.parseInt(parts[1]),
                                                    Integer.parseInt(parts[0]))
                                            .toString()
                                            .substring(2));
                }
                case WORDS -> typed.isBlank() ? Optional.empty() : Optional.of(typed);
            };
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Blanks that the present sentence has and this one lacks: a paper would name nobody. */
    Set<String> lostBlanks(String words) {
        Set<String> lost =
                new LinkedHashSet<>(Forms.blanks(key.startsWith("wording.") ? present : ""));
        lost.removeAll(Forms.blanks(words));
        return lost;
    }

    /** What has to be typed, in Vietnamese. */
    String expected() {
        return switch (kind) {
            case MEETINGS -> "Nhập một số từ 1 đến 12.";
            case DAYS -> "Nhập số ngày làm việc, từ 1 đến 365.";
            case KEPT -> "Nhập số ngày theo lịch, từ 1 đến 36500.";
            case DAY -> "Nhập ngày và tháng, như 30/11.";
            case WORDS -> "Nhập câu chữ thay thế.";
        };
    }

    private static RuleKey words(String key, String label, String present) {
        String shortened = label.length() > 90 ? label.substring(0, 88) + "…" : label;
        return new RuleKey(key, shortened, Kind.WORDS, present);
    }

    private static Optional<String> within(String typed, int most) {
        int n = Integer.parseInt(typed);
        return n < 1 || n > most ? Optional.empty() : Optional.of(String.valueOf(n));
    }
}
