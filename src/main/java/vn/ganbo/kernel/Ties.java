package vn.ganbo.kernel;

import java.util.Optional;
import java.util.UUID;

/**
 * What is under way about a member in a capability above {@code member}, so that the record may not
 * be set aside. A bean.
 */
public interface Ties {
    /** A sentence that says what is under way and where it is ended, or empty. One statement. */
    Optional<String> of(Scope scope, UUID member);
}
