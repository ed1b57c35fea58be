package vn.ganbo.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Công văn: one committee writes to another. It has no name of its kind, but what it is about in
 * small italics under the number (DOMAIN.md §6).
 *
 * @param number of the series of công văn, from {@link Numbers}
 * @param about "về việc …", without a full stop
 * @param paragraphs at least one, each a sentence or more
 * @param person whom it is about, or null where it is about nobody
 */
public record OfficialLetterText(
        Issuer issuer,
        String number,
        LocalDate date,
        Addressee to,
        String about,
        List<String> paragraphs,
        @Nullable Person person,
        Signature signature)
        implements PaperText {

    public OfficialLetterText {
        paragraphs = List.copyOf(paragraphs);
    }

    @Override
    public PaperKind kind() {
        return PaperKind.OFFICIAL_LETTER;
    }
}
