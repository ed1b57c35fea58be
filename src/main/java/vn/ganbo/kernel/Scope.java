package vn.ganbo.kernel;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one office may see: ranges of unit numbers, and for the role of member the person's own
 * rows. The transaction manager hands it to PostgreSQL, whose row security is the second lock.
 *
 * @param ranges unit numbers, both ends inclusive, 1 to {@value #LAST}; empty for a member
 * @param self the person whose own rows may be seen, or null
 * @param reason why a background job looks at everything, or null for a person's office
 */
public record Scope(List<Range> ranges, @Nullable UUID self, @Nullable String reason) {
    /**
     * The greatest unit number; one less than the greatest int, which overflows as a range's end.
     */
    public static final int LAST = Integer.MAX_VALUE - 1;

    private static final ScopedValue<Scope> CURRENT = ScopedValue.newInstance();

    /** Unit numbers from {@code low} to {@code high}, both inclusive. */
    public record Range(int low, int high) {}

    public Scope {
        ranges = List.copyOf(ranges);
    }

    public static Scope of(List<Range> ranges) {
        return new Scope(ranges, null, null);
    }

    /** The scope of the role member: this person's own rows and nothing else. */
    public static Scope self(UUID person) {
        return new Scope(List.of(), person, null);
    }

    /** Everything, for a background job; the reason is recorded in the log of facts. */
    public static Scope system(String reason) {
        return new Scope(List.of(new Range(1, LAST)), null, reason);
    }

    /** The scope bound to this thread, or null where nothing has been bound. */
    public static @Nullable Scope current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    /** Runs work under this scope; every transaction begun inside sees only what it allows. */
    public <T extends @Nullable Object> T call(Callable<T> work) {
        try {
            return ScopedValue.where(CURRENT, this).call(work::call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    /** The least unit number seen; with {@link #high()} the first wall that an index can use. */
    public int low() {
        return ranges.stream().mapToInt(Range::low).min().orElse(0);
    }

    /** The greatest unit number seen. */
    public int high() {
        return ranges.stream().mapToInt(Range::high).max().orElse(-1);
    }

    public boolean sees(int unitNo) {
        return ranges.stream().anyMatch(r -> r.low() <= unitNo && unitNo <= r.high());
    }

    /** As PostgreSQL writes an int4multirange. */
    public String multirange() {
        return ranges.stream()
                .map(r -> "[" + r.low() + "," + r.high() + "]")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
