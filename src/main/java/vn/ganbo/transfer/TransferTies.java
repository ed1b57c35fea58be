package vn.ganbo.transfer;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Ties;

/** A transfer under way holds a record. */
@Component
class TransferTies implements Ties {
    static final Sql RUNNING =
            Sql.of(
                    """
                    select t.member_id, t.full_name, t.state
                      from transfer.transfer t
                     where t.member_id = any (:members::uuid[])
                       and t.state in ('PROPOSED', 'OPENED', 'ISSUED', 'RECEIVED', 'STAYING')
                       and t.work_no between :low and :high
                       and t.work_no <@ :scope::int4multirange
                    """);

    private final Db db;

    TransferTies(Db db) {
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
                                        "%s: hồ sơ chuyển sinh hoạt đảng, %s."
                                                .formatted(
                                                        row.getString("full_name"),
                                                        Labels.of(
                                                                        TransferState.valueOf(
                                                                                row.getString(
                                                                                        "state")))
                                                                .toLowerCase(Locale.ROOT))),
                        "members",
                        members.toArray(UUID[]::new))
                .forEach(one -> held.put(one.getKey(), one.getValue()));
        return held;
    }
}
