package vn.ganbo.liaison;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.access.LongRuns;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;

/** Keeps how far the signing of many letters has come. */
@Component
class LetterRunStore {
    static final Sql ADD =
            Sql.of(
                    """
                    insert into liaison.letter_run
                           (unit_no, id, account_id, office_id, signer, post, started_at, started_by)
                    values (:unit, :id::uuid, :account::uuid, :office::uuid, :signer, :post,
                            :at::timestamptz, :who)
                    """);

    static final Sql ASSIGN =
            Sql.of(
                    """
                    update liaison.introduction i
                       set run_id = :run::uuid
                     where i.id = any (:ids::uuid[])
                       and i.state = 'ISSUED'
                       and i.work_no between :low and :high
                       and i.work_no <@ :scope::int4multirange
                    """);

    /** How far: a letter that is no longer to be signed, however that came, is done. */
    static final Sql SHOWN =
            Sql.of(
                    """
                    select r.id, r.account_id, r.office_id, r.signer, r.post, r.started_at, r.finished_at,
                           r.failed, r.resumed, count(i.id) as total,
                           count(i.id) filter (where i.state <> 'ISSUED') as done,
                           count(i.id) filter (where i.state = 'SIGNED') as to_send
                      from liaison.letter_run r
                      left join liaison.introduction i on i.run_id = r.id
                     where (:id::uuid is null or r.id = :id::uuid)
                       and (:since::timestamptz is null or r.finished_at is null
                            or r.started_at > :since::timestamptz)
                       and r.unit_no between :low and :high
                       and r.unit_no <@ :scope::int4multirange
                     group by r.id, r.account_id, r.office_id, r.signer, r.post, r.started_at,
                              r.finished_at, r.failed, r.resumed
                     order by r.started_at desc, r.id
                     limit 20
                    """);

    static final Sql UNFINISHED =
            Sql.of(
                    """
                    select r.id, r.account_id, r.office_id, r.resumed
                      from liaison.letter_run r
                     where r.finished_at is null
                       and r.failed is null
                       and r.unit_no between :low and :high
                       and r.unit_no <@ :scope::int4multirange
                     order by r.started_at, r.id
                    """);

    static final Sql NEXT =
            Sql.of(
                    """
                    select i.id
                      from liaison.introduction i
                     where i.run_id = :id::uuid
                       and i.state = 'ISSUED'
                       and i.work_no between :low and :high
                       and i.work_no <@ :scope::int4multirange
                     order by length(i.number), i.number, i.id
                     limit :size
                    """);

    static final Sql PEOPLE =
            Sql.of(
                    """
                    select i.member_id
                      from liaison.introduction i
                     where i.run_id = :id::uuid
                       and i.paper_id is not null
                       and i.work_no between :low and :high
                       and i.work_no <@ :scope::int4multirange
                    """);

    static final Sql CELLS =
            Sql.of(
                    """
                    select w.name, count(*) as total, count(i.paper_id) as done,
                           (array_agg(i.paper_id order by length(i.number), i.number)
                                filter (where i.paper_id is not null))[1] as first_paper
                      from liaison.introduction i
                      join organisation.published_unit w on w.no = i.work_no and w.valid @> :today::date
                     where i.run_id = :id::uuid
                       and i.work_no between :low and :high
                       and i.work_no <@ :scope::int4multirange
                     group by w.code, w.name
                     order by min(length(i.number)), min(i.number)
                    """);

    /** Signed, in the order of their numbers: what can be printed and sent. */
    static final Sql SIGNED =
            Sql.of(
                    """
                    select i.id
                      from liaison.introduction i
                     where i.run_id = :id::uuid
                       and i.state = 'SIGNED'
                       and i.work_no between :low and :high
                       and i.work_no <@ :scope::int4multirange
                     order by length(i.number), i.number, i.id
                    """);

    static final Sql END =
            Sql.of(
                    """
                    update liaison.letter_run r
                       set finished_at = :at::timestamptz,
                           failed = :failed::text,
                           resumed = :resumed
                     where r.id = :id::uuid
                       and r.unit_no between :low and :high
                       and r.unit_no <@ :scope::int4multirange
                       and r.finished_at is null
                    """);

    /** One run as far as it has come. */
    record Run(
            UUID id,
            @Nullable UUID accountId,
            @Nullable UUID officeId,
            String signer,
            String post,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String failed,
            boolean resumed,
            long total,
            long done,
            long toSend) {
        boolean running() {
            return finishedAt == null && failed == null;
        }

        Introductions.Signer by() {
            return new Introductions.Signer(signer, post);
        }
    }

    /** The letters of one cell. */
    record Cell(String name, long total, long done, @Nullable UUID firstPaper) {}

    private final Db db;

    LetterRunStore(Db db) {
        this.db = db;
    }

    void add(
            Scope scope,
            UUID id,
            @Nullable UUID account,
            @Nullable UUID office,
            Introductions.Signer signer,
            Stamp stamp) {
        db.update(
                scope,
                ADD,
                "unit",
                stamp.unitNo(),
                "id",
                id,
                "account",
                account,
                "office",
                office,
                "signer",
                signer.name(),
                "post",
                signer.post(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    /** Returns how many are the run's now; the others are no longer to be signed. */
    int assign(Scope scope, UUID run, Collection<UUID> letters) {
        return db.update(scope, ASSIGN, "run", run, "ids", letters.toArray(UUID[]::new));
    }

    Optional<Run> one(Scope scope, UUID id) {
        return db.one(scope, SHOWN, Run.class, "id", id, "since", null);
    }

    /** Those that run, or that began after a moment. */
    List<Run> latest(Scope scope, Instant since) {
        return db.list(
                scope,
                SHOWN,
                Run.class,
                "id",
                null,
                "since",
                since.atOffset(java.time.ZoneOffset.UTC));
    }

    List<LongRuns.Interrupted> unfinished(Scope scope) {
        return db.list(scope, UNFINISHED, LongRuns.Interrupted.class);
    }

    List<UUID> next(Scope scope, UUID id, int size) {
        return ids(scope, NEXT, "id", "id", id, "size", size);
    }

    List<UUID> people(Scope scope, UUID id) {
        return ids(scope, PEOPLE, "member_id", "id", id);
    }

    List<UUID> signed(Scope scope, UUID id) {
        return ids(scope, SIGNED, "id", "id", id);
    }

    private List<UUID> ids(Scope scope, Sql sql, String column, Object... pairs) {
        return db.list(scope, sql, row -> row.getObject(column, UUID.class), pairs);
    }

    List<Cell> cells(Scope scope, UUID id) {
        return db.list(scope, CELLS, Cell.class, "id", id);
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
