package vn.ganbo.kernel;

/**
 * One SQL statement of the house, kept as a {@code static final} constant so that tests find,
 * PREPARE and check them all. Named parameters; {@code :low}, {@code :high}, {@code :scope} and
 * {@code :self} are filled in from the scope.
 *
 * @param byKey whether the server may keep its plan: it asks for rows by their keys, so the best
 *     plan is the same whoever asks (docs/decisions/0042)
 */
public record Sql(String text, boolean byKey) {
    /** Planned each time for what is asked. */
    public Sql(String text) {
        this(text, false);
    }

    /** A statement about many rows, planned each time: a ward of 1,655 and a cell of 20 differ. */
    public static Sql of(String text) {
        return new Sql(text);
    }

    /** A statement about rows named by their keys, planned once for each connection. */
    public static Sql byKey(String text) {
        return new Sql(text, true);
    }
}
