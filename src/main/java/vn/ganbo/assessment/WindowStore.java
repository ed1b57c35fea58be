package vn.ganbo.assessment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;

/** Windows that are closed, and those opened once more. */
@Component
class WindowStore {
    /** A corrected slip and one outside a round have no window. */
    static final Sql CLOSED =
            Sql.of(
                    """
                    select r.year, w.due
                      from assessment.comment c
                      join assessment.round r on r.id = c.round_id
                     cross join lateral (
                           select case :window when 'COMMENT' then r.comment_due
                                               when 'CONFIRMATION' then r.confirm_due
                                               when 'RETURN' then r.returned_due end as due) w
                     where c.id = any (:ids::uuid[])
                       and c.replaces is null
                       and w.due < :on::date
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and not exists (select from assessment.window_exception e
                                        where e.unit_no between :low and :high
                                          and e.unit_no <@ :scope::int4multirange
                                          and e.year = r.year
                                          and e.window_kind = :window
                                          and e.until >= :on::date)
                     limit 1
                    """);

    static final Sql GRANT =
            Sql.of(
                    """
                    insert into assessment.window_exception
                           (unit_no, by_no, id, year, window_kind, until, because, at, by_whom)
                    values (:unit::int, :by::int, :id::uuid, :year::int, :window, :until::date, :because,
                            :at::timestamptz, :who)
                    """);

    static final Sql LIST =
            Sql.of(
                    """
                    select u.name as unit_name, e.year, e.window_kind, e.until, e.because, e.by_whom,
                           b.name as by_name, (e.at at time zone 'Asia/Ho_Chi_Minh')::date as on_date
                      from assessment.window_exception e
                      join organisation.published_unit u
                        on u.no = e.unit_no
                       and (u.valid @> :today::date
                            or assessment.last_of(u.no, u.valid, :today::date))
                      join organisation.published_unit b
                        on b.no = e.by_no
                       and (b.valid @> :today::date
                            or assessment.last_of(b.no, b.valid, :today::date))
                     where e.unit_no between :low and :high
                       and e.unit_no <@ :scope::int4multirange
                     order by e.at desc, e.id
                    """);

    /** The window of that year's round closed on that day. */
    record Closed(int year, LocalDate due) {}

    record Granted(
            UUID id,
            int unitNo,
            int byNo,
            RoundWindow window,
            int year,
            LocalDate until,
            String because) {}

    record Line(
            String unitName,
            int year,
            RoundWindow windowKind,
            LocalDate until,
            String because,
            String byWhom,
            String byName,
            LocalDate onDate) {}

    private final Db db;

    WindowStore(Db db) {
        this.db = db;
    }

    Optional<Closed> closed(Scope scope, RoundWindow window, Collection<UUID> slips, LocalDate on) {
        return db.one(
                scope,
                CLOSED,
                Closed.class,
                "window",
                window.name(),
                "ids",
                slips.toArray(UUID[]::new),
                "on",
                on);
    }

    void grant(Scope scope, Granted granted, Stamp stamp) {
        db.update(
                scope,
                GRANT,
                "unit",
                granted.unitNo(),
                "by",
                granted.byNo(),
                "id",
                granted.id(),
                "year",
                granted.year(),
                "window",
                granted.window().name(),
                "until",
                granted.until(),
                "because",
                granted.because(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    List<Line> list(Scope scope) {
        return db.list(scope, LIST, Line.class);
    }
}
