package vn.ganbo.member;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.ganbo.kernel.Fact;

/** What happens to records whose time is over. */
public final class DisposalFacts {
    private DisposalFacts() {}

    /** The first of two approved. */
    public record DisposalProposed(UUID thing, long due) implements Fact {
        @Override
        public String key() {
            return "member.disposal-proposed";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Map<String, String> details() {
            return Map.of("due", String.valueOf(due));
        }
    }

    /**
     * The second approved, and it was done.
     *
     * @param members whose records were made anonymous; empty where records were deleted
     */
    public record DisposalDone(UUID thing, Collection<UUID> members, long done) implements Fact {
        @Override
        public String key() {
            return "member.disposal-done";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("done", String.valueOf(done));
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /** A proposal was dropped; everything stays. */
    public record DisposalDropped(UUID thing) implements Fact {
        @Override
        public String key() {
            return "member.disposal-dropped";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }
    }
}
