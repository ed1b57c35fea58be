package vn.ganbo.screening;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Ties;

/** A case under way holds a record. */
@Component
class ScreeningTies implements Ties {
    static final Sql RUNNING =
            Sql.of(
                    """
                    select c.member_id, c.full_name
                      from screening.case_file c
                     where c.member_id = any (:members::uuid[])
                       and c.state <> 'DECIDED'
                       and c.work_no between :low and :high
                       and c.work_no <@ :scope::int4multirange
                    """);

    private final Db db;

    ScreeningTies(Db db) {
        this.db = db;
    }

    @Override
    public Map<UUID, String> of(Scope scope, Collection<UUID> members) {
        Map<UUID, String> held = new HashMap<>();
        db.list(
                        scope,
                        RUNNING,
                        row ->
                                Map.entry(
                                        row.getObject("member_id", UUID.class),
                                        "%s: trường hợp xem xét tư cách đang mở."
                                                .formatted(row.getString("full_name"))),
                        "members",
                        members.toArray(UUID[]::new))
                .forEach(one -> held.put(one.getKey(), one.getValue()));
        return held;
    }
}
