package vn.ganbo.kernel;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Kinds of records that are kept for a time only, contributed by the capability that owns them as a
 * bean. How long is said by the rulebook, whether by two people.
 */
public interface Retained {
    /** The rulebook's keys of these kinds. */
    Set<String> kinds();

    /**
     * How many records of each kind within the scope were closed before its day, in one statement.
     *
     * @param before kind to the first day that is not due yet
     */
    Map<String, Long> due(Scope scope, Map<String, LocalDate> before);

    /**
     * Deletes or makes anonymous what a disposal names, and returns how many records. The database
     * refuses where two people have not approved.
     */
    int dispose(Scope scope, UUID disposal);
}
