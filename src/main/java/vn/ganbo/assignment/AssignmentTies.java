package vn.ganbo.assignment;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Ties;

/** A task under way holds a record. */
@Component
class AssignmentTies implements Ties {
    static final Sql OPEN =
            Sql.of(
                    """
                    select a.member_id, a.full_name, count(*) as tasks
                      from assignment.assignment a
                     where a.member_id = any (:members::uuid[])
                       and a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                       and a.state not in ('WITHDRAWN', 'ENDED')
                     group by a.member_id, a.full_name
                    """);

    private final Db db;

    AssignmentTies(Db db) {
        this.db = db;
    }

    @Override
    public Map<UUID, String> of(Scope scope, Collection<UUID> members) {
        Map<UUID, String> held = new HashMap<>();
        db.list(
                        scope,
                        OPEN,
                        row ->
                                Map.entry(
                                        row.getObject("member_id", UUID.class),
                                        "%s: đang có %d nhiệm vụ được phân công; thôi phân công trước."
                                                .formatted(
                                                        row.getString("full_name"),
                                                        row.getLong("tasks"))),
                        "members",
                        members.toArray(UUID[]::new))
                .forEach(one -> held.put(one.getKey(), one.getValue()));
        return held;
    }
}
