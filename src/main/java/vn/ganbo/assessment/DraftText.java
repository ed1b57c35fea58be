package vn.ganbo.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import vn.ganbo.assessment.Evidence.Known;
import vn.ganbo.assessment.Evidence.Line;
import vn.ganbo.kernel.Show;

/**
 * Gợi ý nhận xét: sentences written by rules from what was concluded. Nothing is added to the
 * sources: no praise, no guess, no sum over what is still open. An absence whose reason is being
 * asked, an opinion of a meeting that is not closed, and notices that speak against somebody stay
 * out; of the last the committee speaks itself, with the fact, a suggestion and a day.
 */
final class DraftText {
    private DraftText() {}

    /** One sentence and the lines of evidence that it says; never without one. */
    record Sentence(String text, List<Line> sources) {
        Sentence {
            sources = List.copyOf(sources);
            if (sources.isEmpty()) {
                throw new IllegalArgumentException("a sentence needs its source: " + text);
            }
        }
    }

    /** The sentences in the order of the days; empty where nothing is concluded. */
    static List<Sentence> of(List<Line> lines) {
        List<Line> concluded =
                lines.stream()
                        .filter(Line::concluded)
                        .sorted(Comparator.comparing(Line::on))
                        .toList();
        List<Sentence> out = new ArrayList<>();
        meetings(out, concluded, Known.PRESENT, "Có mặt tại");
        meetings(out, concluded, Known.EXCUSED, "Vắng có lý do");
        meetings(out, concluded, Known.UNEXCUSED, "Vắng, đã hỏi và không có lý do,");
        meetings(out, concluded, Known.HOUSEHOLD, "Người nhà họp thay, không tính là có mặt,");
        for (Line line : concluded) {
            String day = Show.date(line.on());
            switch (line.known()) {
                case OPINION ->
                        out.add(
                                new Sentence(
                                        "Ngày %s góp ý kiến: “%s”."
                                                .formatted(day, bare(line.text())),
                                        List.of(line)));
                case TASK ->
                        out.add(
                                new Sentence(
                                        "Nhiệm vụ chi bộ giao, kiểm điểm ngày %s: %s."
                                                .formatted(day, bare(line.text())),
                                        List.of(line)));
                case PRAISE ->
                        out.add(
                                new Sentence(
                                        "Nơi cư trú đã gửi thông tin biểu dương, nơi công tác trả lời ngày %s."
                                                .formatted(day),
                                        List.of(line)));
                case COMMENDATION ->
                        out.add(
                                new Sentence(
                                        "Nơi công tác đã báo tin khen thưởng, nơi cư trú trả lời ngày %s."
                                                .formatted(day),
                                        List.of(line)));
                case CHANGE ->
                        out.add(
                                new Sentence(
                                        "Nơi công tác đã báo: %s; nơi cư trú trả lời ngày %s."
                                                .formatted(lower(line.text()), day),
                                        List.of(line)));
                default -> {
                    // attendance is said above; the rest is for the committee to word
                }
            }
        }
        return out;
    }

    /** The text of all sentences. */
    static String text(List<Sentence> sentences) {
        return sentences.stream().map(Sentence::text).collect(Collectors.joining(" "));
    }

    /** What was written, with the sentences behind it that it does not have yet. */
    static String added(String written, List<Sentence> sentences) {
        String before = written.replace("\r\n", "\n").strip();
        String more = text(sentences.stream().filter(s -> !before.contains(s.text())).toList());
        return before.isEmpty() ? more : more.isEmpty() ? before : before + "\n" + more;
    }

    private static void meetings(
            List<Sentence> out, List<Line> concluded, Known known, String words) {
        List<Line> these = concluded.stream().filter(l -> l.known() == known).toList();
        if (!these.isEmpty()) {
            out.add(
                    new Sentence(
                            "%s %d kỳ họp: %s."
                                    .formatted(
                                            words,
                                            these.size(),
                                            these.stream()
                                                    .map(l -> day(l.kind(), l.on()))
                                                    .collect(Collectors.joining("; "))),
                            these));
        }
    }

    private static String day(String title, LocalDate on) {
        return title + " ngày " + Show.date(on);
    }

    private static String bare(String text) {
        return text.strip().replaceFirst("[.\\s]+$", "");
    }

    private static String lower(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
