package vn.ganbo.kernel;

import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, in which one office. Built by {@code access}; scope is that office's, never a union.
 *
 * @param account the signed-in account, or null for a background job
 * @param person the person behind the account, or null where the account is no person of the
 *     register
 * @param name as shown in the page's header
 * @param office the office held, or null for a background job
 * @param role what the office may do, or null for a background job
 * @param unit the organisation where the office is held, or null for a background job
 * @param scope what may be seen
 */
public record Viewer(
        @Nullable UUID account,
        @Nullable UUID person,
        String name,
        @Nullable UUID office,
        @Nullable Role role,
        @Nullable Unit unit,
        Scope scope) {

    /** The organisation of an office. */
    public record Unit(UUID id, int no, String name) {}

    /** A background job that sees everything and says why. */
    public static Viewer system(String reason) {
        return new Viewer(null, null, "tự động", null, null, null, Scope.system(reason));
    }

    public boolean is(Role... roles) {
        for (Role r : roles) {
            if (r == role) {
                return true;
            }
        }
        return false;
    }

    /** The number of the office's organisation; 0 for a background job. */
    public int unitNo() {
        return unit == null ? 0 : unit.no();
    }

    /** Runs work as this viewer: transactions begun inside see only the viewer's scope. */
    public <T extends @Nullable Object> T call(Callable<T> work) {
        return scope.call(work);
    }
}
