package vn.ganbo.member;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import vn.ganbo.kernel.Fact;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Show;
import vn.ganbo.regulation.ExemptionKind;

/** What happens to a member's record. */
public final class MemberFacts {
    private MemberFacts() {}

    /**
     * The workplace corrected the record.
     *
     * @param fields names of the corrected fields, never what stands in them
     */
    public record RecordChanged(UUID thing, String fields) implements Fact {
        /** Whether a field of this name, in small letters, is among the corrected ones. */
        public boolean names(String field) {
            return List.of(fields.split(", ")).contains(field);
        }

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

    /** A membership, status, workplace or residence begins, with its decision. */
    public record PeriodAdded(UUID thing, PeriodKind kind, LocalDate since) implements Fact {
        /** Whether Party life goes on in another cell from that day. */
        public boolean ofWorkplace() {
            return kind == PeriodKind.WORKPLACE;
        }

        /** Whether the member is official, exempt, away, … from that day. */
        public boolean ofStatus() {
            return kind == PeriodKind.STATUS;
        }

        /** Whether the member lives elsewhere from that day. */
        public boolean ofResidence() {
            return kind == PeriodKind.RESIDENCE;
        }

        @Override
        public String key() {
            return "member.period-added";
        }

        @Override
        public Collection<UUID> members() {
            return List.of(thing);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("kind", Labels.of(kind), "since", Show.date(since));
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /** A period entered by mistake was taken back. */
    public record PeriodWithdrawn(UUID thing) implements Fact {
        @Override
        public String key() {
            return "member.period-withdrawn";
        }

        @Override
        public Collection<UUID> members() {
            return List.of(thing);
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /** The workplace granted an exemption at the residence. */
    public record ExemptionGranted(UUID thing, ExemptionKind kind, LocalDate since, LocalDate until)
            implements Fact {
        @Override
        public String key() {
            return "member.exemption-granted";
        }

        @Override
        public Collection<UUID> members() {
            return List.of(thing);
        }

        @Override
        public Map<String, String> details() {
            return Map.of(
                    "kind",
                    Labels.of("exemptionKind.short." + kind).toLowerCase(Locale.ROOT),
                    "since",
                    Show.date(since),
                    "until",
                    Show.date(until));
        }
    }

    /** An exemption ends before its last day; {@code on} is the first day without it. */
    public record ExemptionEnded(UUID thing, LocalDate on) implements Fact {
        @Override
        public String key() {
            return "member.exemption-ended";
        }

        @Override
        public Collection<UUID> members() {
            return List.of(thing);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("on", Show.date(on));
        }
    }

    /** An exemption entered by mistake was taken back. */
    public record ExemptionWithdrawn(UUID thing) implements Fact {
        @Override
        public String key() {
            return "member.exemption-withdrawn";
        }

        @Override
        public Collection<UUID> members() {
            return List.of(thing);
        }
    }

    /** Exemptions that end soon; told once for each. */
    public record ExemptionsEnding(UUID thing, List<UUID> members) implements Fact {
        @Override
        public String key() {
            return "member.exemptions-ending";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Integer.toString(members.size()));
        }
    }

    /** The residence noted who is of one family. */
    public record HouseholdNoted(UUID thing, Collection<UUID> members) implements Fact {
        @Override
        public String key() {
            return "member.household-noted";
        }

        @Override
        public Side side() {
            return Side.RESIDENCE;
        }
    }

    /** A member asked for the record to be put right. */
    public record CorrectionProposed(UUID thing, UUID member, int count) implements Fact {
        @Override
        public String key() {
            return "member.correction-proposed";
        }

        @Override
        public Collection<UUID> members() {
            return List.of(member);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("fields", String.valueOf(count));
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /** The office decided what a member had asked for. */
    public record CorrectionDecided(UUID thing, UUID member, int approved, int asked)
            implements Fact {
        @Override
        public String key() {
            return "member.correction-decided";
        }

        @Override
        public Collection<UUID> members() {
            return List.of(member);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("approved", String.valueOf(approved), "asked", String.valueOf(asked));
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /** A kept filter was taken away. */
    public record SearchRemoved(UUID thing) implements Fact {
        @Override
        public String key() {
            return "member.search-removed";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }
    }

    /** A filter of the list was kept under a name. */
    public record SearchSaved(UUID thing) implements Fact {
        @Override
        public String key() {
            return "member.search-saved";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
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
    }

    /** Two records of one person were put together: the first goes on, the second is set aside. */
    public record RecordsMerged(UUID thing, UUID kept, UUID gone) implements Fact {
        @Override
        public String key() {
            return "member.records-merged";
        }

        @Override
        public Collection<UUID> members() {
            return List.of(kept, gone);
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /** Two records put together by mistake are two again. */
    public record MergeUndone(UUID thing, UUID kept, UUID gone) implements Fact {
        @Override
        public String key() {
            return "member.merge-undone";
        }

        @Override
        public Collection<UUID> members() {
            return List.of(kept, gone);
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }

    /** Two records that look alike are of two people. */
    public record ToldApart(UUID thing, UUID other) implements Fact {
        @Override
        public String key() {
            return "member.told-apart";
        }

        @Override
        public Collection<UUID> members() {
            return List.of(thing, other);
        }

        @Override
        public Side side() {
            return Side.WORKPLACE;
        }
    }
}
