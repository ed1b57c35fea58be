package vn.ganbo.meeting;

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

    static final Sql DUE =
            Sql.of(
                    """
                    select k.kind, meeting.documents_due(k.before_day) as due
                      from unnest(:kinds::text[], :days::date[]) as k (kind, before_day)
                     where k.kind = 'meeting-documents'
                    """);

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
    public Sql due() {
        return DUE;
    }

    @Override
    public int dispose(Scope scope, UUID disposal) {
        return (int) db.number(scope, DISPOSE, "disposal", disposal);
    }
}
