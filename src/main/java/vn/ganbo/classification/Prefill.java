package vn.ganbo.classification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ganbo.classification.TaskInput.Done;
import vn.ganbo.classification.TaskInput.Planned;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Show;

/**
 * Câu điền sẵn: what the program knows for the member's own self-review, each sentence with where
 * it comes from. Only what was planned by the member and reviewed by the cell; nothing is inferred,
 * and the member changes or takes out whatever he likes.
 */
final class Prefill {
    private static final String PLAN = "/my-plan";
    private static final String TASKS = "/my-tasks";

    private Prefill() {}

    /**
     * One sentence.
     *
     * @param source in words
     * @param link to the page of the source
     */
    record Sentence(String text, String source, String link) {}

    /** Section key to its sentences; sections without any are left out. */
    static Map<String, List<Sentence>> of(List<Done> done, @Nullable Planned plan) {
        Map<String, List<Sentence>> all = new LinkedHashMap<>();
        put(all, "tasks", tasks(done, plan));
        put(all, "commitment", commitment(plan));
        put(all, "shortcomings", shortcomings(done));
        return all;
    }

    /** The sentences one under the other, as a field shows them. */
    static String text(List<Sentence> sentences) {
        return sentences.stream().map(Sentence::text).collect(Collectors.joining("\n"));
    }

    /** What was typed, and below it the sentences that are not in it yet. */
    static String added(String typed, List<Sentence> sentences) {
        List<String> lines = new ArrayList<>(typed.lines().toList());
        sentences.stream()
                .map(Sentence::text)
                .filter(text -> !typed.contains(text))
                .forEach(lines::add);
        return String.join("\n", lines);
    }

    private static List<Sentence> tasks(List<Done> done, @Nullable Planned plan) {
        List<Sentence> all = new ArrayList<>();
        Map<String, List<Done>> byTask =
                done.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Done::title, LinkedHashMap::new, Collectors.toList()));
        byTask.forEach((title, periods) -> {
            LocalDate last = periods.getLast().reviewedOn();
            all.add(
                    new Sentence(
                            "Nhiệm vụ “%s”: chi ủy kiểm điểm %s kỳ, %s."
                                    .formatted(
                                            title,
                                            Show.number(periods.size()),
                                            TaskInput.words(periods)),
                            "kiểm điểm nhiệm vụ, lần gần nhất ngày " + Show.date(last),
                            TASKS));
        });
        if (plan != null) {
            lines(plan.targets(), "Mục tiêu đã đăng ký: ", source(plan), all);
            String half = plan.halfWords();
            LocalDate on = plan.halfOn();
            if (half != null && on != null) {
                lines(
                        half,
                        "Nhìn lại sáu tháng: ",
                        "kế hoạch năm, nhìn lại ngày " + Show.date(on),
                        all);
            }
        }
        return all;
    }

    private static List<Sentence> commitment(@Nullable Planned plan) {
        List<Sentence> all = new ArrayList<>();
        if (plan != null) {
            lines(plan.study(), "Học tập, rèn luyện đã đăng ký: ", source(plan), all);
            lines(plan.measures(), "Cách làm đã đăng ký: ", source(plan), all);
        }
        return all;
    }

    private static List<Sentence> shortcomings(List<Done> done) {
        return done.stream()
                .filter(one ->
                        switch (one.result()) {
                            case LATE, NOT_DONE -> true;
                            case EXCEEDED, ON_TIME -> false;
                        })
                .map(one -> {
                    String words = one.words();
                    return new Sentence(
                            "Nhiệm vụ “%s” kỳ %s: %s%s."
                                    .formatted(
                                            one.title(),
                                            one.period(),
                                            Labels.of(one.result()).toLowerCase(Locale.ROOT),
                                            words == null
                                                    ? ""
                                                    : " (ý kiến chi ủy: "
                                                            + words.replaceFirst("[.;\\s]+$", "")
                                                            + ")"),
                            "kiểm điểm nhiệm vụ ngày " + Show.date(one.reviewedOn()),
                            TASKS);
                })
                .toList();
    }

    private static void lines(String text, String lead, String source, List<Sentence> into) {
        text.lines()
                .filter(line -> !line.isBlank())
                .map(line ->
                        new Sentence(
                                lead + line.strip().replaceFirst("[.;\\s]+$", "") + ".",
                                source,
                                PLAN))
                .forEach(into::add);
    }

    private static String source(Planned plan) {
        LocalDate sent = plan.sentOn();
        return sent == null
                ? "kế hoạch năm của đồng chí, chưa gửi chi bộ"
                : "kế hoạch năm, gửi chi bộ ngày " + Show.date(sent);
    }

    private static void put(
            Map<String, List<Sentence>> all, String section, List<Sentence> sentences) {
        if (!sentences.isEmpty()) {
            all.put(section, sentences);
        }
    }
}
