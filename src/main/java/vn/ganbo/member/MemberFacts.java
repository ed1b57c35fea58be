package vn.ganbo.member;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.ganbo.kernel.Fact;

/** What happens to a member's record. */
public final class MemberFacts {
    private MemberFacts() {}

    /** The workplace changed post, phone, expertise or address. */
    public record MemberChanged(UUID thing) implements Fact {
        @Override
        public String key() {
            return "member.changed";
        }

        @Override
        public Collection<UUID> members() {
            return List.of(thing);
        }

        @Override
        public Map<String, String> details() {
            return Map.of();
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
