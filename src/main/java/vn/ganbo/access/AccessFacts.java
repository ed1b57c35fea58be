package vn.ganbo.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Fact;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Role;

/** What happens to accounts and to the offices that give rights. */
public final class AccessFacts {
    private AccessFacts() {}

    /** Someone signed in, as {@code office}; thing is the account. */
    public record SignedInAs(UUID thing, @Nullable UUID member, String office) implements Fact {
        @Override
        public String key() {
            return "access.signed-in";
        }

        @Override
        public Collection<UUID> members() {
            return one(member);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("office", office);
        }
    }

    /** A sign-in was refused again and again; thing is the account. */
    public record SignInHeldUp(UUID thing) implements Fact {
        @Override
        public String key() {
            return "access.sign-in-held-up";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }
    }

    /** The person works in another of the own offices now; thing is the account. */
    public record OfficeChosen(UUID thing, @Nullable UUID member, String office) implements Fact {
        @Override
        public String key() {
            return "access.office-chosen";
        }

        @Override
        public Collection<UUID> members() {
            return one(member);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("office", office);
        }
    }

    /** What an administrator, or the person, did to an account. */
    public enum AccountAct {
        OPENED,
        PASSWORD_RESET,
        PASSWORD_CHANGED,
        LOCKED,
        UNLOCKED
    }

    /** An account changed; thing is the account. */
    public record AccountChanged(UUID thing, @Nullable UUID member, AccountAct act)
            implements Fact {
        @Override
        public String key() {
            return switch (act) {
                case OPENED -> "access.account-opened";
                case PASSWORD_RESET -> "access.password-reset";
                case PASSWORD_CHANGED -> "access.password-changed";
                case LOCKED -> "access.account-locked";
                case UNLOCKED -> "access.account-unlocked";
            };
        }

        @Override
        public Collection<UUID> members() {
            return one(member);
        }
    }

    /** The first administrator of an installation was made; thing is the account. */
    public record FirstAdministratorMade(UUID thing) implements Fact {
        @Override
        public String key() {
            return "access.first-administrator";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }
    }

    /** An office was given; thing is the person. */
    public record OfficeGranted(UUID thing, @Nullable UUID member, Role role, String unit)
            implements Fact {
        @Override
        public String key() {
            return "access.office-granted";
        }

        @Override
        public Collection<UUID> members() {
            return one(member);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("role", Labels.of(role), "unit", unit);
        }
    }

    /** An office was ended; thing is the person. */
    public record OfficeEnded(UUID thing, @Nullable UUID member, Role role, String unit)
            implements Fact {
        @Override
        public String key() {
            return "access.office-ended";
        }

        @Override
        public Collection<UUID> members() {
            return one(member);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("role", Labels.of(role), "unit", unit);
        }
    }

    private static List<UUID> one(@Nullable UUID member) {
        return member == null ? List.of() : List.of(member);
    }
}
