package vn.ganbo.kernel;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Papers of one national procedure that keep the code of their file on the portal (mã hồ sơ trên
 * Cổng dịch vụ công); contributed by a capability as a bean, looked at by portal.
 */
public interface PortalFiles {
    /** The longest code that is kept. */
    int LONGEST = 60;

    /** Label key under portalProcedure, and the value in links. */
    String procedure();

    /** Where it stands among the tabs. */
    int order();

    /**
     * One paper.
     *
     * @param issuer the organisation that gave it its number
     * @param to the committee it went to
     * @param link its page, or null where it has none
     * @param total of all that were asked for
     */
    record Line(
            UUID id,
            String number,
            LocalDate onDay,
            String issuer,
            String fullName,
            String to,
            @Nullable String code,
            @Nullable String link,
            long total) {}

    /**
     * What is looked for.
     *
     * @param words in the name, the number or the code; empty for all
     * @param missing only those without a code
     * @param size null for all
     */
    record Ask(String words, boolean missing, @Nullable Integer size, long skip) {
        /** A pattern for the folded name. */
        public String name() {
            return "%" + plain(Texts.folded(words)) + "%";
        }

        /** A pattern for the number and the code, in small letters. */
        public String sign() {
            return "%" + plain(words.strip().toLowerCase(java.util.Locale.ROOT)) + "%";
        }

        private static String plain(String text) {
            return text.replace("\\", "").replace("%", "").replace("_", "\\_");
        }
    }

    /** The newest first. */
    List<Line> list(Viewer viewer, Ask ask);

    /** Those with one of these numbers, or one of these codes, in small letters. */
    List<Line> matching(Viewer viewer, Collection<String> numbers, Collection<String> codes);

    /**
     * Keeps these codes, null to take one away, and changes nothing else; tells one fact. Throws
     * {@link NotFound} when one of the papers is not the viewer's.
     */
    void keep(Viewer viewer, Map<UUID, @Nullable String> codes);
}
