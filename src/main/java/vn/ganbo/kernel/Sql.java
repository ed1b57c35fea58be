package vn.ganbo.kernel;

/**
 * One SQL statement of the house, kept as a {@code static final} constant so that tests find,
 * PREPARE and check them all. Named parameters; {@code :low}, {@code :high}, {@code :scope} and
 * {@code :self} are filled in from the scope.
 */
public record Sql(String text) {
    public static Sql of(String text) {
        return new Sql(text);
    }
}
