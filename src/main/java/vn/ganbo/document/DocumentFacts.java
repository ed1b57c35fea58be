package vn.ganbo.document;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Fact;
import vn.ganbo.kernel.Show;

/** What happens to papers by themselves; keeping and sharing belong to the acts that do them. */
public final class DocumentFacts {
    private DocumentFacts() {}

    /** Somebody drew many papers again for the printer. */
    public record PapersPrinted(UUID thing, List<UUID> members, int count) implements Fact {
        static PapersPrinted of(List<PaperStore.Data> papers) {
            return new PapersPrinted(
                    papers.getFirst().id(),
                    papers.stream()
                            .flatMap(paper -> Stream.ofNullable(paper.memberId()))
                            .distinct()
                            .toList(),
                    papers.size());
        }

        @Override
        public String key() {
            return "document.papers-printed";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("count", Show.number(count));
        }
    }

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

    /** Somebody started a batch for the printer; the people are those of the papers' own fact. */
    public record PrintStarted(UUID thing, String title, int count) implements Fact {
        @Override
        public String key() {
            return "document.print-started";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Map<String, String> details() {
            return Map.of("title", title, "count", Show.number(count));
        }
    }

    /** Somebody said why a number has no paper. */
    public record NumberExplained(UUID thing, String number, String note) implements Fact {
        @Override
        public String key() {
            return "document.number-explained";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Map<String, String> details() {
            return Map.of("number", number, "note", note);
        }
    }

    /** A series goes on from a book on paper. */
    public record SeriesContinued(UUID thing, PaperKind kind, String next) implements Fact {
        @Override
        public String key() {
            return "document.series-continued";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Map<String, String> details() {
            return Map.of("kind", kind.label(), "next", next);
        }
    }

    /** An office has set how its papers look. */
    public record StyleSet(UUID thing) implements Fact {
        @Override
        public String key() {
            return "document.style-set";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }
    }
}
