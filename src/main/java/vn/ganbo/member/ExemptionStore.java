package vn.ganbo.member;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.regulation.ExemptionKind;

/** Keeps and lists the periods in which members are exempt at their residence. */
@Component
class ExemptionStore {
    static final Sql OF =
            Sql.of(
                    """
                    select e.id, e.kind, e.ground, lower(e.valid) as since, upper(e.valid) - 1 as until,
                           e.paper_no, e.paper_date, e.paper_issuer, e.withdrawn,
                           (select p.id from document.published_paper p
                             where p.about_id = e.id limit 1) as decision
                      from member.exemption e
                     where e.member_id = :member::uuid
                     order by lower(e.valid) desc nulls last, e.id desc
                    """);

    static final Sql ADD =
            Sql.of(
                    """
                    insert into member.exemption
                           (id, member_id, kind, ground, valid, rulebook, paper_no, paper_date, paper_issuer)
                    values (:id::uuid, :member::uuid, :kind, :ground,
                            daterange(:since::date, :until::date, '[]'), :rulebook, :paper_no,
                            :paper_date::date, :paper_issuer)
                    """);

    static final Sql OVERLAPPING =
            Sql.of(
                    """
                    select count(*)
                      from member.exemption e
                     where e.member_id = :member::uuid
                       and not e.withdrawn
                       and e.valid && daterange(:since::date, :until::date, '[]')
                    """);

    /** Only one that began before that day and lasts longer can be ended then. */
    static final Sql END =
            Sql.of(
                    """
                    update member.exemption e
                       set valid = daterange(lower(e.valid), :on::date)
                     where e.id = :id::uuid
                       and e.member_id = :member::uuid
                       and not e.withdrawn
                       and e.valid @> :on::date
                       and coalesce(lower(e.valid) < :on::date, true)
                    """);

    static final Sql WITHDRAW =
            Sql.of(
                    """
                    update member.exemption e
                       set withdrawn = true
                     where e.id = :id::uuid
                       and e.member_id = :member::uuid
                       and not e.withdrawn
                    """);

    /** Those in force, the one that ends first on top. */
    static final Sql IN_FORCE =
            Sql.of(
                    """
                    select m.id as member_id, m.full_name, w.name as cell_name, e.kind, e.ground,
                           lower(e.valid) as since, upper(e.valid) - 1 as until, e.paper_no, e.paper_date,
                           e.paper_issuer
                      from member.exemption e
                      join member.member m on m.id = e.member_id
                      join organisation.published_unit w on w.no = m.work_no and w.valid @> :today::date
                     where m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                       and not e.withdrawn
                       and e.valid @> :today::date
                     order by upper(e.valid) nulls last, w.code collate "C", m.sort_key, m.id
                    """);

    static final Sql REMIND =
            Sql.of(
                    """
                    update member.exemption e
                       set reminded_on = :today::date
                      from member.member m
                     where m.id = e.member_id
                       and m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                       and not e.withdrawn
                       and e.reminded_on is null
                       and upper(e.valid) between :today::date + 1 and :cutoff::date + 1
                    returning e.member_id
                    """);

    /**
     * A period of one member.
     *
     * @param ground a key of the rulebook, or the words of a list that was taken over
     * @param until its last day, or null while none is set
     */
    record Line(
            UUID id,
            ExemptionKind kind,
            String ground,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable String paperNo,
            @Nullable LocalDate paperDate,
            @Nullable String paperIssuer,
            boolean withdrawn,
            @Nullable UUID decision) {}

    /** Somebody who is exempt today. */
    record InForce(
            UUID memberId,
            String fullName,
            String cellName,
            ExemptionKind kind,
            String ground,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable String paperNo,
            @Nullable LocalDate paperDate,
            @Nullable String paperIssuer) {}

    private final Db db;

    ExemptionStore(Db db) {
        this.db = db;
    }

    List<Line> of(Scope scope, UUID member) {
        return db.list(scope, OF, Line.class, "member", member);
    }

    boolean overlaps(Scope scope, UUID member, Exemptions.NewExemption exemption) {
        return db.number(
                        scope,
                        OVERLAPPING,
                        "member",
                        member,
                        "since",
                        exemption.since(),
                        "until",
                        exemption.until())
                > 0;
    }

    void add(
            Scope scope,
            UUID id,
            UUID member,
            ExemptionKind kind,
            String rulebook,
            Exemptions.NewExemption exemption) {
        db.update(
                scope,
                ADD,
                "id",
                id,
                "member",
                member,
                "kind",
                kind.name(),
                "ground",
                exemption.ground(),
                "since",
                exemption.since(),
                "until",
                exemption.until(),
                "rulebook",
                rulebook,
                "paper_no",
                exemption.paperNo(),
                "paper_date",
                exemption.paperDate(),
                "paper_issuer",
                exemption.paperIssuer());
    }

    boolean end(Scope scope, UUID member, UUID id, LocalDate on) {
        return db.update(scope, END, "member", member, "id", id, "on", on) > 0;
    }

    boolean withdraw(Scope scope, UUID member, UUID id) {
        return db.update(scope, WITHDRAW, "member", member, "id", id) > 0;
    }

    void eachInForce(Scope scope, Consumer<InForce> taker) {
        db.each(scope, IN_FORCE, InForce.class, taker);
    }

    List<UUID> remind(Scope scope, LocalDate today, LocalDate cutoff) {
        return db.list(
                scope,
                REMIND,
                row -> row.getObject("member_id", UUID.class),
                "today",
                today,
                "cutoff",
                cutoff);
    }
}
