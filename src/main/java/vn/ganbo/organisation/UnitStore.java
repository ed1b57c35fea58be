package vn.ganbo.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** Keeps single units; the import writes many at once by its own statements. */
@Component
class UnitStore {
    /**
     * The least number that is free behind the parent's subtree, so that scopes stay few ranges;
     * the root begins at 1. The table is locked by the key: of two takers one fails and tries
     * again.
     */
    static final Sql FREE_NO =
            Sql.of(
                    """
                    select coalesce(
                        (select min(u.no) + 1
                           from organisation.unit u
                          where u.no >= coalesce(
                                    (select max(p.unit_no)
                                       from organisation.unit_period p
                                      where p.parent_no = :parent::int),
                                    :parent::int, 0)
                            and not exists (select from organisation.unit n where n.no = u.no + 1)),
                        1)
                    """);

    static final Sql ADD = Sql.of("insert into organisation.unit (no, id) values (:no, :id::uuid)");

    static final Sql ADD_PERIOD =
            Sql.of(
                    """
                    insert into organisation.unit_period
                           (unit_no, code, name, kind, side, parent_no, commune_code, valid)
                    values (:no, :code, :name, :kind, :side, :parent::int, :commune, daterange(:since::date, null))
                    """);

    static final Sql OUTSIDE =
            Sql.of(
                    """
                    select organisation.outside(:id::uuid, :fresh::uuid, :code::text, :name::text, :kind::text,
                                                :since::date)
                    """);

    private final Db db;

    UnitStore(Db db) {
        this.db = db;
    }

    UUID add(Scope scope, Units.NewUnit unit, LocalDate since) {
        UUID id = Ids.next();
        int no = (int) db.number(scope, FREE_NO, "parent", unit.parentNo());
        db.update(scope, ADD, "no", no, "id", id);
        db.update(
                scope,
                ADD_PERIOD,
                "no",
                no,
                "code",
                unit.code(),
                "name",
                unit.name(),
                "kind",
                unit.kind().name(),
                "side",
                unit.side().name(),
                "parent",
                unit.parentNo(),
                "commune",
                unit.communeCode(),
                "since",
                since);
        return id;
    }

    /** The number of an organisation outside the program; it is made where it is not known. */
    int outside(
            Scope scope,
            @Nullable UUID id,
            UUID fresh,
            @Nullable String code,
            String name,
            UnitKind kind,
            LocalDate since) {
        return Math.toIntExact(
                db.number(
                        scope,
                        OUTSIDE,
                        "id",
                        id,
                        "fresh",
                        fresh,
                        "code",
                        code,
                        "name",
                        name,
                        "kind",
                        kind.name(),
                        "since",
                        since));
    }
}
