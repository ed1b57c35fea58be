package vn.ganbo.assessment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.access.LongRuns;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Picked;

/** Keeps how far a long act of a round has come. */
@Component
class RoundRunStore {
    static final Sql ADD =
            Sql.of(
                    """
                    insert into assessment.round_run
                           (unit_no, id, kind, year, days, account_id, office_id, started_at, started_by)
                    values (:unit, :id::uuid, :kind, :year, :days::jsonb, :account::uuid,
                            :office::uuid, :at::timestamptz, :who)
                    """);

    static final Sql ADD_WARDS =
            Sql.of(
                    """
                    insert into assessment.round_run_item (unit_no, run_id, no)
                    select x.ward, :run::uuid, x.no
                      from unnest(:wards::int[]) with ordinality as x (ward, no)
                    """);

    /** Every confirmed slip of the year, workplace after workplace: each is told in few parts. */
    static final Sql ADD_SLIPS =
            Sql.of(
                    """
                    insert into assessment.round_run_item (unit_no, run_id, no, comment_id)
                    select c.unit_no, :run::uuid,
                           row_number() over (order by c.work_name, c.work_no, c.sort_key, c.id), c.id
                      from assessment.comment c
                     where c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and c.year = :year::int
                       and c.state = 'COMMUNE_CONFIRMED'
                    """);

    /**
     * How far: a slip that has left the ward, however that came, is done; a round that is open too.
     */
    static final Sql SHOWN =
            Sql.of(
                    """
                    select r.unit_no, r.id, r.kind, r.year, r.days::text as days, r.started_at, r.started_by,
                           r.finished_at, r.failed, count(i.no) as total,
                           count(i.no) filter (where coalesce(c.state = 'RETURNED', o.id is not null))
                               as done
                      from assessment.round_run r
                      left join assessment.round_run_item i on i.run_id = r.id
                      left join assessment.comment c on c.id = i.comment_id
                      left join assessment.round o
                             on i.comment_id is null
                            and o.unit_no = i.unit_no
                            and o.year = r.year
                     where (:id::uuid is null or r.id = :id::uuid)
                       and (:kind::text is null or r.kind = :kind::text)
                       and (:since::timestamptz is null or r.finished_at is null
                            or r.started_at > :since::timestamptz)
                       and r.unit_no between :low and :high
                       and r.unit_no <@ :scope::int4multirange
                     group by r.unit_no, r.id, r.kind, r.year, r.days, r.started_at, r.started_by,
                              r.finished_at, r.failed
                     order by r.started_at desc, r.id
                     limit 20
                    """);

    static final Sql UNFINISHED =
            Sql.of(
                    """
                    select r.id, r.account_id, r.office_id, r.resumed
                      from assessment.round_run r
                     where r.finished_at is null
                       and r.failed is null
                       and r.unit_no between :low and :high
                       and r.unit_no <@ :scope::int4multirange
                     order by r.started_at, r.id
                    """);

    static final Sql NEXT_WARDS =
            Sql.of(
                    """
                    select i.unit_no
                      from assessment.round_run_item i
                      join assessment.round_run r on r.id = i.run_id
                     where i.run_id = :id::uuid
                       and i.unit_no between :low and :high
                       and i.unit_no <@ :scope::int4multirange
                       and not exists (select from assessment.round o
                                        where o.unit_no = i.unit_no
                                          and o.year = r.year)
                       and exists (select from organisation.published_unit u
                                    where u.no = i.unit_no
                                      and u.valid @> :today::date)
                     order by i.no
                     limit :size
                    """);

    static final Sql NEXT_SLIPS =
            Sql.of(
                    """
                    select c.id, c.version
                      from assessment.round_run_item i
                      join assessment.comment c on c.id = i.comment_id
                     where i.run_id = :id::uuid
                       and i.unit_no between :low and :high
                       and i.unit_no <@ :scope::int4multirange
                       and c.state = 'COMMUNE_CONFIRMED'
                     order by i.no
                     limit :size
                    """);

    /** By ward, or by workplace. */
    static final Sql PLACES =
            Sql.of(
                    """
                    select coalesce(c.work_name, u.name) as name, count(*) as total,
                           count(*) filter (where coalesce(c.state = 'RETURNED', o.id is not null)) as done
                      from assessment.round_run_item i
                      join assessment.round_run r on r.id = i.run_id
                      left join assessment.comment c on c.id = i.comment_id
                      left join assessment.round o
                             on i.comment_id is null
                            and o.unit_no = i.unit_no
                            and o.year = r.year
                      left join organisation.published_unit u
                             on i.comment_id is null
                            and u.no = i.unit_no
                            and u.valid @> :today::date
                     where i.run_id = :id::uuid
                       and i.unit_no between :low and :high
                       and i.unit_no <@ :scope::int4multirange
                     group by coalesce(c.work_name, u.name)
                     order by min(i.no)
                    """);

    static final Sql END =
            Sql.of(
                    """
                    update assessment.round_run r
                       set finished_at = :at::timestamptz,
                           failed = :failed::text,
                           resumed = :resumed
                     where r.id = :id::uuid
                       and r.unit_no between :low and :high
                       and r.unit_no <@ :scope::int4multirange
                       and r.finished_at is null
                    """);

    /** What is done in parts. */
    enum RoundRunKind {
        OPEN,
        RETURN
    }

    /**
     * One run as far as it has come.
     *
     * @param days with which rounds are opened, as JSON; null where slips are returned
     */
    record Run(
            int unitNo,
            UUID id,
            RoundRunKind kind,
            int year,
            @Nullable String days,
            Instant startedAt,
            String startedBy,
            @Nullable Instant finishedAt,
            @Nullable String failed,
            long total,
            long done) {
        boolean running() {
            return finishedAt == null && failed == null;
        }

        /** Whether this viewer's office began it; nobody else goes on with it. */
        boolean of(Viewer viewer) {
            return viewer.is(Role.ANALYST, Role.RESIDENCE_OFFICE) && viewer.unitNo() == unitNo;
        }

        /** "Đã gửi trả 300 / 1.655 phiếu". */
        String words() {
            return (kind == RoundRunKind.OPEN
                            ? "Đã mở đợt ở %s / %s xã, phường"
                            : "Đã gửi trả %s / %s phiếu")
                    .formatted(Show.number(done), Show.number(total));
        }
    }

    /** What is done in one ward, or for one workplace. */
    record Place(String name, long total, long done) {}

    private final Db db;

    RoundRunStore(Db db) {
        this.db = db;
    }

    /** A run for these wards. */
    void open(Viewer viewer, UUID run, int year, String days, List<Integer> wards, Stamp stamp) {
        add(viewer, run, RoundRunKind.OPEN, year, days, stamp);
        db.update(viewer.scope(), ADD_WARDS, "run", run, "wards", wards.toArray(Integer[]::new));
    }

    /** A run for every slip of the year that is confirmed; returns how many. */
    int giveOut(Viewer viewer, UUID run, int year, Stamp stamp) {
        add(viewer, run, RoundRunKind.RETURN, year, null, stamp);
        return db.update(viewer.scope(), ADD_SLIPS, "run", run, "year", year);
    }

    private void add(
            Viewer viewer,
            UUID run,
            RoundRunKind kind,
            int year,
            @Nullable String days,
            Stamp stamp) {
        db.update(
                viewer.scope(),
                ADD,
                "unit",
                stamp.unitNo(),
                "id",
                run,
                "kind",
                kind.name(),
                "year",
                year,
                "days",
                days,
                "account",
                viewer.account(),
                "office",
                viewer.office(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    Optional<Run> one(Scope scope, UUID id) {
        return db.one(scope, SHOWN, Run.class, "id", id, "kind", null, "since", null);
    }

    /** Those of a kind that run or have stopped, or that began after a moment. */
    List<Run> latest(Scope scope, RoundRunKind kind, Instant since) {
        return db.list(
                scope,
                SHOWN,
                Run.class,
                "id",
                null,
                "kind",
                kind.name(),
                "since",
                since.atOffset(ZoneOffset.UTC));
    }

    List<LongRuns.Interrupted> unfinished(Scope scope) {
        return db.list(scope, UNFINISHED, LongRuns.Interrupted.class);
    }

    List<Integer> nextWards(Scope scope, UUID id, int size) {
        return db.list(scope, NEXT_WARDS, row -> row.getInt(1), "id", id, "size", size);
    }

    List<Picked> nextSlips(Scope scope, UUID id, int size) {
        return db.list(scope, NEXT_SLIPS, Picked.class, "id", id, "size", size);
    }

    List<Place> places(Scope scope, UUID id) {
        return db.list(scope, PLACES, Place.class, "id", id);
    }

    void finish(Scope scope, UUID id, Stamp stamp) {
        end(scope, id, stamp, null, false);
    }

    void fail(Scope scope, UUID id, String why) {
        end(scope, id, null, why, false);
    }

    /** It goes on: after a restart, or because somebody said so. */
    void goOn(Scope scope, UUID id, boolean resumed) {
        end(scope, id, null, null, resumed);
    }

    private void end(
            Scope scope, UUID id, @Nullable Stamp stamp, @Nullable String failed, boolean resumed) {
        db.update(
                scope,
                END,
                "id",
                id,
                "at",
                stamp == null ? null : stamp.at(),
                "failed",
                failed,
                "resumed",
                resumed);
    }
}
