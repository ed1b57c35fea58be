package vn.ganbo.away;

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
                    select k.kind, away.due(k.kind, k.before_day) as due
                      from unnest(:kinds::text[], :days::date[]) as k (kind, before_day)
                     where k.kind in ('away-applications', 'away-contacts', 'dues')
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
    public Sql due() {
        return DUE;
    }

    @Override
    public int dispose(Scope scope, UUID disposal) {
        return (int) db.number(scope, DISPOSE, "disposal", disposal);
    }
}
