package vn.ganbo.regulation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** Writes and reads local guidance. */
@Component
class GuidanceStore {
    private static final Sql IN_FORCE =
            Sql.of(
                    """
                    with recursive path (no, depth) as (
                        select :unit::int, 0
                        union all
                        select u.parent_no, p.depth + 1
                          from path p
                          join organisation.published_unit u on u.no = p.no
                         where u.valid @> :on::date
                           and u.parent_no is not null
                           and p.depth < 20
                    )
                    select distinct on (p.depth, g.key)
                           g.id, g.unit_no, g.rulebook, g.key, g.value, g.source, g.mark,
                           lower(g.valid) as first_day, upper(g.valid) - 1 as last_day
                      from path p
                      join regulation.guidance g on g.unit_no = p.no
                     where g.rulebook = :rulebook::text
                       and g.state <> 'DRAFT'
                       and g.valid @> :on::date
                     order by p.depth desc, g.key, g.published_at desc, g.id desc
                    """);

    private static final Sql LIST =
            Sql.of(
                    """
                    select g.id, g.unit_no, g.rulebook, g.key, g.value, g.source, g.mark,
                           lower(g.valid) as first_day, upper(g.valid) - 1 as last_day,
                           g.state, g.version, g.changed_at, g.changed_by
                      from regulation.guidance g
                     where g.unit_no between :low and :high
                       and g.unit_no <@ :scope::int4multirange
                       and (g.state <> 'DRAFT' or g.unit_no = :unit::int)
                     order by g.state, g.changed_at desc
                     limit 200
                    """);

    private static final Sql ONE =
            Sql.of(
                    """
                    select g.id, g.unit_no, g.rulebook, g.key, g.value, g.source, g.mark,
                           lower(g.valid) as first_day, upper(g.valid) - 1 as last_day,
                           g.state, g.version, g.changed_at, g.changed_by
                      from regulation.guidance g
                     where g.id = :id::uuid
                       and g.unit_no between :low and :high
                       and g.unit_no <@ :scope::int4multirange
                    """);

    private static final Sql ADD =
            Sql.of(
                    """
                    insert into regulation.guidance
                           (id, unit_no, rulebook, key, value, source, mark, valid, state,
                            changed_at, changed_by)
                    select :id::uuid, :unit::int, :rulebook::text, :key::text, :value::text,
                           :source::text, :mark::text,
                           daterange(:from::date, :until::date, '[]'), 'DRAFT',
                           :at::timestamptz, :by::text
                     where :unit::int <@ :scope::int4multirange
                    """);

    private static final Sql PUBLISH =
            Sql.of(
                    """
                    update regulation.guidance
                       set state = 'PUBLISHED',
                           published_at = :at::timestamptz,
                           changed_at = :at::timestamptz,
                           changed_by = :by::text,
                           version = version + 1
                     where id = :id::uuid
                       and version = :version::int
                       and state = 'DRAFT'
                       and unit_no <@ :scope::int4multirange
                    """);

    private static final Sql SUPERSEDE =
            Sql.of(
                    """
                    update regulation.guidance o
                       set state = 'SUPERSEDED',
                           changed_at = :at::timestamptz,
                           changed_by = :by::text,
                           version = o.version + 1
                      from regulation.guidance n
                     where n.id = :id::uuid
                       and o.id <> n.id
                       and o.state = 'PUBLISHED'
                       and o.unit_no = n.unit_no
                       and o.rulebook = n.rulebook
                       and o.key = n.key
                       and o.valid && n.valid
                       and o.unit_no <@ :scope::int4multirange
                    """);

    private static final Sql DISCARD =
            Sql.of(
                    """
                    delete from regulation.guidance
                     where id = :id::uuid
                       and version = :version::int
                       and state = 'DRAFT'
                       and unit_no <@ :scope::int4multirange
                    """);

    private final Db db;

    GuidanceStore(Db db) {
        this.db = db;
    }

    /** A row with what its page needs. */
    record Kept(LocalRule rule, State state, int version, String changedBy, Instant changedAt) {}

    /** Where a guidance stands; labels under guidanceState.*. */
    enum State {
        DRAFT,
        PUBLISHED,
        SUPERSEDED
    }

    /** What holds for a unit on a day, the farthest unit first. */
    List<LocalRule> inForce(Scope scope, int unitNo, String rulebook, LocalDate on) {
        return db.list(
                scope,
                IN_FORCE,
                GuidanceStore::rule,
                "unit",
                unitNo,
                "rulebook",
                rulebook,
                "on",
                on);
    }

    /** Guidance of units in the scope; drafts of the own unit only. */
    List<Kept> list(Scope scope, int unitNo) {
        return db.list(scope, LIST, GuidanceStore::kept, "unit", unitNo);
    }

    Optional<Kept> find(Scope scope, UUID id) {
        return db.one(scope, ONE, GuidanceStore::kept, "id", id);
    }

    void add(Scope scope, LocalRule rule, Instant at, String by) {
        db.update(
                scope,
                ADD,
                "id",
                rule.id(),
                "unit",
                rule.unitNo(),
                "rulebook",
                rule.rulebook(),
                "key",
                rule.key(),
                "value",
                rule.value(),
                "source",
                rule.basis().source(),
                "mark",
                rule.basis().verification().mark(),
                "from",
                rule.from(),
                "until",
                rule.until(),
                "at",
                at.atOffset(ZoneOffset.UTC),
                "by",
                by);
    }

    /** Publishes a draft and marks what it replaces; false when it is no draft of this version. */
    boolean publish(Scope scope, UUID id, int version, Instant at, String by) {
        Object moment = at.atOffset(ZoneOffset.UTC);
        int done = db.update(scope, PUBLISH, "id", id, "version", version, "at", moment, "by", by);
        if (done == 1) {
            db.update(scope, SUPERSEDE, "id", id, "at", moment, "by", by);
        }
        return done == 1;
    }

    boolean discard(Scope scope, UUID id, int version) {
        return db.update(scope, DISCARD, "id", id, "version", version) == 1;
    }

    private static LocalRule rule(ResultSet row) throws SQLException {
        return new LocalRule(
                row.getObject("id", UUID.class),
                row.getInt("unit_no"),
                row.getString("rulebook"),
                row.getString("key"),
                row.getString("value"),
                new Basis(
                        row.getString("mark").equals("V")
                                ? Verification.VERIFIED
                                : Verification.LOCAL,
                        row.getString("source"),
                        null),
                row.getObject("first_day", LocalDate.class),
                lastDay(row));
    }

    private static @Nullable LocalDate lastDay(ResultSet row) throws SQLException {
        return row.getObject("last_day", LocalDate.class);
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                rule(row),
                State.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant());
    }
}
