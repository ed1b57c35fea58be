package vn.ganbo.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.ganbo.kernel.Fact;

/** What happens to the tree. */
public final class OrganisationFacts {
    private OrganisationFacts() {}

    /** A unit was added. */
    public record UnitAdded(UUID thing, String name) implements Fact {
        @Override
        public String key() {
            return "organisation.unit-added";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Map<String, String> details() {
            return Map.of("name", name);
        }
    }
}
