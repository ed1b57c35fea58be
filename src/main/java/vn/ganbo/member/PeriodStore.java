package vn.ganbo.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** Keeps and lists the periods of a member for the workplace and the person. */
@Component
class PeriodStore {
    /** Latest first; the workplace's placements stand among them. */
    static final Sql OF =
            Sql.of(
                    """
                    select p.id, p.kind, p.status, p.place, lower(p.valid) as since,
                           upper(p.valid) - 1 as until, p.paper_no, p.paper_date, p.paper_issuer,
                           p.withdrawn
                      from member.period p
                     where p.member_id = :member::uuid
                    union all
                    select p.id, 'WORKPLACE', null, u.name, lower(p.valid), upper(p.valid) - 1, p.paper_no,
                           p.paper_date, p.paper_issuer, false
                      from member.placement p
                      join organisation.published_unit u
                        on u.no = p.unit_no and u.valid @> greatest(lower(p.valid), lower(u.valid))
                     where p.member_id = :member::uuid
                     order by since desc nulls last, id desc
                    """);

    /** The one that still lasts ends on the day before the next begins. */
    static final Sql END_OPEN =
            Sql.of(
                    """
                    update member.period p
                       set valid = daterange(lower(p.valid), :since::date)
                     where p.member_id = :member::uuid
                       and p.kind = :kind
                       and not p.withdrawn
                       and upper_inf(p.valid)
                       and lower(p.valid) < :since::date
                    """);

    static final Sql OVERLAPPING =
            Sql.of(
                    """
                    select count(*)
                      from member.period p
                     where p.member_id = :member::uuid
                       and p.kind = :kind
                       and not p.withdrawn
                       and p.valid && daterange(:since::date, :until::date, '[]')
                       and not (upper_inf(p.valid) and lower(p.valid) < :since::date)
                    """);

    static final Sql ADD =
            Sql.of(
                    """
                    insert into member.period
                           (id, member_id, kind, status, place, valid, paper_no, paper_date, paper_issuer)
                    values (:id::uuid, :member::uuid, :kind, :status, :place,
                            daterange(:since::date, :until::date, '[]'), :paper_no, :paper_date::date,
                            :paper_issuer)
                    """);

    static final Sql WITHDRAW =
            Sql.of(
                    """
                    update member.period p
                       set withdrawn = true
                     where p.id = :id::uuid
                       and p.member_id = :member::uuid
                       and not p.withdrawn
                    """);

    /** What had been ended by the withdrawn one lasts again as long as that did. */
    static final Sql REOPEN =
            Sql.of(
                    """
                    update member.period p
                       set valid = daterange(lower(p.valid), upper(w.valid))
                      from member.period w
                     where w.id = :id::uuid
                       and w.member_id = :member::uuid
                       and p.member_id = w.member_id
                       and p.kind = w.kind
                       and not p.withdrawn
                       and upper(p.valid) = lower(w.valid)
                    """);

    /** The member's row shows the status and the address of today. */
    static final Sql PROJECT =
            Sql.of(
                    """
                    update member.member m
                       set status = coalesce((select p.status
                                                from member.period p
                                               where p.member_id = m.id
                                                 and p.kind = 'STATUS'
                                                 and not p.withdrawn
                                                 and p.valid @> :today::date), m.status),
                           residence_address = coalesce((select p.place
                                                           from member.period p
                                                          where p.member_id = m.id
                                                            and p.kind = 'RESIDENCE'
                                                            and not p.withdrawn
                                                            and p.valid @> :today::date),
                                                        m.residence_address),
                           version = m.version + 1
                     where m.id = :member::uuid
                       and m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                    """);

    static final Sql LATEST_PLACEMENT =
            Sql.of(
                    """
                    select lower(p.valid) as since
                      from member.placement p
                     where p.member_id = :member::uuid
                     order by p.valid desc
                     limit 1
                    """);

    static final Sql MOVE_WORK =
            Sql.of(
                    """
                    select member.move_work(:member::uuid, :unit::int, :id::uuid, :since::date, :paper_no,
                                            :paper_date::date, :paper_issuer)
                    """);

    private final Db db;

    PeriodStore(Db db) {
        this.db = db;
    }

    List<Period> of(Scope scope, UUID member) {
        return db.list(scope, OF, PeriodStore::period, "member", member);
    }

    boolean overlaps(Scope scope, UUID member, Periods.NewPeriod period) {
        return db.number(
                        scope,
                        OVERLAPPING,
                        "member",
                        member,
                        "kind",
                        period.kind().name(),
                        "since",
                        period.since(),
                        "until",
                        period.until())
                > 0;
    }

    void add(Scope scope, UUID member, Periods.NewPeriod period) {
        String kind = period.kind().name();
        db.update(scope, END_OPEN, "member", member, "kind", kind, "since", period.since());
        MemberStatus status = period.status();
        db.update(
                scope,
                ADD,
                "id",
                Ids.next(),
                "member",
                member,
                "kind",
                kind,
                "status",
                status == null ? null : status.name(),
                "place",
                period.place(),
                "since",
                period.since(),
                "until",
                period.until(),
                "paper_no",
                period.paperNo(),
                "paper_date",
                period.paperDate(),
                "paper_issuer",
                period.paperIssuer());
        db.update(scope, PROJECT, "member", member);
    }

    /** The first day of the workplace held last, or the beginning of time. */
    LocalDate lastPlaced(Scope scope, UUID member) {
        return db.one(
                        scope,
                        LATEST_PLACEMENT,
                        row -> orBeginning(row.getObject("since", LocalDate.class)),
                        "member",
                        member)
                .orElse(LocalDate.EPOCH.minusYears(100));
    }

    private static LocalDate orBeginning(@Nullable LocalDate day) {
        return day == null ? LocalDate.EPOCH.minusYears(100) : day;
    }

    void moveWork(Scope scope, UUID member, int unitNo, Periods.NewPeriod period) {
        db.number(
                scope,
                MOVE_WORK,
                "member",
                member,
                "unit",
                unitNo,
                "id",
                Ids.next(),
                "since",
                period.since(),
                "paper_no",
                period.paperNo(),
                "paper_date",
                period.paperDate(),
                "paper_issuer",
                period.paperIssuer());
    }

    boolean withdraw(Scope scope, UUID member, UUID period) {
        if (db.update(scope, WITHDRAW, "member", member, "id", period) == 0) {
            return false;
        }
        db.update(scope, REOPEN, "member", member, "id", period);
        db.update(scope, PROJECT, "member", member);
        return true;
    }

    private static Period period(ResultSet row) throws SQLException {
        String status = row.getString("status");
        return new Period(
                row.getObject("id", UUID.class),
                PeriodKind.valueOf(row.getString("kind")),
                status == null ? null : MemberStatus.valueOf(status),
                row.getString("place"),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getString("paper_no"),
                row.getObject("paper_date", LocalDate.class),
                row.getString("paper_issuer"),
                row.getBoolean("withdrawn"));
    }
}
