package vn.ganbo.liaison;

import java.sql.ResultSet;
import java.sql.SQLException;
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

/** A letter under way, or a name on a register, holds a record. */
@Component
class LetterTies implements Ties {
    static final Sql OPEN =
            Sql.of(
                    """
                    select i.member_id, m.full_name, i.number, i.state
                      from liaison.introduction i
                      join member.published_member m on m.id = i.member_id
                     where i.member_id = any (:members::uuid[])
                       and i.state in ('DRAFT', 'ISSUED', 'SIGNED', 'SENT', 'ACKNOWLEDGED', 'PLACED')
                       and i.work_no between :low and :high
                       and i.work_no <@ :scope::int4multirange
                    """);

    private final Db db;

    LetterTies(Db db) {
        this.db = db;
    }

    @Override
    public Map<UUID, String> of(Scope scope, Collection<UUID> members) {
        Map<UUID, String> held = new HashMap<>();
        db.list(
                        scope,
                        OPEN,
                        row -> Map.entry(row.getObject("member_id", UUID.class), held(row)),
                        "members",
                        members.toArray(UUID[]::new))
                .forEach(one -> held.put(one.getKey(), one.getValue()));
        return held;
    }

    private static String held(ResultSet row) throws SQLException {
        String number = row.getString("number");
        return "%s: giấy giới thiệu %s, %s."
                .formatted(
                        row.getString("full_name"),
                        number == null ? "chưa có số" : number,
                        Labels.of(LetterState.valueOf(row.getString("state")))
                                .toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean introduces() {
        return true;
    }
}
