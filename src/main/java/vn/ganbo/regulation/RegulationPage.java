package vn.ganbo.regulation;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Tone;

/**
 * One rulebook as the page shows it.
 *
 * @param state whether it holds, in words
 * @param explained what the marks mean
 */
record RegulationPage(
        Rulebook rulebook, String state, Tone tone, List<Explained> explained, List<Row> dates) {

    /** What one mark means. */
    record Explained(Verification verification, Tone tone, String meaning) {}

    /** One line of a list of facts. */
    record Row(String label, String value) {}

    static RegulationPage of(Rulebook rulebook, Rulebooks all, LocalDate today) {
        boolean holds = rulebook.about().holdsOn(today);
        return new RegulationPage(
                rulebook,
                holds
                        ? "Đang có hiệu lực"
                        : rulebook.from().isAfter(today) ? "Chưa có hiệu lực" : "Hết hiệu lực",
                holds ? Tone.DONE : Tone.REST,
                Stream.of(Verification.values()).map(RegulationPage::explain).toList(),
                dates(rulebook, all));
    }

    static Tone tone(Verification verification) {
        return switch (verification) {
            case VERIFIED -> Tone.DONE;
            case SECONDARY, OWN -> Tone.REST;
            case UNVERIFIED -> Tone.WAIT;
            case LOCAL -> Tone.ACT;
        };
    }

    /** 11/12: a day of every year. */
    static String day(MonthDay day) {
        return "%02d/%02d".formatted(day.getDayOfMonth(), day.getMonthValue());
    }

    /** "1, 2, 5, 6, 7". */
    static String numbers(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** Numbers of duties in words, or that none remains. */
    static String duties(List<Integer> numbers) {
        return numbers.isEmpty() ? "không có" : numbers(numbers);
    }

    /** Source and note of a rule in one line; empty where the mark says it all. */
    static String source(Basis basis) {
        String note = basis.note();
        if (note == null && basis.source().equals(Labels.of(Verification.OWN))) {
            return "";
        }
        return note == null ? basis.source() : basis.source() + ". " + note;
    }

    /** A sentence of a form with dots in place of {họ tên} and the like. */
    static String blanks(String sentence) {
        return sentence.replaceAll("\\{[^}]*}", "…");
    }

    /** What a signed block is, in words. */
    static String block(Signatory s) {
        return Labels.of("signature." + s.paper() + "." + s.block());
    }

    /** What happens every year, with its basis. */
    record Yearly(String label, String value, Basis basis) {}

    /** Meetings and comments of a year, as far as known. */
    List<Yearly> yearly() {
        List<Yearly> all = new ArrayList<>();
        Norms.Meetings meetings = rulebook.norms().meetings();
        if (meetings != null) {
            all.add(
                    new Yearly(
                            "Họp định kỳ",
                            meetings.perYear() + " lần một năm" + clause(meetings.article()),
                            meetings.basis()));
        }
        Norms.Comments comments = rulebook.norms().comments();
        if (comments != null && comments.yearly()) {
            all.add(
                    new Yearly(
                            "Nhận xét",
                            "hằng năm, từng đảng viên không thuộc diện miễn"
                                    + clause(comments.article()),
                            comments.basis()));
        }
        return all;
    }

    private String clause(@Nullable String article) {
        return article == null
                ? "."
                : rulebook.article(article).map(a -> " (" + a.cited() + ").").orElse(".");
    }

    /** The sections that this rulebook has: label and anchor. */
    List<Row> parts() {
        Norms n = rulebook.norms();
        Stream<Row> slips =
                rulebook.forms().slips().stream().map(s -> new Row("Phiếu " + s.code(), s.code()));
        Stream<Row> exemptions =
                Stream.of(ExemptionKind.values())
                        .filter(k -> !rulebook.exemptions(k).isEmpty())
                        .map(k -> new Row(Labels.of("exemptionKind.short." + k), k.name()));
        return Stream.of(
                        part(n.duties(), "Nhiệm vụ", "duties"),
                        part(yearly(), "Trong một năm", "yearly"),
                        part(n.clocks(), "Thời hạn", "clocks"),
                        part(n.windows(), "Các mốc", "windows"),
                        part(n.retention(), "Lưu giữ", "retention"),
                        slips,
                        exemptions,
                        part(rulebook.forms().signatories(), "Ai ký", "signatures"),
                        part(n.articles(), "Điều, khoản", "articles"),
                        part(n.practices(), "Thực tế", "practices"))
                .flatMap(rows -> rows)
                .toList();
    }

    private static Stream<Row> part(List<?> things, String label, String anchor) {
        return things.isEmpty() ? Stream.empty() : Stream.of(new Row(label, anchor));
    }

    private static Explained explain(Verification v) {
        return new Explained(v, tone(v), Labels.of("verificationMeaning." + v.name()));
    }

    private static List<Row> dates(Rulebook r, Rulebooks all) {
        @Nullable String replaces = r.about().replaces();
        Stream<Row> first =
                Stream.of(
                        new Row("Cơ quan ban hành", r.about().issuer()),
                        new Row("Có hiệu lực từ", Show.date(r.from())),
                        new Row(
                                "Đến hết ngày",
                                r.until().map(Show::date).orElse("chưa có văn bản thay thế")));
        Stream<Row> guidance =
                r.about().guidance().stream().map(g -> new Row("Hướng dẫn", g.title()));
        Stream<Row> last =
                Stream.of(
                        new Row("Dữ liệu", r.reference()),
                        new Row(
                                "Thay thế",
                                replaces == null
                                        ? ""
                                        : all.byId(replaces).map(Rulebook::code).orElse(replaces)));
        return Stream.of(first, guidance, last)
                .flatMap(rows -> rows)
                .filter(row -> !row.value().isEmpty())
                .toList();
    }
}
