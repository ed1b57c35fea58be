package vn.ganbo.regulation;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Show;

/** docs/generated/rulebook.md: the rulebooks and the calendar of this program, for reading. */
public final class RulebookDocument {
    private final StringBuilder out = new StringBuilder();

    private RulebookDocument() {}

    /** The document of the files inside the program, without a folder of an installation. */
    public static String markdown() {
        RulebookDocument document = new RulebookDocument();
        document.rulebooks(Rulebooks.read(RegulationFiles.regulations("")));
        document.calendar(Holidays.read(RegulationFiles.holidays("")));
        return document.out.toString();
    }

    /** The document of these rulebooks, without the calendar. */
    public static String markdown(Rulebooks rulebooks) {
        RulebookDocument document = new RulebookDocument();
        document.rulebooks(rulebooks);
        return document.out.toString();
    }

    private void rulebooks(Rulebooks rulebooks) {
        line("# Quy định trong chương trình");
        line(
                "Tệp này được sinh ra từ `src/main/resources/regulations`; sửa ở đó, không sửa ở đây.");
        for (Verification v : Verification.values()) {
            item(
                    "**%s** (%s): %s"
                            .formatted(
                                    Labels.of(v),
                                    v.mark(),
                                    Labels.of("verificationMeaning." + v.name())));
        }
        line("");
        rulebooks.all().reversed().forEach(this::rulebook);
    }

    private void rulebook(Rulebook r) {
        line("## " + r.code());
        line(r.title() + ".");
        item("Câu dẫn: %s".formatted(r.citation()));
        item(
                "Hiệu lực: từ %s %s · dữ liệu `%s` · %s"
                        .formatted(
                                Show.date(r.from()),
                                r.until()
                                        .map(d -> "đến hết " + Show.date(d))
                                        .orElse("đến khi có văn bản thay thế"),
                                r.reference(),
                                basis(r.about().basis())));
        r.about()
                .guidance()
                .forEach(g -> item("%s, từ %s".formatted(g.title(), Show.date(g.since()))));
        Norms.Meetings meetings = r.norms().meetings();
        if (meetings != null) {
            item(
                    "Họp định kỳ: %d lần một năm · %s"
                            .formatted(meetings.perYear(), basis(meetings.basis())));
        }
        Norms.Comments comments = r.norms().comments();
        if (comments != null) {
            item(
                    "Nhận xét hằng năm: %s · %s"
                            .formatted(
                                    comments.yearly() ? "có" : "không", basis(comments.basis())));
        }
        r.quorum()
                .ifPresent(q ->
                        item(
                                "Số người họp thống nhất: trên %d %% chi ủy viên, ít nhất %d người của Ban công tác Mặt trận · %s"
                                        .formatted(
                                                q.committeePercent(),
                                                q.front(),
                                                basis(q.basis()))));
        r.targeted()
                .ifPresent(t ->
                        item(
                                "Chọn người nhận xét: rút thăm %d %% những người không ai nêu; không ai quá %d năm không được nhận xét · %s"
                                        .formatted(
                                                t.samplePercent(),
                                                t.unaskedYears(),
                                                basis(t.basis()))));
        line("");
        section(
                "Nhiệm vụ",
                List.of("Số", "Nhiệm vụ", "Nội dung", "Căn cứ"),
                r.duties(),
                d -> List.of(String.valueOf(d.number()), d.label(), d.text(), basis(d.basis())));
        section(
                "Thời hạn (ngày làm việc)",
                List.of("Khóa", "Việc", "Số ngày", "Căn cứ"),
                r.norms().clocks(),
                c -> List.of(code(c.key()), c.label(), String.valueOf(c.days()), basis(c.basis())));
        section(
                "Mốc trong năm",
                List.of("Khóa", "Mốc", "Ngày", "Căn cứ"),
                r.norms().windows(),
                w ->
                        List.of(
                                code(w.key()),
                                w.label(),
                                RegulationPage.day(w.day()),
                                basis(w.basis())));
        section(
                "Thời hạn lưu giữ (ngày theo lịch)",
                List.of("Khóa", "Loại", "Số ngày", "Căn cứ"),
                r.norms().retention(),
                k ->
                        List.of(
                                code(k.key()),
                                k.label(),
                                k.term().map(String::valueOf).orElse("chưa đặt"),
                                basis(k.basis())));
        r.forms().slips().forEach(this::slip);
        for (ExemptionKind kind : ExemptionKind.values()) {
            section(
                    Labels.of(kind),
                    List.of("Khóa", "Diện", "Nhiệm vụ còn lại", "Căn cứ"),
                    r.exemptions(kind),
                    e ->
                            List.of(
                                    code(e.key()),
                                    e.letter() + ") " + e.text(),
                                    RegulationPage.duties(e.duties()),
                                    basis(e.basis())));
        }
        section(
                "Ai ký",
                List.of("Giấy tờ", "Người ký", "Dấu", "Căn cứ"),
                r.forms().signatories(),
                s ->
                        List.of(
                                RegulationPage.block(s),
                                signers(s),
                                s.seal() ? "có" : "không",
                                basis(s.basis())));
        section(
                "Câu trên giấy tờ",
                List.of("Khóa", "Câu", "Căn cứ"),
                r.forms().wordings(),
                w -> List.of(code(w.key()), w.text(), basis(w.basis())));
        section(
                "Điều, khoản",
                List.of("Điều", "Nội dung", "Căn cứ"),
                r.norms().articles(),
                a -> List.of(a.cited(), joined(a.heading(), a.text()), basis(a.basis())));
        section(
                "Thực tế thực hiện",
                List.of("Nội dung", "Căn cứ"),
                r.norms().practices(),
                p -> List.of(p.text(), basis(p.basis())));
    }

    private void slip(Slip s) {
        section(
                Labels.of(s.form()),
                List.of("Số", "Khóa", "Tiêu chí", "Câu trả lời", "Nhiệm vụ"),
                s.criteria(),
                c ->
                        List.of(
                                String.valueOf(c.number()),
                                code(c.key()),
                                c.text(),
                                c.options().stream()
                                        .map(o -> o.label() + " (" + code(o.key()) + ")")
                                        .collect(Collectors.joining("; ")),
                                RegulationPage.numbers(c.duties())));
        item(
                "%d. %s: viết bằng lời · %s"
                        .formatted(s.freeText().number(), s.freeText().label(), basis(s.basis())));
        line("");
    }

    private void calendar(Holidays holidays) {
        line("## Ngày nghỉ, ngày làm bù");
        holidays.years().keySet().stream()
                .sorted()
                .forEach(year -> holidays.inYear(year).ifPresent(this::year));
    }

    private void year(Holidays.Year y) {
        line("### " + y.year());
        item("Nghỉ: %s".formatted(days(y.off())));
        if (!y.worked().isEmpty()) {
            item("Làm bù: %s".formatted(days(y.worked())));
        }
        for (Holidays.Day d : y.pending()) {
            item(
                    "Cần kiểm tra lại: %s %s · %s"
                            .formatted(Show.shortDate(d.date()), d.name(), basis(d.basis())));
        }
        line("");
    }

    private static String days(List<Holidays.Day> days) {
        return days.stream()
                .map(d -> Show.shortDate(d.date()) + " " + d.name())
                .collect(Collectors.joining("; "));
    }

    private static String basis(Basis basis) {
        String source = RegulationPage.source(basis);
        return basis.verification().mark() + (source.isEmpty() ? "" : ": " + source);
    }

    private static String signers(Signatory s) {
        String onBehalf = s.onBehalf();
        Signatory.ByOrder order = s.byOrder();
        return (onBehalf == null ? "" : onBehalf + " · ")
                + String.join(" hoặc ", s.posts())
                + (order == null
                        ? ""
                        : "; " + order.onBehalf() + " · " + String.join(" hoặc ", order.posts()));
    }

    private static String code(String key) {
        return "`" + key + "`";
    }

    private static String joined(@Nullable String heading, @Nullable String text) {
        return (heading == null ? "" : "**" + heading + "** ") + (text == null ? "" : text);
    }

    private interface Cells<T> {
        List<String> of(T thing);
    }

    private <T> void section(String title, List<String> heads, List<T> things, Cells<T> cells) {
        if (things.isEmpty()) {
            return;
        }
        line("### " + title);
        line("");
        line("| " + String.join(" | ", heads) + " |");
        line("|" + " --- |".repeat(heads.size()));
        for (T thing : things) {
            line(
                    cells.of(thing).stream()
                            .map(c -> c.replace("|", "\\|"))
                            .collect(Collectors.joining(" | ", "| ", " |")));
        }
        line("");
    }

    private void item(String text) {
        line("- " + text);
    }

    private void line(String text) {
        out.append(text).append('\n');
        if (text.startsWith("#") || text.endsWith("đây.")) {
            out.append('\n');
        }
    }
}
