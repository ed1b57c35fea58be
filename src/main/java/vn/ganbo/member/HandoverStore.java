package vn.ganbo.member;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** Keeps to which organisation a member is handed over. */
@Component
class HandoverStore {
    static final Sql OFFER =
            Sql.of(
                    """
                    insert into member.handover (id, member_id, to_no, offered_on)
                    values (:id::uuid, :member::uuid, :to, :on::date)
                    """);

    static final Sql CLOSE =
            Sql.of(
                    """
                    update member.handover h
                       set closed_on = greatest(:on::date, h.offered_on)
                     where h.id = :id::uuid
                       and h.closed_on is null
                    """);

    static final Sql TAKE =
            Sql.of(
                    """
                    select member.take_over(:id::uuid, :unit::int, :placement::uuid, :since::date,
                                            :number, :on::date, :issuer)
                    """);

    private final Db db;

    HandoverStore(Db db) {
        this.db = db;
    }

    void offer(Scope scope, UUID id, UUID member, int toNo, LocalDate on) {
        db.update(scope, OFFER, "id", id, "member", member, "to", toNo, "on", on);
    }

    void close(Scope scope, UUID id, LocalDate on) {
        db.update(scope, CLOSE, "id", id, "on", on);
    }

    void take(Scope scope, UUID id, int unitNo, LocalDate since, Decided by) {
        db.number(
                scope,
                TAKE,
                "id",
                id,
                "unit",
                unitNo,
                "placement",
                Ids.next(),
                "since",
                since,
                "number",
                by.number(),
                "on",
                by.on(),
                "issuer",
                by.issuer());
    }
}
