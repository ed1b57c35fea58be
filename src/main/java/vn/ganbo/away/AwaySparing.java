package vn.ganbo.away;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sparing;
import vn.ganbo.kernel.Sql;

/** Who does less by a decision: the cell of Party life knows it, the residence does not. */
@Component
class AwaySparing implements Sparing {
    static final Sql SPARED =
            Sql.of(
                    """
                    select a.member_id
                      from away.application a
                     where a.member_id = any (:members::uuid[])
                       and a.work_no between :low and :high
                       and a.work_no <@ :scope::int4multirange
                       and a.granted
                       and a.valid @> :today::date
                    """);

    private final Db db;

    AwaySparing(Db db) {
        this.db = db;
    }

    @Override
    public Set<UUID> spared(Scope scope, Collection<UUID> members) {
        return new HashSet<>(
                db.list(
                        scope,
                        SPARED,
                        row -> row.getObject("member_id", UUID.class),
                        "members",
                        members.toArray(UUID[]::new)));
    }
}
