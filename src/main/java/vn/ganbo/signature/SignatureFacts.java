package vn.ganbo.signature;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.ganbo.kernel.Fact;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;

/** What happens to what an office trusts, and to signed papers that come back. */
public final class SignatureFacts {
    private SignatureFacts() {}

    /** An issuer's certificate is trusted, or not any more. */
    public record AnchorStep(UUID thing, String step, String issuer) implements Fact {
        @Override
        public String key() {
            return "signature.anchor-" + step;
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Map<String, String> details() {
            return Map.of("issuer", issuer);
        }
    }

    /** A revocation list was loaded. */
    public record ListLoaded(UUID thing, String issuer, int revoked) implements Fact {
        @Override
        public String key() {
            return "signature.list-loaded";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Map<String, String> details() {
            return Map.of("issuer", issuer, "revoked", Show.number(revoked));
        }
    }

    /** A copy of a paper came in or was opened; as far as the paper itself is told. */
    public record CopyStep(
            UUID thing,
            Collection<UUID> members,
            String step,
            Map<String, String> details,
            Side side,
            boolean toldToMember)
            implements Fact {
        static CopyStep signed(Viewer viewer, CopyStore.Head paper, String step, int signatures) {
            Map<String, String> details =
                    Map.of("paper", paper.title(), "signatures", Show.number(signatures));
            return of(paper, step, details, sideOf(viewer, paper));
        }

        static CopyStep scanned(Viewer viewer, CopyStore.Head paper) {
            return of(paper, "scanned", Map.of("paper", paper.title()), sideOf(viewer, paper));
        }

        static CopyStep read(Viewer viewer, CopyStore.Head paper) {
            return of(paper, "read", Map.of("paper", paper.title()), sideOf(viewer, paper));
        }

        private static CopyStep of(
                CopyStore.Head paper, String step, Map<String, String> details, Side side) {
            return new CopyStep(paper.id(), about(paper), step, details, side, paper.forMember());
        }

        @Override
        public String key() {
            return "signature.copy-" + step;
        }
    }

    /** A file was sent as the signed paper and is not; nothing of it was kept. */
    public record CopyRefused(
            UUID thing, Collection<UUID> members, Map<String, String> details, Side side)
            implements Fact {
        static CopyRefused of(Viewer viewer, CopyStore.Head paper, Objection objection) {
            return new CopyRefused(
                    paper.id(),
                    about(paper),
                    Map.of("paper", paper.title(), "reason", objection.brief()),
                    own(viewer));
        }

        @Override
        public String key() {
            return "signature.copy-refused";
        }

        /** What an office sends by mistake is not the person's affair. */
        @Override
        public boolean toldToMember() {
            return false;
        }
    }

    private static List<UUID> about(CopyStore.Head paper) {
        return paper.memberId() == null ? List.of() : List.of(paper.memberId());
    }

    /** The other side learns of it when it may read the paper (DECISIONS 4). */
    private static Fact.Side sideOf(Viewer viewer, CopyStore.Head paper) {
        Integer other = own(viewer) == Fact.Side.WORKPLACE ? paper.resNo() : paper.workNo();
        boolean own = viewer.scope().sees(paper.unitNo());
        return own && other == null ? own(viewer) : Fact.Side.BOTH;
    }

    /** The side of the office that acts; others look at both sides. */
    private static Fact.Side own(Viewer viewer) {
        if (viewer.is(Role.WORKPLACE_OFFICE, Role.WORKPLACE_CELL_SECRETARY)) {
            return Fact.Side.WORKPLACE;
        }
        return viewer.is(
                        Role.RESIDENCE_OFFICE,
                        Role.RESIDENCE_CELL_SECRETARY,
                        Role.COMMITTEE_MEMBER_IN_CHARGE,
                        Role.GROUP_LEADER)
                ? Fact.Side.RESIDENCE
                : Fact.Side.BOTH;
    }
}
