package vn.ganbo.screening;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Retained;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.regulation.Retention;

/** What a cell noted of its members is kept for a time only; decided cases stay. */
@Component
class NotesRetained implements Retained {
    static final String KIND = Retention.LAPSES;

    static final Sql DUE =
            Sql.of(
                    """
                    select k.kind, screening.due(k.before_day) as due
                      from unnest(:kinds::text[], :days::date[]) as k (kind, before_day)
                     where k.kind = 'lapses'
                    """);

    static final Sql DISPOSE = Sql.of("select screening.dispose(:disposal::uuid)");

    private final Db db;

    NotesRetained(Db db) {
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
