package vn.ganbo.installation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.ganbo.kernel.Fact;

/** What happens to the keys of other installations. */
public final class InstallationFacts {
    private InstallationFacts() {}

    /** The papers of another installation can be checked from now on. */
    public record Trusted(UUID thing, String name, String keyId) implements Fact {
        @Override
        public String key() {
            return "installation.trusted";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Map<String, String> details() {
            return Map.of("name", name, "key", keyId);
        }
    }

    /** They cannot any more. */
    public record TrustEnded(UUID thing, String name, String keyId) implements Fact {
        @Override
        public String key() {
            return "installation.trust-ended";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Map<String, String> details() {
            return Map.of("name", name, "key", keyId);
        }
    }
}
