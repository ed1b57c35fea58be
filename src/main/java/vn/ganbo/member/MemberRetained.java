package vn.ganbo.member;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Retained;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.regulation.Retention;

/** What member keeps for a time only. */
@Component
class MemberRetained implements Retained {
    static final Sql DUE =
            Sql.of(
                    """
                    select k.kind, count(r.id) as due
                      from unnest(:kinds::text[], :days::date[]) as k (kind, before_day)
                      left join member.closed_record r
                        on r.kind = k.kind
                       and r.closed_on < k.before_day
                       and r.unit_no between :low and :high
                       and r.unit_no <@ :scope::int4multirange
                     where k.kind in ('import-copies', 'imports', 'corrections', 'members-left')
                     group by k.kind
                    """);

    static final Sql DISPOSE = Sql.of("select member.dispose(:disposal::uuid)");

    private final Db db;

    MemberRetained(Db db) {
        this.db = db;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(
                Retention.IMPORT_COPIES,
                Retention.IMPORTS,
                Retention.CORRECTIONS,
                Retention.MEMBERS_LEFT);
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
