package vn.ganbo.away;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Retained;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.regulation.Retention;

/** Signs of life, applications and marks of dues are kept for a time only; papers stay. */
@Component
class AwayRetained implements Retained {
    static final Sql DUE =
            Sql.of(
                    """
                    select d.kind, d.due
                      from away.due(:kinds::text[], :days::date[]) d
                    """);

    static final Sql DISPOSE = Sql.of("select away.dispose(:disposal::uuid)");

    private final Db db;

    AwayRetained(Db db) {
        this.db = db;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Retention.AWAY_APPLICATIONS, Retention.AWAY_CONTACTS, Retention.DUES);
    }

    @Override
    public Map<String, Long> due(Scope scope, Map<String, LocalDate> before) {
        Map<String, Long> due = new HashMap<>();
        db.list(
                        scope,
                        DUE,
                        row -> Map.entry(row.getString("kind"), row.getLong("due")),
                        "kinds",
                        before.keySet().toArray(String[]::new),
                        "days",
                        before.values().stream().map(LocalDate::toString).toArray(String[]::new))
                .forEach(entry -> due.put(entry.getKey(), entry.getValue()));
        return due;
    }

    @Override
    public int dispose(Scope scope, UUID disposal) {
        return (int) db.number(scope, DISPOSE, "disposal", disposal);
    }
}
