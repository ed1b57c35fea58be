package vn.ganbo.member;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Texts;

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

    static final Sql EXTEND =
            Sql.of(
                    """
                    update member.stay s
                       set until = :until::date
                     where s.id = :id::uuid
                       and s.until < :until::date
                       and s.since is not null
                       and s.ended_on is null
                    """);

    static final Sql FORGET_GUESTS = Sql.of("select member.forget_guests(:disposal::uuid)");

    static final Sql END =
            Sql.of(
                    """
                    update member.stay s
                       set ended_on = :on::date
                     where s.id = :id::uuid
                    """);

    static final Sql TAKE_IN =
            Sql.of(
                    """
                    select member.take_in_guest(:member::uuid, :work::int, :name::text, :folded::text,
                                                :initials::text, :sort_key::text, :birth::date, :precision::text,
                                                :placement::uuid, :id::uuid, :office::int, :cell::int, :home::text,
                                                :host::text, :since::date, :until::date)
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

    void extend(Scope scope, UUID id, LocalDate until) {
        done(db.update(scope, EXTEND, "id", id, "until", until));
    }

    int forgetGuests(Scope scope, UUID disposal) {
        return (int) db.number(scope, FORGET_GUESTS, "disposal", disposal);
    }

    void end(Scope scope, UUID id, LocalDate on) {
        done(db.update(scope, END, "id", id, "on", on));
    }

    void takeIn(Scope scope, UUID member, Stays.Guest guest) {
        PartialDate birth = guest.birth();
        db.number(
                scope,
                TAKE_IN,
                "member",
                member,
                "work",
                guest.workNo(),
                "name",
                guest.fullName(),
                "folded",
                Texts.folded(guest.fullName()),
                "initials",
                Texts.initials(guest.fullName()),
                "sort_key",
                Texts.sortKey(guest.fullName()),
                "birth",
                birth == null ? null : birth.date(),
                "precision",
                birth == null ? null : birth.precision().name(),
                "placement",
                Ids.next(),
                "id",
                guest.id(),
                "office",
                guest.officeNo(),
                "cell",
                guest.hostNo(),
                "home",
                guest.homeName(),
                "host",
                guest.hostName(),
                "since",
                guest.since(),
                "until",
                guest.until());
    }

    private static void done(int changed) {
        if (changed == 0) {
            throw new NotFound();
        }
    }
}
