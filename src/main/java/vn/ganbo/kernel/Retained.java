package vn.ganbo.kernel;

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
     * How many records of each kind within the scope were closed before its day: a row with the
     * columns kind and due, in this order, for each of {@link #kinds()} that is in {@code :kinds}
     * (an array of text), the first day that is not due yet being at the same place of {@code
     * :days} (an array of dates). The statements of all run as one.
     */
    Sql due();

    /**
     * Deletes or makes anonymous what a disposal names, and returns how many records. The database
     * refuses where two people have not approved.
     */
    int dispose(Scope scope, UUID disposal);

    /**
     * Forgets what this capability knows of people whom a disposal of another one's kind has just
     * made anonymous; nothing where it keeps no name of its own.
     */
    default void follow(Scope scope, String kind, UUID disposal) {}
}
