package vn.ganbo.kernel;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A part of a member's page, contributed by a capability above {@code member} as a bean. */
public interface MemberBlock {
    /**
     * One part with its lines; empty where this capability has nothing to say to this viewer.
     *
     * @param order from 0 downwards
     */
    record Block(int order, String title, List<Line> lines) {
        /** The same under another title. */
        public Block titled(String other) {
            return new Block(order, other, lines);
        }
    }

    /** One line: what, how it stands, and where to open it. */
    record Line(String label, String text, @Nullable Tone tone, @Nullable String link) {}

    /** What this capability knows of the member within the viewer's scope, in one statement. */
    Optional<Block> of(Viewer viewer, UUID member);
}
