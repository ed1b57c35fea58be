package vn.ganbo.meeting;

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

/** Documents that were sent ahead of meetings are kept for a time only. */
@Component
class DocumentsRetained implements Retained {
    static final String KIND = "meeting-documents";

    static final Sql DUE = Sql.of("select meeting.documents_due(:before::date)");

    static final Sql DISPOSE = Sql.of("select meeting.dispose_documents(:disposal::uuid)");

    private final Db db;

    DocumentsRetained(Db db) {
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
