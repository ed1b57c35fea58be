package vn.ganbo.kernel;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of a member's page, contributed by a capability above {@code member} as a bean. The
 * statements of all parts run as one.
 *
 * @param <T> one row of the statement, a record whose components have the names of the columns
 */
public interface MemberBlock<T> {
    /**
     * One part with its lines.
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

    /**
     * What this capability knows of {@code :members} (an array of ids) within the scope, as far as
     * the viewer may see it, in order; {@code member_id} is among the columns. Besides :members it
     * may use :low, :high, :scope, :self and :today.
     */
    Sql statement();

    /** The record that a row becomes. */
    Class<T> row();

    /** What is said of one member; empty where this capability has nothing to say. */
    Optional<Block> of(Viewer viewer, List<T> rows);
}
