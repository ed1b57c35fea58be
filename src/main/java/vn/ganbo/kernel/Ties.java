package vn.ganbo.kernel;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * What is under way about a member in a capability above {@code member}, so that the record may not
 * be set aside. A bean.
 */
public interface Ties {
    /**
     * Of each of these members with whom anything is under way a sentence that says what, and where
     * it is ended. One statement.
     */
    Map<UUID, String> of(Scope scope, Collection<UUID> members);

    /** Whether it is a letter to the residence, which an exemption from introduction waits for. */
    default boolean introduces() {
        return false;
    }
}
