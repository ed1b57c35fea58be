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
     */
    public record Comments(boolean yearly, @Nullable String article, Basis basis) {}

    /** What offices do, or a source says, without being a clause. */
    public record Practice(String text, Basis basis) {}

    /** A document that explains the regulation, from a day on. */
    public record Guidance(String code, String title, LocalDate since, Basis basis) {}
}
