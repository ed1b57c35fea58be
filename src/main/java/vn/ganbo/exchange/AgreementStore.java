package vn.ganbo.exchange;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;

/** Keeps what two committees agreed on. */
@Component
class AgreementStore {
    private static final String SEEN =
            """
               and ((a.work_no between :low and :high and a.work_no <@ :scope::int4multirange)
                    or (a.ward_no between :low and :high and a.ward_no <@ :scope::int4multirange))
            """;

    static final Sql LIST =
            Sql.of(
                    """
                    select a.id, a.work_no, w.name as work_name, a.ward_no, r.name as ward_name,
                           lower(a.valid) as since, upper(a.valid) - 1 as until, a.paper_no, a.signed_on,
                           a.body, a.work_contact, a.ward_contact, a.answer_days, a.recorded_by_side,
                           a.confirmed_on, a.confirmed_by, a.version, a.changed_at, a.changed_by
                      from exchange.agreement a
                      join organisation.published_unit w on w.no = a.work_no and w.valid @> :today::date
                      join organisation.published_unit r on r.no = a.ward_no and r.valid @> :today::date
                     where (:id::uuid is null or a.id = :id::uuid)
                    """
                            + SEEN
                            + """
                             order by upper(a.valid) desc nulls first, w.name, r.name, lower(a.valid) desc
                            """);

    /** The committees on the other side with people on a register, the largest first. */
    static final Sql PARTNERS =
            Sql.of(
                    """
                    select i.no, u.name
                      from (select case when :writes_residence then n.from_no else n.to_no end as no,
                                   count(*) as people
                              from liaison.published_introduction n
                             where n.state in ('ACKNOWLEDGED', 'PLACED')
                               and ((n.work_no between :low and :high and n.work_no <@ :scope::int4multirange)
                                    or (n.res_no between :low and :high and n.res_no <@ :scope::int4multirange))
                             group by 1) i
                      join organisation.published_unit u on u.no = i.no and u.valid @> :today::date
                     order by i.people desc, u.name
                    """);

    static final Sql ADD =
            Sql.of(
                    """
                    insert into exchange.agreement
                           (work_no, ward_no, id, valid, paper_no, signed_on, body, work_contact,
                            ward_contact, answer_days, recorded_by_side, changed_at, changed_by)
                    values (:work::int, :ward::int, :id::uuid,
                            daterange(:since::date, :until::date, '[]'), :paper_no, :signed_on::date,
                            :body, :work_contact, :ward_contact, :answer_days::int, :side,
                            :at::timestamptz, :who)
                    """);

    static final Sql CONFIRM =
            Sql.of(
                    """
                    update exchange.agreement a
                       set confirmed_on = :on::date,
                           confirmed_by = :who,
                           version = a.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where a.id = :id::uuid
                       and a.version = :version
                       and a.confirmed_on is null
                    """
                            + SEEN);

    /** One that was never confirmed ends on its first day: it has held for nobody. */
    static final Sql END =
            Sql.of(
                    """
                    update exchange.agreement a
                       set valid = daterange(lower(a.valid), greatest(:on::date, lower(a.valid) + 1)),
                           version = a.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where a.id = :id::uuid
                       and a.version = :version
                       and a.valid @> greatest(:on::date, lower(a.valid))
                    """
                            + SEEN);

    static final Sql OVERLAPPING =
            Sql.of(
                    """
                    select count(*)
                      from exchange.agreement a
                     where a.work_no = :work::int
                       and a.ward_no = :ward::int
                       and a.valid && daterange(:since::date, :until::date, '[]')
                    """
                            + SEEN);

    static final Sql ANSWER_DAYS =
            Sql.of("select exchange.answer_days(:work::int, :res::int, :on::date) as days");

    /** One record of two committees. */
    record Agreement(
            UUID id,
            int workNo,
            String workName,
            int wardNo,
            String wardName,
            LocalDate since,
            @Nullable LocalDate until,
            String paperNo,
            LocalDate signedOn,
            String body,
            String workContact,
            String wardContact,
            @Nullable Integer answerDays,
            String recordedBySide,
            @Nullable LocalDate confirmedOn,
            @Nullable String confirmedBy,
            int version,
            OffsetDateTime changedAt,
            String changedBy) {}

    /** A committee on the other side. */
    record Partner(int no, String name) {}

    private final Db db;

    AgreementStore(Db db) {
        this.db = db;
    }

    List<Agreement> list(Scope scope) {
        return db.list(scope, LIST, Agreement.class, "id", null);
    }

    Optional<Agreement> one(Scope scope, UUID id) {
        return db.one(scope, LIST, Agreement.class, "id", id);
    }

    List<Partner> partners(Scope scope, Direction writes) {
        return db.list(
                scope,
                PARTNERS,
                Partner.class,
                "writes_residence",
                writes == Direction.TO_WORKPLACE);
    }

    void add(
            Scope scope,
            UUID id,
            Agreements.NewAgreement agreement,
            Direction writes,
            Stamp stamp) {
        db.update(
                scope,
                ADD,
                "id",
                id,
                "work",
                agreement.workNo(),
                "ward",
                agreement.wardNo(),
                "since",
                agreement.since(),
                "until",
                agreement.until(),
                "paper_no",
                agreement.paperNo(),
                "signed_on",
                agreement.signedOn(),
                "body",
                agreement.body(),
                "work_contact",
                agreement.workContact(),
                "ward_contact",
                agreement.wardContact(),
                "answer_days",
                agreement.answerDays(),
                "side",
                writes.from(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    boolean overlaps(Scope scope, Agreements.NewAgreement agreement) {
        return db.number(
                        scope,
                        OVERLAPPING,
                        "work",
                        agreement.workNo(),
                        "ward",
                        agreement.wardNo(),
                        "since",
                        agreement.since(),
                        "until",
                        agreement.until())
                > 0;
    }

    boolean confirm(Scope scope, UUID id, int version, Stamp stamp) {
        return step(scope, CONFIRM, id, version, stamp);
    }

    boolean end(Scope scope, UUID id, int version, Stamp stamp) {
        return step(scope, END, id, version, stamp);
    }

    private boolean step(Scope scope, Sql sql, UUID id, int version, Stamp stamp) {
        return db.update(
                        scope,
                        sql,
                        "id",
                        id,
                        "version",
                        version,
                        "on",
                        stamp.on(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                > 0;
    }

    /** What the two committees agreed on, asked for from cells of theirs; empty where nothing. */
    OptionalInt answerDays(Scope scope, int workNo, int resNo, LocalDate on) {
        return db
                .list(
                        scope,
                        ANSWER_DAYS,
                        row -> row.getInt("days"),
                        "work",
                        workNo,
                        "res",
                        resNo,
                        "on",
                        on)
                .stream()
                .mapToInt(Integer::intValue)
                .filter(days -> days > 0)
                .findFirst();
    }
}
