package vn.ganbo.member;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** Keeps filters under their names. */
@Component
class SavedSearchStore {
    static final Sql OF =
            Sql.of(
                    """
                    select s.id, s.name, s.query
                      from member.saved_search s
                     where s.unit_no = :unit
                       and s.unit_no <@ :scope::int4multirange
                     order by s.name, s.id
                    """);

    static final Sql ADD =
            Sql.of(
                    """
                    insert into member.saved_search (unit_no, id, name, query)
                    values (:unit, :id::uuid, :name, :query)
                    """);

    static final Sql REMOVE =
            Sql.of(
                    """
                    delete from member.saved_search s
                     where s.unit_no = :unit
                       and s.unit_no <@ :scope::int4multirange
                       and (s.id = :id::uuid or s.name = :name::text)
                    """);

    private final Db db;

    SavedSearchStore(Db db) {
        this.db = db;
    }

    /** A filter as the address bar has it. */
    record Saved(UUID id, String name, String query) {}

    List<Saved> of(Scope scope, int unitNo) {
        return db.list(scope, OF, Saved.class, "unit", unitNo);
    }

    void add(Scope scope, int unitNo, Saved saved) {
        db.update(
                scope,
                ADD,
                "unit",
                unitNo,
                "id",
                saved.id(),
                "name",
                saved.name(),
                "query",
                saved.query());
    }

    boolean remove(Scope scope, int unitNo, UUID id) {
        return db.update(scope, REMOVE, "unit", unitNo, "id", id, "name", null) > 0;
    }

    void remove(Scope scope, int unitNo, String name) {
        db.update(scope, REMOVE, "unit", unitNo, "id", null, "name", name);
    }
}
