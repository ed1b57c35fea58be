package vn.ganbo.document;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Fact;

/** What happens to papers by themselves; keeping and sharing belong to the acts that do them. */
public final class DocumentFacts {
    private DocumentFacts() {}

    /** Somebody opened a paper about a person. */
    public record PaperRead(
            UUID thing, @Nullable UUID member, PaperKind kind, @Nullable String number)
            implements Fact {
        static PaperRead of(Paper paper) {
            return new PaperRead(paper.id(), paper.memberId(), paper.kind(), paper.number());
        }

        @Override
        public String key() {
            return "document.paper-read";
        }

        @Override
        public Collection<UUID> members() {
            return member == null ? List.of() : List.of(member);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("paper", number == null ? kind.label() : kind.label() + " số " + number);
        }
    }
}
