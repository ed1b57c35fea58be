package vn.ganbo.regulation;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Thời hạn lưu giữ: how long one kind of record is kept after it was closed.
 *
 * @param key one of {@link #KEYS}
 * @param label the kind and what becomes of it, in Vietnamese
 * @param days calendar days from the day of closing, from 1, or null where nobody has set any: such
 *     records stay
 */
public record Retention(String key, String label, @Nullable Integer days, Basis basis) {
    /** Records as they were before a list changed them; from the day of the list. */
    public static final String IMPORT_COPIES = "import-copies";

    /** Lists that were applied or taken back, with their faults; from the day of applying. */
    public static final String IMPORTS = "imports";

    /** Proposals of members that were decided or withdrawn; from that day. */
    public static final String CORRECTIONS = "corrections";

    /** Notices inside the program; from the day of the last reading. */
    public static final String NOTICES = "notices";

    /** Topics of a cell's notice board with their answers; from the day of the last word. */
    public static final String TOPICS = "topics";

    /** Who came for a time with a letter on paper: made anonymous; from the end of the stay. */
    public static final String GUESTS = "guests";

    /** Members who left: made anonymous, not deleted; from the first day of that status. */
    public static final String MEMBERS_LEFT = "members-left";

    /** Members' own reports before the yearly comment; from the last day of the year. */
    public static final String SELF_REPORTS = "self-reports";

    /**
     * Applications for less or no Party life with all that belongs to them; from the end of the
     * time, or the day on which nothing came of them.
     */
    public static final String AWAY_APPLICATIONS = "away-applications";

    /** Signs of life, requests for help, answers of places of stay; from the end of the time. */
    public static final String AWAY_CONTACTS = "away-contacts";

    /** Marks of dues; from the month. */
    public static final String DUES = "dues";

    /** Months and talks that a cell noted, without an open case; from the month or the day. */
    public static final String LAPSES = "lapses";

    /** Documents sent ahead of a meeting; from its day. */
    public static final String MEETING_DOCUMENTS = "meeting-documents";

    /** The kinds that this program knows how to put away. */
    public static final Set<String> KEYS =
            Set.of(
                    IMPORT_COPIES,
                    IMPORTS,
                    CORRECTIONS,
                    NOTICES,
                    TOPICS,
                    SELF_REPORTS,
                    AWAY_APPLICATIONS,
                    AWAY_CONTACTS,
                    DUES,
                    LAPSES,
                    MEETING_DOCUMENTS,
                    GUESTS,
                    MEMBERS_LEFT);

    /** The term, if anybody has set one. */
    public Optional<Integer> term() {
        return Optional.ofNullable(days);
    }
}
