package vn.ganbo.member;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.ganbo.kernel.Fact;
import vn.ganbo.kernel.Labels;

/** What happens to a member's record. */
public final class MemberFacts {
    private MemberFacts() {}

    /**
     * The workplace corrected the record.
     *
     * @param fields names of the corrected fields, never what stands in them
     */
    public record RecordChanged(UUID thing, String fields) implements Fact {
        @Override
        public String key() {
            return "member.record-changed";
        }

        @Override
        public Collection<UUID> members() {
            return List.of(thing);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("fields", fields);
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /** Somebody of the workplace read the personal ID number in clear, and said why. */
    public record PersonalIdRevealed(UUID thing, RevealReason reason) implements Fact {
        @Override
        public String key() {
            return "member.personal-id-revealed";
        }

        @Override
        public Collection<UUID> members() {
            return List.of(thing);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("reason", Labels.of(reason));
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /** Somebody opened the record: reading a member's file is a fact too. */
    public record MemberRead(UUID thing) implements Fact {
        @Override
        public String key() {
            return "member.read";
        }

        @Override
        public Collection<UUID> members() {
            return List.of(thing);
        }

        @Override
        public Map<String, String> details() {
            return Map.of();
        }
    }
}
