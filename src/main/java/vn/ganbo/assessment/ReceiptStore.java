package vn.ganbo.assessment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;

/** Keeps who has received a returned slip: the workplace, the member. */
@Component
class ReceiptStore {
    /** Only what the present workplace, or the person, may read at all. */
    static final Sql RECEIVE =
            Sql.of(
                    """
                    insert into assessment.comment_receipt (comment_id, side, at, on_date, who)
                    select c.id, :side, :at::timestamptz, :on::date, :who
                      from assessment.comment c
                     cross join lateral (
                           select m.work_no
                             from member.published_standing m
                            where m.id = c.member_id
                            limit 1) m
                     where c.id = any (:ids::uuid[])
                       and c.state = 'RETURNED'
                       and ((m.work_no between :low and :high and m.work_no <@ :scope::int4multirange)
                            or c.member_id = :self::uuid)
                    on conflict (comment_id, side) do nothing
                    returning (select c.member_id from assessment.comment c where c.id = comment_id)
                    """);

    static final Sql FIND =
            Sql.byKey(
                    """
                    select c.member_id, c.year
                      from assessment.comment c
                     cross join lateral (
                           select m.work_no
                             from member.published_standing m
                            where m.id = c.member_id
                            limit 1) m
                     where c.id = :id::uuid
                       and c.state = 'RETURNED'
                       and ((m.work_no between :low and :high and m.work_no <@ :scope::int4multirange)
                            or c.member_id = :self::uuid)
                    """);

    /** Which side received it. */
    enum Side {
        WORKPLACE,
        MEMBER
    }

    /** A slip that may be read. */
    record Read(UUID memberId, int year) {}

    private final Db db;

    ReceiptStore(Db db) {
        this.db = db;
    }

    /** Returns the people of the slips that had not been received before. */
    List<UUID> receive(Scope scope, Collection<UUID> comments, Side side, Stamp stamp) {
        return db.list(
                scope,
                RECEIVE,
                row -> row.getObject(1, UUID.class),
                "ids",
                comments.toArray(UUID[]::new),
                "side",
                side.name(),
                "at",
                stamp.at(),
                "on",
                stamp.on(),
                "who",
                stamp.who());
    }

    Optional<Read> find(Scope scope, UUID comment) {
        return db.one(scope, FIND, Read.class, "id", comment);
    }
}
