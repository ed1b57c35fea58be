package vn.ganbo.forum;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Retained;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** Topics on which nobody has said a word for long are kept for a time only. */
@Component
class TopicsRetained implements Retained {
    static final String KIND = "topics";

    static final Sql DUE =
            Sql.of(
                    """
                    select k.kind, forum.due(k.before_day) as due
                      from unnest(:kinds::text[], :days::date[]) as k (kind, before_day)
                     where k.kind = 'topics'
                    """);

    static final Sql DISPOSE = Sql.of("select forum.dispose(:disposal::uuid)");

    private final Db db;

    TopicsRetained(Db db) {
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
