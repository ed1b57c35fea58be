package vn.ganbo.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Show;

/**
 * Giấy mời, thông báo, quyết định, biên bản, giấy giới thiệu sinh hoạt đảng: a paper that says in
 * paragraphs what an office has to say, in the layout of DOMAIN.md §6.
 *
 * @param kind one of those five
 * @param number of the kind's series, from {@link Numbers}
 * @param about under the name of the kind, "miễn sinh hoạt nơi cư trú", or null
 * @param to whom it is sent, as lines under "Kính gửi", or empty
 * @param opening the grounds on which it rests, each a line in italics, or empty
 * @param paragraphs at least one
 * @param person whom it is about, or null
 * @param recipients under "Nơi nhận", without the line of the file; none are printed on minutes
 * @param signature right; on minutes the chair's name
 * @param recorder left on minutes, or null: left to the pen
 * @param rows a table under the paragraphs, of a decision behind it, its headings first, or empty
 */
public record WrittenText(
        PaperKind kind,
        Issuer issuer,
        String number,
        LocalDate date,
        @Nullable String about,
        List<String> to,
        List<String> opening,
        List<String> paragraphs,
        @Nullable Person person,
        List<String> recipients,
        Signature signature,
        @Nullable String recorder,
        List<List<String>> rows)
        implements PaperText {

    /** A column four times as long gets twice the room, and grows no wider than this. */
    private static final double WIDEST = 30;

    private static final double SHARE = 5;

    /** Room for an ordinal number of two digits under its heading. */
    private static final double NARROWEST = 7.5;

    /** No column is narrower than this part of the table, however many there are. */
    private static final double LEAST = 0.065;

    public WrittenText {
        to = List.copyOf(to);
        opening = List.copyOf(opening);
        paragraphs = List.copyOf(paragraphs);
        recipients = List.copyOf(recipients);
        // papers kept before there were tables
        rows = rows == null ? List.of() : rows.stream().map(List::copyOf).toList();
    }

    /** Without a table. */
    public WrittenText(
            PaperKind kind,
            Issuer issuer,
            String number,
            LocalDate date,
            @Nullable String about,
            List<String> to,
            List<String> opening,
            List<String> paragraphs,
            @Nullable Person person,
            List<String> recipients,
            Signature signature,
            @Nullable String recorder) {
        this(
                kind,
                issuer,
                number,
                date,
                about,
                to,
                opening,
                paragraphs,
                person,
                recipients,
                signature,
                recorder,
                List.of());
    }

    /** The same, sent to these. */
    public WrittenText to(List<String> others) {
        return new WrittenText(
                kind,
                issuer,
                number,
                date,
                about,
                others,
                opening,
                paragraphs,
                person,
                recipients,
                signature,
                recorder,
                rows);
    }

    /** Whether the table stands behind the signature, on a page of its own: that of a decision. */
    public boolean annexed() {
        return kind == PaperKind.DECISION && !rows.isEmpty();
    }

    /** As another paper names it: kind, number, day and who issued it. */
    public String named() {
        return "%s số %s, %s của %s"
                .formatted(kind.label(), number, Show.longDate(date), issuer.name());
    }

    /**
     * How wide each column of the table is, in whole per cent: a long text gets more room than a
     * short one, and none less than its longest word needs.
     */
    public List<Integer> widths() {
        if (rows.isEmpty()) {
            return List.of();
        }
        int columns = rows.getFirst().size();
        List<Double> weights = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            int column = i;
            int longest =
                    rows.stream()
                            .flatMap(row -> Stream.of(row.get(column).split("\\s+")))
                            .mapToInt(String::length)
                            .max()
                            .orElse(0);
            double length =
                    rows.stream()
                            .skip(1)
                            .mapToInt(row -> row.get(column).length())
                            .average()
                            .orElse(0);
            weights.add(
                    Math.max(
                            Math.max(longest + 2.0, NARROWEST),
                            Math.min(SHARE * Math.sqrt(length), WIDEST)));
        }
        double least = LEAST * sum(weights);
        List<Double> roomy = weights.stream().map(weight -> Math.max(weight, least)).toList();
        double sum = sum(roomy);
        return roomy.stream().map(weight -> (int) Math.round(100 * weight / sum)).toList();
    }

    private static double sum(List<Double> weights) {
        return weights.stream().mapToDouble(Double::doubleValue).sum();
    }
}
