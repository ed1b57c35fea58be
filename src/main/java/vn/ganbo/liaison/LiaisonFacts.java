package vn.ganbo.liaison;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.ganbo.kernel.Fact;

/** What happens between the two committees of a member. */
public final class LiaisonFacts {
    private LiaisonFacts() {}

    /** An answer on paper to this letter was not taken, and nothing changed. */
    public record AnswerRefused(UUID thing, String why) implements Fact {
        @Override
        public String key() {
            return "liaison.paper-answer-refused";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Map<String, String> details() {
            return Map.of("why", why);
        }
    }

    /**
     * Letters were given numbers; {@code thing} is the letter, or the batch when there are several.
     */
    public record IntroductionsIssued(UUID thing, List<UUID> members) implements Fact {
        @Override
        public String key() {
            return "liaison.introductions-issued";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Integer.toString(members.size()));
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /** Letters were signed. */
    public record IntroductionsSigned(UUID thing, List<UUID> members) implements Fact {
        @Override
        public String key() {
            return "liaison.introductions-signed";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Integer.toString(members.size()));
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /** Letters were sent to the residence. */
    public record IntroductionsSent(UUID thing, List<UUID> members) implements Fact {
        @Override
        public String key() {
            return "liaison.introductions-sent";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Integer.toString(members.size()));
        }
    }

    /** Letters whose day has passed; {@code what} is told of once for each letter. */
    public record LettersOverdue(UUID thing, String what, List<UUID> members) implements Fact {
        @Override
        public String key() {
            return "liaison." + what;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Integer.toString(members.size()));
        }
    }

    /**
     * The workplace ended or withdrew letters that a change had overtaken; {@code thing} is the
     * letter, or the batch when there are several.
     */
    public record IntroductionsClosed(UUID thing, List<UUID> members) implements Fact {
        @Override
        public String key() {
            return "liaison.introductions-closed";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Integer.toString(members.size()));
        }
    }

    /** Somebody moved inside the ward, and its register has the new address. */
    public record AddressFollowed(UUID thing) implements Fact {
        @Override
        public String key() {
            return "liaison.address-followed";
        }

        @Override
        public Collection<UUID> members() {
            return List.of(thing);
        }
    }

    /** An import gave people other addresses inside their wards; {@code thing} is the import. */
    public record AddressesFollowed(UUID thing, List<UUID> members) implements Fact {
        public AddressesFollowed {
            members = List.copyOf(members);
        }

        @Override
        public String key() {
            return "liaison.addresses-followed";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Integer.toString(members.size()));
        }
    }

    /**
     * One letter took a step at the residence or was taken back.
     *
     * @param contact whom to call and where to go next, for the notice alone; mostly empty
     */
    public record IntroductionStep(
            UUID thing, String step, UUID member, String number, String place, String contact)
            implements Fact {
        /** With nobody to call. */
        public IntroductionStep(UUID thing, String step, UUID member, String number, String place) {
            this(thing, step, member, number, place, "");
        }

        @Override
        public Map<String, String> noticed() {
            return Map.of(
                    "number", number, "place", contact.isEmpty() ? place : place + ". " + contact);
        }

        @Override
        public String key() {
            return "liaison.introduction-" + step;
        }

        @Override
        public Collection<UUID> members() {
            return List.of(member);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("number", number, "place", place);
        }
    }

    /** A register kept by hand was taken over; {@code thing} is the import. */
    public record RegisterTakenOver(UUID thing, List<UUID> members) implements Fact {
        public RegisterTakenOver {
            members = List.copyOf(members);
        }

        @Override
        public String key() {
            return "liaison.register-taken-over";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Integer.toString(members.size()));
        }
    }

    /**
     * Codes of files on the national portal were kept; {@code thing} is the paper, or the batch.
     */
    public record PortalCodesKept(UUID thing, List<UUID> members) implements Fact {
        @Override
        public String key() {
            return "liaison.portal-codes-kept";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Integer.toString(members.size()));
        }
    }
}
