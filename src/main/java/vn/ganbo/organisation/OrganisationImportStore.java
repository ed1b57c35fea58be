package vn.ganbo.organisation;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** Writes many units at once. */
@Component
class OrganisationImportStore {
    /** One import at a time: numbers are given from what is taken. */
    static final Sql ALONE = Sql.of("select 1 from (select pg_advisory_xact_lock(21301)) as alone");

    static final Sql TREE =
            Sql.of(
                    """
                    select u.no, p.code, p.name, p.kind, p.side, p.parent_no, p.commune_code,
                           upper(p.valid) as until
                      from organisation.unit u
                      join organisation.unit_period p on p.unit_no = u.no
                     where p.valid @> :today::date
                    """);

    static final Sql TAKEN = Sql.of("select u.no from organisation.unit u");

    static final Sql ADD =
            Sql.of(
                    """
                    insert into organisation.unit (no, id, import_id)
                    select n.no, n.id, :import_id::uuid
                      from unnest(:nos::int[], :ids::uuid[]) as n (no, id)
                    """);

    /** A period that began today gives way to its correction. */
    static final Sql DROP_TODAY =
            Sql.of(
                    """
                    delete from organisation.unit_period p
                     where p.unit_no = any (:nos::int[])
                       and lower(p.valid) = :today::date
                    """);

    static final Sql CLOSE =
            Sql.of(
                    """
                    update organisation.unit_period p
                       set valid = daterange(lower(p.valid), :today::date)
                     where p.unit_no = any (:nos::int[])
                       and p.valid @> :today::date
                    """);

    static final Sql TOUCH =
            Sql.of(
                    """
                    update organisation.unit u
                       set version = u.version + 1
                     where u.no = any (:nos::int[])
                    """);

    static final Sql ADD_PERIODS =
            Sql.of(
                    """
                    insert into organisation.unit_period
                           (unit_no, code, name, kind, side, parent_no, commune_code, valid)
                    select n.no, n.code, n.name, n.kind, n.side, n.parent_no, n.commune,
                           daterange(:since::date, n.until)
                      from unnest(:nos::int[], :codes::text[], :names::text[], :kinds::text[], :sides::text[],
                                  :parents::int[], :communes::text[], :untils::date[])
                           as n (no, code, name, kind, side, parent_no, commune, until)
                    """);

    static final Sql KNOWN_COMMUNES =
            Sql.of("select c.code from organisation.commune c where c.code = any (:codes::text[])");

    private final Db db;

    OrganisationImportStore(Db db) {
        this.db = db;
    }

    /** A unit as it is, or is to be, from today on. */
    record Form(
            int no,
            String code,
            String name,
            UnitKind kind,
            UnitSide side,
            @Nullable Integer parentNo,
            @Nullable String commune,
            @Nullable LocalDate until) {}

    /** Waits for other imports and holds them off until the transaction ends. */
    void alone(Scope scope) {
        db.number(scope, ALONE);
    }

    List<Form> tree(Scope scope) {
        return db.list(scope, TREE, OrganisationImportStore::form);
    }

    List<Integer> taken(Scope scope) {
        return db.list(scope, TAKEN, row -> row.getInt("no"));
    }

    List<String> knownCommunes(Scope scope, List<String> codes) {
        return db.list(
                scope,
                KNOWN_COMMUNES,
                row -> row.getString("code"),
                "codes",
                codes.toArray(String[]::new));
    }

    /** New units have no first day: the list says that they are there, not since when. */
    void add(Scope scope, UUID importId, List<Form> units) {
        if (units.isEmpty()) {
            return;
        }
        UUID[] ids = new UUID[units.size()];
        java.util.Arrays.setAll(ids, _ -> Ids.next());
        db.update(scope, ADD, "import_id", importId, "nos", nos(units), "ids", ids);
        periods(scope, units, null);
    }

    /** Changed units get a new form from today on; the old one stays as history. */
    void change(Scope scope, List<Form> units, LocalDate today) {
        if (units.isEmpty()) {
            return;
        }
        Integer[] nos = nos(units);
        db.update(scope, DROP_TODAY, "nos", nos);
        db.update(scope, CLOSE, "nos", nos);
        db.update(scope, TOUCH, "nos", nos);
        periods(scope, units, today);
    }

    private void periods(Scope scope, List<Form> units, @Nullable LocalDate since) {
        db.update(
                scope,
                ADD_PERIODS,
                "since",
                since,
                "nos",
                nos(units),
                "codes",
                texts(units, Form::code),
                "names",
                texts(units, Form::name),
                "kinds",
                texts(units, unit -> unit.kind().name()),
                "sides",
                texts(units, unit -> unit.side().name()),
                "parents",
                units.stream().map(Form::parentNo).toArray(Integer[]::new),
                "communes",
                texts(units, Form::commune),
                "untils",
                units.stream()
                        .map(Form::until)
                        .map(day -> day == null ? null : Date.valueOf(day))
                        .toArray(Date[]::new));
    }

    private static @Nullable String[] texts(
            List<Form> units, java.util.function.Function<Form, @Nullable String> part) {
        return units.stream().map(part).toArray(String[]::new);
    }

    private static Integer[] nos(List<Form> units) {
        return units.stream().map(Form::no).toArray(Integer[]::new);
    }

    private static Form form(ResultSet row) throws SQLException {
        int parent = row.getInt("parent_no");
        Date until = row.getDate("until");
        return new Form(
                row.getInt("no"),
                row.getString("code"),
                row.getString("name"),
                UnitKind.valueOf(row.getString("kind")),
                UnitSide.valueOf(row.getString("side")),
                parent == 0 ? null : parent,
                row.getString("commune_code"),
                until == null ? null : until.toLocalDate());
    }
}
