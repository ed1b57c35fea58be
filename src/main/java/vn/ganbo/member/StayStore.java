package vn.ganbo.member;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** Keeps who lives for a time in a cell of another organisation. */
@Component
class StayStore {
    static final Sql OFFER =
            Sql.of(
                    """
                    insert into member.stay
                           (home_no, office_no, id, member_id, full_name, sort_key, home_name, host_name, until)
                    select m.work_no, :office::int, :id::uuid, m.id, m.full_name, m.sort_key, u.name, :host, :until::date
                      from member.member m
                      join organisation.published_unit u on u.no = m.work_no and u.valid @> :today::date
                     where m.id = :member::uuid
                       and m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                    """);

    static final Sql BEGIN =
            Sql.of(
                    """
                    update member.stay s
                       set since = :since::date,
                           host_no = :cell::int
                     where s.id = :id::uuid
                       and s.since is null
                    """);

    static final Sql LIVE =
            Sql.of(
                    """
                    update member.stay s
                       set host_no = :cell::int
                     where s.id = :id::uuid
                       and s.since is not null
                    """);

    static final Sql END =
            Sql.of(
                    """
                    update member.stay s
                       set ended_on = :on::date
                     where s.id = :id::uuid
                    """);

    private final Db db;

    StayStore(Db db) {
        this.db = db;
    }

    void offer(Scope scope, Stays.Offer offer) {
        done(
                db.update(
                        scope,
                        OFFER,
                        "office",
                        offer.officeNo(),
                        "id",
                        offer.id(),
                        "host",
                        offer.hostName(),
                        "until",
                        offer.until(),
                        "member",
                        offer.member()));
    }

    void begin(Scope scope, UUID id, @Nullable Integer hostNo, LocalDate since) {
        done(db.update(scope, BEGIN, "id", id, "cell", hostNo, "since", since));
    }

    void live(Scope scope, UUID id, int hostNo) {
        done(db.update(scope, LIVE, "id", id, "cell", hostNo));
    }

    void end(Scope scope, UUID id, LocalDate on) {
        done(db.update(scope, END, "id", id, "on", on));
    }

    private static void done(int changed) {
        if (changed == 0) {
            throw new NotFound();
        }
    }
}
