package vn.ganbo.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.ganbo.kernel.Fact;
import vn.ganbo.kernel.Show;

/** What happens to the tree when a list of organisations is imported. */
public final class OrganisationImportFacts {
    private OrganisationImportFacts() {}

    /** A list of organisations was written into the tree; the thing is the import. */
    public record UnitsImported(UUID thing, int accepted, int created, int changed)
            implements Fact {
        @Override
        public String key() {
            return "organisation.imported";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Map<String, String> details() {
            return Map.of(
                    "accepted", Show.number(accepted),
                    "created", Show.number(created),
                    "changed", Show.number(changed));
        }
    }
}
