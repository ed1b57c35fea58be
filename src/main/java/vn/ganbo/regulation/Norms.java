package vn.ganbo.regulation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ganbo.regulation.Clocks.WorkingDayClock;
import vn.ganbo.regulation.Clocks.YearlyDay;

/**
 * What a regulation demands. Empty lists and a null mean that nothing is known, not that nothing is
 * demanded.
 */
public record Norms(
        @Nullable Meetings meetings,
        @Nullable Comments comments,
        List<Article> articles,
        List<Duty> duties,
        List<Exemption> exemptions,
        List<WorkingDayClock> clocks,
        List<YearlyDay> windows,
        List<Retention> retention,
        List<Practice> practices) {

    public Norms {
        articles = List.copyOf(articles);
        duties = List.copyOf(duties);
        exemptions = List.copyOf(exemptions);
        clocks = List.copyOf(clocks);
        windows = List.copyOf(windows);
        retention = List.copyOf(retention);
        practices = List.copyOf(practices);
    }

    /**
     * Periodic meetings at the residence.
     *
     * @param perYear from 1 to 12
     * @param article the clause that says so, or null
     */
    public record Meetings(int perYear, @Nullable String article, Basis basis) {}

    /**
     * Comments of the residence.
     *
     * @param yearly whether every member who is not exempt is commented on every year
     * @param article the clause that says so, or null
     * @param quorum who must have met before a slip is signed, or null where nothing is set
     * @param targeted how to choose whom to comment on, or null where everybody is
     */
    public record Comments(
            boolean yearly,
            @Nullable String article,
            @Nullable Quorum quorum,
            @Nullable Targeted targeted,
            Basis basis) {}

    /**
     * Who must attend the meeting on comments.
     *
     * @param committeePercent more than this share of the cell committee, from 0 to 99
     * @param front at least so many of the Front work committee
     */
    public record Quorum(int committeePercent, int front, Basis basis) {
        /** How many of a committee of so many must attend. */
        public int ofCommittee(int size) {
            return size * committeePercent / 100 + 1;
        }
    }

    /**
     * Comments on some instead of all.
     *
     * @param samplePercent of those nobody named, drawn by lot, from 0 to 100
     * @param unaskedYears nobody stays longer than this without a comment
     */
    public record Targeted(int samplePercent, int unaskedYears, Basis basis) {}

    /** What offices do, or a source says, without being a clause. */
    public record Practice(String text, Basis basis) {}

    /** A document that explains the regulation, from a day on. */
    public record Guidance(String code, String title, LocalDate since, Basis basis) {}
}
