package vn.ganbo.regulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What holds for giảm, miễn công tác và sinh hoạt đảng, and for keeping in touch with who is away
 * (Hướng dẫn 12-HD/BTCTW, IV.1).
 *
 * @param reminders days before the end of a decision on which it is reminded, the longest first
 * @param silence months of silence after which the member, the committee member in charge and the
 *     cell are told
 */
public record AwayBook(
        String id,
        int version,
        String code,
        String title,
        String citation,
        LocalDate from,
        Basis basis,
        List<Ground> grounds,
        List<Integer> reminders,
        Basis remindersBasis,
        List<Integer> silence,
        Basis silenceBasis) {

    /**
     * One ground.
     *
     * @param brief for narrow columns
     * @param away whether the person is away from the cell, so that it keeps in touch
     * @param longestMonths how long one decision may last; null where no time is set
     * @param paper what is handed in
     */
    public record Ground(
            String key,
            String label,
            String brief,
            boolean away,
            LeaveDecider decidedBy,
            Set<LeaveExtent> extents,
            @Nullable Integer longestMonths,
            String paper,
            Basis basis) {
        public Ground {
            extents = Set.copyOf(extents);
        }

        /** The last day that a decision from this day on may have; null where no time is set. */
        public @Nullable LocalDate latest(LocalDate since) {
            Integer months = longestMonths;
            return months == null ? null : since.plusMonths(months).minusDays(1);
        }
    }

    public AwayBook {
        grounds = List.copyOf(grounds);
        reminders = List.copyOf(reminders);
        silence = List.copyOf(silence);
    }

    /** As records made under it name it: "12-hd-btctw/1". */
    public String reference() {
        return id + "/" + version;
    }

    /** The ground of a key, or empty. */
    public Optional<Ground> ground(String key) {
        return grounds.stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /** What a ground is called; the key where this book does not know it. */
    public String name(String key) {
        return ground(key).map(Ground::label).orElse(key);
    }

    /** The same in two or three words. */
    public String brief(String key) {
        return ground(key).map(Ground::brief).orElse(key);
    }
}
