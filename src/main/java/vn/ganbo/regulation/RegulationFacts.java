package vn.ganbo.regulation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.ganbo.kernel.Fact;

/** What happens to local guidance. */
public final class RegulationFacts {
    private RegulationFacts() {}

    /** A committee prepared a value of its own. */
    public record GuidanceDrafted(UUID thing, String rulebook, String place) implements Fact {
        @Override
        public String key() {
            return "regulation.guidance-drafted";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Map<String, String> details() {
            return Map.of("rulebook", rulebook, "place", place);
        }
    }

    /** A committee decided a value of its own, for itself and everything below. */
    public record GuidancePublished(UUID thing, String rulebook, String place) implements Fact {
        @Override
        public String key() {
            return "regulation.guidance-published";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Map<String, String> details() {
            return Map.of("rulebook", rulebook, "place", place);
        }
    }

    /** A draft was thrown away. */
    public record GuidanceDiscarded(UUID thing, String rulebook, String place) implements Fact {
        @Override
        public String key() {
            return "regulation.guidance-discarded";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Map<String, String> details() {
            return Map.of("rulebook", rulebook, "place", place);
        }
    }
}
