package vn.ganbo.forum;

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

/** Topics on which nobody has said a word for long are kept for a time only. */
@Component
class TopicsRetained implements Retained {
    static final String KIND = "topics";

    static final Sql DUE = Sql.of("select forum.due(:before::date)");

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
    public Map<String, Long> due(Scope scope, Map<String, LocalDate> before) {
        Map<String, Long> due = new HashMap<>();
        before.forEach((kind, day) -> due.put(kind, db.number(scope, DUE, "before", day)));
        return due;
    }

    @Override
    public int dispose(Scope scope, UUID disposal) {
        return (int) db.number(scope, DISPOSE, "disposal", disposal);
    }
}
