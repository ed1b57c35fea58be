package vn.ganbo.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** Moves the borders of a member's status periods, and lets the record follow the day. */
@Component
class StandingStore {
    static final Sql SPANS =
            Sql.of(
                    """
                    select p.id, p.status, lower(p.valid) as since, upper(p.valid) - 1 as until
                      from member.period p
                     where p.member_id = :member::uuid
                       and p.kind = 'STATUS'
                       and not p.withdrawn
                     order by p.valid
                    """);

    static final Sql END_BEFORE =
            Sql.of(
                    """
                    update member.period p
                       set valid = daterange(lower(p.valid), :on::date)
                     where p.id = :id::uuid
                    """);

    static final Sql BEGIN_ON =
            Sql.of(
                    """
                    update member.period p
                       set valid = daterange(:on::date, upper(p.valid))
                     where p.id = :id::uuid
                    """);

    static final Sql SET_ASIDE =
            Sql.of(
                    """
                    update member.period p
                       set withdrawn = true
                     where p.id = :id::uuid
                    """);

    static final Sql ADD =
            Sql.of(
                    """
                    insert into member.period
                           (id, member_id, kind, status, valid, paper_no, paper_date, paper_issuer)
                    values (:id::uuid, :member::uuid, 'STATUS', :status,
                            daterange(:since::date, :until::date, '[]'), :paper_no, :paper_date::date,
                            :paper_issuer)
                    """);

    /** Only between being here, exempt and away: who has left the Party stays as recorded. */
    static final Sql FOLLOW =
            Sql.of(
                    """
                    update member.member m
                       set status = p.status,
                           version = m.version + 1
                      from member.period p
                     where p.member_id = m.id
                       and p.kind = 'STATUS'
                       and not p.withdrawn
                       and p.valid @> :today::date
                       and p.status <> m.status
                       and m.status in ('OFFICIAL', 'PROBATIONARY', 'EXEMPT', 'AWAY')
                       and m.id = any (:members::uuid[])
                       and m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                    """);

    /** A status period; null where a border is open. */
    record Span(
            UUID id,
            @Nullable MemberStatus status,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {

        boolean meets(LocalDate first, @Nullable LocalDate last) {
            return (last == null || since == null || !since.isAfter(last))
                    && (until == null || !until.isBefore(first));
        }

        boolean beginsBefore(LocalDate day) {
            return since == null || since.isBefore(day);
        }
    }

    private final Db db;

    StandingStore(Db db) {
        this.db = db;
    }

    List<Span> spans(Scope scope, UUID member) {
        return db.list(scope, SPANS, StandingStore::span, "member", member);
    }

    void endBefore(Scope scope, UUID period, LocalDate on) {
        db.update(scope, END_BEFORE, "id", period, "on", on);
    }

    void beginOn(Scope scope, UUID period, LocalDate on) {
        db.update(scope, BEGIN_ON, "id", period, "on", on);
    }

    void setAside(Scope scope, UUID period) {
        db.update(scope, SET_ASIDE, "id", period);
    }

    void add(
            Scope scope,
            UUID member,
            MemberStatus status,
            LocalDate since,
            @Nullable LocalDate until,
            Standings.Paper paper) {
        db.update(
                scope,
                ADD,
                "id",
                Ids.next(),
                "member",
                member,
                "status",
                status.name(),
                "since",
                since,
                "until",
                until,
                "paper_no",
                paper.number(),
                "paper_date",
                paper.date(),
                "paper_issuer",
                paper.issuer());
    }

    int follow(Scope scope, Collection<UUID> members) {
        return db.update(scope, FOLLOW, "members", members.toArray(UUID[]::new));
    }

    private static Span span(ResultSet row) throws SQLException {
        String status = row.getString("status");
        return new Span(
                row.getObject("id", UUID.class),
                status == null ? null : MemberStatus.valueOf(status),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class));
    }
}
