package vn.ganbo.kernel;

import org.jspecify.annotations.Nullable;

/**
 * What is under way about a member in a capability above {@code member}, so that the record may not
 * be set aside. A bean; the statements of all run as one.
 */
public interface Ties {
    /**
     * Of {@code :members} (an array of ids) within the scope those with whom anything is under way:
     * the columns member_id, full_name and what (a text or null), in this order.
     */
    Sql statement();

    /** Says what is under way, and where it is ended. */
    String sentence(String fullName, @Nullable String what);

    /** Whether it has to be ended before the member may be introduced to another organisation. */
    default boolean holdsHere() {
        return false;
    }

    /** Whether it is a letter to the residence, which an exemption from introduction waits for. */
    default boolean introduces() {
        return false;
    }
}
