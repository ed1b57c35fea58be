package vn.ganbo.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
 * @param rows a table under the paragraphs, its headings first, or empty
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
}
