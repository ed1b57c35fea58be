package vn.ganbo.assessment;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Retained;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.regulation.Retention;

/** Members' own reports of a year that has passed long ago; the slips themselves stay. */
@Component
class ReportsRetained implements Retained {
    static final String KIND = Retention.SELF_REPORTS;

    static final Sql DUE =
            Sql.of(
                    """
                    select k.kind, assessment.reports_due(k.before_day) as due
                      from unnest(:kinds::text[], :days::date[]) as k (kind, before_day)
                     where k.kind = 'self-reports'
                    """);

    static final Sql DISPOSE = Sql.of("select assessment.dispose(:disposal::uuid)");

    private final Db db;

    ReportsRetained(Db db) {
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
