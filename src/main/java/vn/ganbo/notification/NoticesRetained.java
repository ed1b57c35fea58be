package vn.ganbo.notification;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Retained;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** Notices that were read are kept for a time only. */
@Component
class NoticesRetained implements Retained {
    static final String KIND = "notices";

    static final Sql DUE =
            Sql.of(
                    """
                    select k.kind, notification.due(k.before_day) as due
                      from unnest(:kinds::text[], :days::date[]) as k (kind, before_day)
                     where k.kind = 'notices'
                    """);

    static final Sql DISPOSE = Sql.of("select notification.dispose(:disposal::uuid)");

    private final Db db;

    NoticesRetained(Db db) {
        this.db = db;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
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
