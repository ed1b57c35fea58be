package vn.ganbo.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** Reads the tree as of a day. */
@Component
class UnitQueries {
    static final Sql BY_NO =
            Sql.byKey(
                    """
                    select u.id, u.no, p.code, p.name, p.kind, p.side, p.parent_no, p.commune_code
                      from organisation.unit u
                      join organisation.unit_period p on p.unit_no = u.no
                     where u.no = any (:nos::int[])
                       and p.valid @> :on::date
                    """);

    static final Sql BY_ID =
            Sql.byKey(
                    """
                    select u.id, u.no, p.code, p.name, p.kind, p.side, p.parent_no, p.commune_code
                      from organisation.unit u
                      join organisation.unit_period p on p.unit_no = u.no
                     where u.id = :id::uuid
                       and p.valid @> :on::date
                    """);

    static final Sql BY_CODE =
            Sql.of(
                    """
                    select u.id, u.no, p.code, p.name, p.kind, p.side, p.parent_no, p.commune_code
                      from organisation.unit u
                      join organisation.unit_period p on p.unit_no = u.no
                     where p.code = :code
                       and p.valid @> :on::date
                    """);

    static final Sql CHILDREN =
            Sql.of(
                    """
                    select u.id, u.no, p.code, p.name, p.kind, p.side, p.parent_no, p.commune_code
                      from organisation.unit u
                      join organisation.unit_period p on p.unit_no = u.no
                     where p.parent_no = :no
                       and p.valid @> :on::date
                     order by p.code collate "C", u.no
                    """);

    static final Sql SUBTREE =
            Sql.of(
                    """
                    with recursive below (no, code, name, kind, side, parent_no, commune_code, path) as (
                        select p.unit_no, p.code, p.name, p.kind, p.side, p.parent_no, p.commune_code,
                               array[''::text]
                          from organisation.unit_period p
                         where p.unit_no = :no
                           and p.valid @> :on::date
                        union all
                        select p.unit_no, p.code, p.name, p.kind, p.side, p.parent_no, p.commune_code,
                               b.path || p.code
                          from below b
                          join organisation.unit_period p on p.parent_no = b.no
                         where p.valid @> :on::date
                           and cardinality(b.path) < 12
                    )
                    select u.id, b.no, b.code, b.name, b.kind, b.side, b.parent_no, b.commune_code
                      from below b
                      join organisation.unit u on u.no = b.no
                     order by b.path collate "C"
                    """);

    static final Sql ABOVE =
            Sql.byKey(
                    """
                    with recursive above (no, parent_no, depth) as (
                        select p.unit_no, p.parent_no, 0
                          from organisation.unit_period p
                         where p.unit_no = :no
                           and p.valid @> :on::date
                        union all
                        select p.unit_no, p.parent_no, a.depth + 1
                          from above a
                          join organisation.unit_period p on p.unit_no = a.parent_no
                         where p.valid @> :on::date
                           and a.depth < 12
                    )
                    select u.id, u.no, p.code, p.name, p.kind, p.side, p.parent_no, p.commune_code
                      from above a
                      join organisation.unit u on u.no = a.no
                      join organisation.unit_period p on p.unit_no = u.no
                     where p.valid @> :on::date
                     order by a.depth
                    """);

    /** A unit that stands, or the nearest that it was merged into. */
    static final Sql HEIR =
            Sql.of(
                    """
                    with recursive heir (no, depth) as (
                        select :no::int, 0
                        union all
                        select q.unit_no, h.depth + 1
                          from heir h
                          join organisation.unit_predecessor q on q.predecessor_no = h.no
                         where h.depth < 12
                    )
                    select h.no
                      from heir h
                      join organisation.unit_period p on p.unit_no = h.no
                     where p.valid @> :on::date
                     order by h.depth, h.no
                     limit 1
                    """);

    static final Sql WARDS =
            Sql.of(
                    """
                    select u.id, u.no, p.code, p.name, p.kind, p.side, p.parent_no, p.commune_code
                      from organisation.unit u
                      join organisation.unit_period p on p.unit_no = u.no
                     where p.kind = 'COMMUNE'
                       and p.side = 'RESIDENCE'
                       and p.valid @> :on::date
                     order by p.name
                    """);

    static final Sql ROOT =
            Sql.of(
                    """
                    select u.id, u.no, p.code, p.name, p.kind, p.side, p.parent_no, p.commune_code
                      from organisation.unit u
                      join organisation.unit_period p on p.unit_no = u.no
                     where p.parent_no is null
                       and p.valid @> :on::date
                     order by u.no
                    """);

    /**
     * Numbers of a unit, all below it, and all their predecessors, as ranges. Numbers that nobody
     * has do not part a range, so the gaps left for later units cost nothing.
     */
    static final Sql SCOPE =
            Sql.byKey(
                    """
                    with recursive below (no) as (
                        select :no::int
                        union
                        select p.unit_no
                          from below b
                          join organisation.unit_period p on p.parent_no = b.no
                         where p.valid @> :on::date
                    ),
                    old (no) as (
                        select no from below
                        union
                        select q.predecessor_no
                          from old o
                          join organisation.unit_predecessor q on q.unit_no = o.no
                    ),
                    neighbours (no, previous) as (
                        select no, lag(no) over (order by no) from old
                    ),
                    islands (no, island) as (
                        select n.no,
                               count(*) filter (where exists (
                                   select from organisation.unit u
                                    where u.no > n.previous
                                      and u.no < n.no)) over (order by n.no)
                          from neighbours n
                    )
                    select min(i.no) as low, max(i.no) as high
                      from islands i
                     group by i.island
                     order by 1
                    """);

    static final Sql CHANGE = Sql.byKey("select t.change from organisation.tree t");

    private final Db db;

    UnitQueries(Db db) {
        this.db = db;
    }

    Optional<Integer> heir(Scope scope, int no, LocalDate on) {
        return db.one(scope, HEIR, row -> row.getInt(1), "no", no, "on", on);
    }

    List<Unit> byNo(Scope scope, Collection<Integer> nos, LocalDate on) {
        return db.list(
                scope, BY_NO, UnitQueries::unit, "nos", nos.toArray(Integer[]::new), "on", on);
    }

    Optional<Unit> byId(Scope scope, java.util.UUID id, LocalDate on) {
        return db.one(scope, BY_ID, UnitQueries::unit, "id", id, "on", on);
    }

    Optional<Unit> byCode(Scope scope, String code, LocalDate on) {
        return db.one(scope, BY_CODE, UnitQueries::unit, "code", code, "on", on);
    }

    List<Unit> children(Scope scope, int no, LocalDate on) {
        return db.list(scope, CHILDREN, UnitQueries::unit, "no", no, "on", on);
    }

    List<Unit> subtree(Scope scope, int no, LocalDate on) {
        return db.list(scope, SUBTREE, UnitQueries::unit, "no", no, "on", on);
    }

    List<Unit> above(Scope scope, int no, LocalDate on) {
        return db.list(scope, ABOVE, UnitQueries::unit, "no", no, "on", on);
    }

    List<Unit> wards(Scope scope, LocalDate on) {
        return db.list(scope, WARDS, UnitQueries::unit, "on", on);
    }

    List<Unit> roots(Scope scope, LocalDate on) {
        return db.list(scope, ROOT, UnitQueries::unit, "on", on);
    }

    /** The number of the tree's last change that this transaction sees. */
    long change(Scope scope) {
        return db.number(scope, CHANGE);
    }

    List<Scope.Range> ranges(Scope scope, int no, LocalDate on) {
        return new ArrayList<>(db.list(scope, SCOPE, Scope.Range.class, "no", no, "on", on));
    }

    private static Unit unit(ResultSet row) throws SQLException {
        int parent = row.getInt("parent_no");
        return new Unit(
                row.getObject("id", java.util.UUID.class),
                row.getInt("no"),
                row.getString("code"),
                row.getString("name"),
                UnitKind.valueOf(row.getString("kind")),
                UnitSide.valueOf(row.getString("side")),
                parent == 0 ? null : parent,
                row.getString("commune_code"));
    }
}
