package vn.ganbo.organisation;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.ganbo.kernel.Scope;

/**
 * What lies below a unit on a day, remembered until the tree changes: every request asks it, and
 * for a province it takes longer than the page (docs/decisions/0042). The number of the last change
 * is read each time and before the tree, so what is remembered is never older than its number; no
 * two changes have the same, not even where one is rolled back.
 */
@Component
class ScopesBelow {
    private static final int MOST = 20_000;

    private final UnitQueries queries;
    private final Map<Key, Known> known = new ConcurrentHashMap<>();

    ScopesBelow(UnitQueries queries) {
        this.queries = queries;
    }

    private record Key(int no, LocalDate on) {}

    private record Known(long change, Scope scope) {}

    /** The unit's subtree on that day and their predecessors. */
    Scope of(Scope asker, int no, LocalDate on) {
        return of(asker, no, on, queries.change(asker));
    }

    /** The same for who has read the number of the tree's last change already. */
    Scope of(Scope asker, int no, LocalDate on, long change) {
        Key key = new Key(no, on);
        Known found = known.get(key);
        if (found != null && found.change() == change) {
            return found.scope();
        }
        Scope scope = Scope.of(queries.ranges(asker, no, on));
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(key, new Known(change, scope));
        return scope;
    }
}
