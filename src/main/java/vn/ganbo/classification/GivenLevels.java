package vn.ganbo.classification;

import java.util.List;
import java.util.UUID;
import vn.ganbo.classification.LevelDecisions.Given;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Stamp;

/** What a statement on decided levels is given, of members and of cells as a whole alike. */
final class GivenLevels {
    private GivenLevels() {}

    /** For what stood, before it is corrected. */
    static Object[] kept(List<Given> given, String because, Stamp stamp) {
        return new Object[] {
            "ids",
            given.stream().map(_ -> Ids.next()).toArray(UUID[]::new),
            "reviews",
            reviews(given),
            "because",
            because,
            "on",
            stamp.on(),
            "at",
            stamp.at(),
            "who",
            stamp.who()
        };
    }

    /** For what stands from now on, where it stood so before. */
    static Object[] set(UUID decision, List<Given> given, Enum<?> from, Stamp stamp) {
        return new Object[] {
            "decision",
            decision,
            "state",
            from.name(),
            "ids",
            reviews(given),
            "versions",
            given.stream().map(one -> one.review().version()).toArray(Integer[]::new),
            "levels",
            given.stream().map(one -> one.level().name()).toArray(String[]::new),
            "at",
            stamp.at(),
            "who",
            stamp.who()
        };
    }

    private static UUID[] reviews(List<Given> given) {
        return given.stream().map(one -> one.review().id()).toArray(UUID[]::new);
    }
}
