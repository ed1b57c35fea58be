package vn.ganbo.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Fact;

/** What happens to papers that come in. */
public final class IntakeFacts {
    private IntakeFacts() {}

    /** A paper was entered in the book; {@code thing} is its line. */
    public record Entered(UUID thing, String no, String paper, String issuer) implements Fact {
        @Override
        public String key() {
            return "intake.entered";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Map<String, String> details() {
            return Map.of("no", no, "paper", paper, "issuer", issuer);
        }
    }

    /** Somebody came for good with a letter from elsewhere; {@code thing} is the line. */
    public record TransferTaken(UUID thing, UUID member, String number, String issuer, String cell)
            implements Fact {
        @Override
        public String key() {
            return "intake.transfer-taken";
        }

        @Override
        public Collection<UUID> members() {
            return List.of(member);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("number", number, "issuer", issuer, "cell", cell);
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /**
     * Something was not taken, and nothing changed; {@code thing} is the case or paper it was meant
     * for, or the office where it was tried.
     *
     * @param member whom the paper is about, or null
     */
    public record Refused(UUID thing, String why, @Nullable UUID member) implements Fact {
        @Override
        public String key() {
            return "intake.refused";
        }

        @Override
        public Collection<UUID> members() {
            return member == null ? List.of() : List.of(member);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("why", why);
        }

        @Override
        public boolean toldToMember() {
            return false;
        }
    }
}
