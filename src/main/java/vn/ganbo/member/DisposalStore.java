package vn.ganbo.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
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

/** Keeps what was proposed, approved and done about records whose time is over. */
@Component
class DisposalStore {
    /** The open ones first, then the latest. */
    static final Sql LIST =
            Sql.of(
                    """
                    select d.unit_no, d.id, d.kind, d.label, d.rulebook, d.days, d.before_day, d.due,
                           d.done, d.done_at, d.dropped_at, d.dropped_by, d.dropped_reason,
                           a.account_id, a.who, a.at, b.who as second_who
                      from member.disposal d
                      join member.disposal_approval a on a.disposal_id = d.id and a.place = 1
                      left join member.disposal_approval b on b.disposal_id = d.id and b.place = 2
                     where d.unit_no between :low and :high
                       and d.unit_no <@ :scope::int4multirange
                     order by coalesce(d.done_at, d.dropped_at) desc nulls first, d.id desc
                     limit :size::int
                    """);

    static final Sql ONE_OPEN =
            Sql.of(
                    """
                    select d.unit_no, d.id, d.kind, d.label, d.rulebook, d.days, d.before_day, d.due,
                           d.done, d.done_at, d.dropped_at, d.dropped_by, d.dropped_reason,
                           a.account_id, a.who, a.at, null as second_who
                      from member.disposal d
                      join member.disposal_approval a on a.disposal_id = d.id and a.place = 1
                     where d.id = :id::uuid
                       and d.done_at is null
                       and d.dropped_at is null
                       and d.unit_no = :unit
                       and d.unit_no <@ :scope::int4multirange
                    """);

    static final Sql ADD =
            Sql.of(
                    """
                    insert into member.disposal
                           (unit_no, id, kind, label, rulebook, days, before_day, due)
                    values (:unit, :id::uuid, :kind, :label, :rulebook, :days, :before::date, :due)
                    """);

    static final Sql APPROVE =
            Sql.of(
                    """
                    insert into member.disposal_approval (unit_no, disposal_id, place, account_id, who, at)
                    values (:unit, :id::uuid, :place, :account::uuid, :who, :at::timestamptz)
                    on conflict do nothing
                    """);

    static final Sql FINISH =
            Sql.of(
                    """
                    update member.disposal d
                       set done = :done,
                           done_at = :at::timestamptz
                     where d.id = :id::uuid
                       and d.done_at is null
                       and d.dropped_at is null
                       and d.unit_no <@ :scope::int4multirange
                    """);

    static final Sql DROP =
            Sql.of(
                    """
                    update member.disposal d
                       set dropped_at = :at::timestamptz,
                           dropped_by = :who,
                           dropped_reason = :reason
                     where d.id = :id::uuid
                       and d.done_at is null
                       and d.dropped_at is null
                       and d.unit_no <@ :scope::int4multirange
                    """);

    static final Sql ANONYMOUS =
            Sql.of(
                    """
                    select m.id
                      from member.member m
                     where m.disposal_id = :id::uuid
                       and m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                    """);

    private final Db db;

    DisposalStore(Db db) {
        this.db = db;
    }

    /** A proposal: which kind, closed before which day, by which term. */
    record Proposal(
            int unitNo,
            UUID id,
            String kind,
            String label,
            String rulebook,
            int days,
            LocalDate before,
            long due) {}

    /** Who approves, and when. */
    record Approval(UUID account, String who, Instant at) {}

    /** What became of a proposal that is open no more. */
    record End(@Nullable Long done, Instant at, String by, @Nullable String reason) {}

    /** A proposal with its first approval, and its end where it has one. */
    record Disposal(Proposal proposal, Approval first, @Nullable End end) {
        boolean open() {
            return end == null;
        }
    }

    /** The newest, at most so many; all for null. */
    List<Disposal> list(Scope scope, @Nullable Integer size) {
        return db.list(scope, LIST, DisposalStore::disposal, "size", size);
    }

    /** An open one of this unit. */
    Optional<Disposal> open(Scope scope, int unitNo, UUID id) {
        return db.one(scope, ONE_OPEN, DisposalStore::disposal, "id", id, "unit", unitNo);
    }

    void add(Scope scope, Proposal p) {
        db.update(
                scope,
                ADD,
                "unit",
                p.unitNo(),
                "id",
                p.id(),
                "kind",
                p.kind(),
                "label",
                p.label(),
                "rulebook",
                p.rulebook(),
                "days",
                p.days(),
                "before",
                p.before(),
                "due",
                p.due());
    }

    /** False where this place, or this account, has approved already. */
    boolean approve(Scope scope, Proposal proposal, int place, Approval approval) {
        return db.update(
                        scope,
                        APPROVE,
                        "unit",
                        proposal.unitNo(),
                        "id",
                        proposal.id(),
                        "place",
                        place,
                        "account",
                        approval.account(),
                        "who",
                        approval.who(),
                        "at",
                        approval.at().atOffset(ZoneOffset.UTC))
                == 1;
    }

    /** False where it is open no more. */
    boolean finish(Scope scope, UUID id, long done, Instant at) {
        return db.update(scope, FINISH, "id", id, "done", done, "at", at.atOffset(ZoneOffset.UTC))
                == 1;
    }

    /** False where it is open no more. */
    boolean drop(Scope scope, UUID id, String who, String reason, Instant at) {
        return db.update(
                        scope,
                        DROP,
                        "id",
                        id,
                        "who",
                        who,
                        "reason",
                        reason,
                        "at",
                        at.atOffset(ZoneOffset.UTC))
                == 1;
    }

    /** Whose records a disposal has made anonymous. */
    List<UUID> anonymous(Scope scope, UUID id) {
        return db.list(scope, ANONYMOUS, row -> row.getObject("id", UUID.class), "id", id);
    }

    private static Disposal disposal(ResultSet row) throws SQLException {
        return new Disposal(
                new Proposal(
                        row.getInt("unit_no"),
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("label"),
                        row.getString("rulebook"),
                        row.getInt("days"),
                        row.getObject("before_day", LocalDate.class),
                        row.getLong("due")),
                new Approval(
                        row.getObject("account_id", UUID.class),
                        row.getString("who"),
                        row.getTimestamp("at").toInstant()),
                end(row));
    }

    private static @Nullable End end(ResultSet row) throws SQLException {
        Timestamp done = row.getTimestamp("done_at");
        if (done != null) {
            return new End(
                    row.getLong("done"), done.toInstant(), row.getString("second_who"), null);
        }
        Timestamp dropped = row.getTimestamp("dropped_at");
        return dropped == null
                ? null
                : new End(
                        null,
                        dropped.toInstant(),
                        row.getString("dropped_by"),
                        row.getString("dropped_reason"));
    }
}
