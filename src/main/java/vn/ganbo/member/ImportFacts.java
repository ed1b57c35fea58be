package vn.ganbo.member;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.ganbo.kernel.Fact;
import vn.ganbo.kernel.Show;

/** What happens when a list of members is imported. */
public final class ImportFacts {
    private ImportFacts() {}

    /**
     * A list of members was written; the thing is the import.
     *
     * @param members who is new or changed
     */
    public record MembersImported(
            UUID thing, Collection<UUID> members, int accepted, int created, int changed)
            implements Fact {
        public MembersImported {
            members = List.copyOf(members);
        }

        @Override
        public String key() {
            return "member.imported";
        }

        @Override
        public Map<String, String> details() {
            return Map.of(
                    "accepted", Show.number(accepted),
                    "created", Show.number(created),
                    "changed", Show.number(changed));
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /** A list of members was taken back; the thing is the import. */
    public record ImportTakenBack(UUID thing, int count) implements Fact {
        @Override
        public String key() {
            return "member.import-taken-back";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Show.number(count));
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /** Somebody said who is meant by rows that fit several members; the thing is the import. */
    public record MatchesDecided(UUID thing, int count) implements Fact {
        @Override
        public String key() {
            return "member.matches-decided";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Show.number(count));
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }
}
