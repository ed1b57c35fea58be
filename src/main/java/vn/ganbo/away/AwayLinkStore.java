package vn.ganbo.away;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;

/** Links that take one sign of life, by their hashes. */
@Component
class AwayLinkStore {
    static final Sql MAKE =
            Sql.of(
                    """
                    insert into away.link
                           (work_no, token_hash, application_id, member_id, made_on, expires_on, made_by)
                    values (:work_no::int, :hash::bytea, :application::uuid, :member::uuid, :on::date,
                            :expires::date, :who)
                    """);

    /** Takes the link and leaves the sign in one statement: used once, whoever is quicker. */
    static final Sql USE =
            Sql.of(
                    """
                    with used as (
                        update away.link l
                           set used_at = :at::timestamptz
                         where l.token_hash = :hash::bytea
                           and l.used_at is null
                           and l.expires_on >= :today::date
                           and l.work_no between :low and :high
                           and l.work_no <@ :scope::int4multirange
                           and exists (select from away.application a
                                        where a.id = l.application_id
                                          and a.granted
                                          and a.valid @> :today::date)
                        returning l.work_no, l.application_id, l.member_id)
                    insert into away.check_in
                           (work_no, id, application_id, member_id, on_day, way, at, by_whom)
                    select u.work_no, :id::uuid, u.application_id, u.member_id, :today::date, 'TAP',
                           :at::timestamptz, 'đường dẫn'
                      from used u
                    returning work_no, application_id, member_id
                    """);

    record Used(int workNo, UUID applicationId, UUID memberId) {
        AwayContactStore.Away away() {
            return new AwayContactStore.Away(workNo, applicationId, memberId);
        }
    }

    private final Db db;

    AwayLinkStore(Db db) {
        this.db = db;
    }

    void make(Scope scope, AwayContact of, byte[] hash, LocalDate expires, Stamp stamp) {
        db.update(
                scope,
                MAKE,
                "work_no",
                of.workNo(),
                "hash",
                hash,
                "application",
                of.id(),
                "member",
                of.memberId(),
                "on",
                stamp.on(),
                "expires",
                expires,
                "who",
                stamp.who());
    }

    Optional<Used> use(Scope scope, byte[] hash, Stamp stamp) {
        return db.one(scope, USE, Used.class, "hash", hash, "id", Ids.next(), "at", stamp.at());
    }
}
