package vn.ganbo.assessment;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;

/** Keeps rounds and draws their drafts from the register in one statement. */
@Component
class RoundStore {
    static final Sql EXISTS =
            Sql.of(
                    """
                    select count(*)
                      from assessment.round r
                     where r.unit_no = :ward::int
                       and r.year = :year::int
                       and r.unit_no between :low and :high
                       and r.unit_no <@ :scope::int4multirange
                    """);

    static final Sql FIND =
            Sql.of(
                    """
                    select r.id, r.unit_no, r.year, r.meeting_due, r.comment_due, r.returned_due,
                           r.request_due, r.confirm_due, r.rulebook
                      from assessment.round r
                     where r.id = :id::uuid
                       and r.unit_no between :low and :high
                       and r.unit_no <@ :scope::int4multirange
                    """);

    static final Sql OPEN =
            Sql.of(
                    """
                    insert into assessment.round
                           (unit_no, id, year, opened_on, meeting_due, comment_due, returned_due,
                            request_due, confirm_due, state, rulebook, changed_at, changed_by)
                    values (:ward::int, :id::uuid, :year::int, :on::date, :meeting::date, :comment::date,
                            :returned::date, :request::date, :confirm::date, 'OPEN', :rulebook, :at::timestamptz, :who)
                    """);

    static final Sql CELLS =
            Sql.of(
                    """
                    insert into assessment.round_cell (ward_no, cell_no, round_id, registered, exempt)
                    select :ward::int, x.no, :id::uuid, count(c.id),
                           count(c.id) filter (where c.exempt)
                      from unnest(:cells::int[]) as x (no)
                      left join liaison.published_contact c
                             on c.cell_no = x.no
                            and c.valid @> :on::date
                            and c.unit_no between :low and :high
                            and c.unit_no <@ :scope::int4multirange
                     group by x.no
                    """);

    /** Who stands on the register without a slip of this round; exempt members have none. */
    static final Sql MISSING =
            Sql.of(
                    """
                    select c.id as contact_id, c.member_id
                      from liaison.published_contact c
                     where c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and c.ward_no = :ward::int
                       and c.cell_no is not null
                       and c.valid @> :on::date
                       and not c.exempt
                       and not exists (select from member.published_exemption e
                                        where e.member_id = c.member_id
                                          and e.valid @> :on::date)
                       and not exists (select from assessment.comment s
                                        where s.round_id = :id::uuid
                                          and s.member_id = c.member_id)
                     order by c.sort_key, c.id
                    """);

    static final Sql DRAW =
            Sql.of(
                    """
                    insert into assessment.comment
                           (unit_no, cell_no, ward_no, work_no, id, round_id, member_id, contact_id,
                            year, form, state, full_name, sort_key, post, work_name, rulebook,
                            changed_at, changed_by)
                    select c.unit_no, c.cell_no, c.ward_no, c.work_no, x.id, :round::uuid, c.member_id,
                           c.id, :year::int, 'NORMAL', 'DRAFT', c.full_name, c.sort_key, c.post,
                           c.work_name, :rulebook, :at::timestamptz, :who
                      from unnest(:ids::uuid[], :contacts::uuid[]) as x (id, contact)
                      join liaison.published_contact c on c.id = x.contact
                    """);

    static final Sql DRAWN =
            Sql.of(
                    """
                    insert into assessment.comment_step
                           (unit_no, comment_id, no, state, at, on_date, office_no, who)
                    select c.unit_no, c.id, 1, c.state, :at::timestamptz, :on::date, :office::int, :who
                      from assessment.comment c
                     where c.id = any (:ids::uuid[])
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                    """);

    /** A round with the days it runs by. */
    record NewRound(UUID id, int wardNo, int year, Rounds.Due due, String rulebook) {}

    private final Db db;

    RoundStore(Db db) {
        this.db = db;
    }

    boolean exists(Scope scope, int wardNo, int year) {
        return db.number(scope, EXISTS, "ward", wardNo, "year", year) > 0;
    }

    Optional<NewRound> find(Scope scope, UUID id) {
        return db.one(
                scope,
                FIND,
                row ->
                        new NewRound(
                                row.getObject("id", UUID.class),
                                row.getInt("unit_no"),
                                row.getInt("year"),
                                new Rounds.Due(
                                        row.getObject("meeting_due", LocalDate.class),
                                        row.getObject("comment_due", LocalDate.class),
                                        row.getObject("returned_due", LocalDate.class),
                                        row.getObject("request_due", LocalDate.class),
                                        row.getObject("confirm_due", LocalDate.class)),
                                row.getString("rulebook")),
                "id",
                id);
    }

    void open(Scope scope, NewRound round, List<Integer> cells, Stamp stamp) {
        db.update(
                scope,
                OPEN,
                "ward",
                round.wardNo(),
                "id",
                round.id(),
                "year",
                round.year(),
                "on",
                stamp.on(),
                "meeting",
                round.due().meeting(),
                "comment",
                round.due().comment(),
                "returned",
                round.due().returned(),
                "request",
                round.due().request(),
                "confirm",
                round.due().confirm(),
                "rulebook",
                round.rulebook(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
        db.update(
                scope,
                CELLS,
                "ward",
                round.wardNo(),
                "id",
                round.id(),
                "cells",
                cells.toArray(Integer[]::new),
                "on",
                stamp.on());
    }

    /** Makes the drafts that are missing; returns slip to person. */
    Map<UUID, UUID> draw(Scope scope, NewRound round, Stamp stamp) {
        Map<UUID, UUID> people = new LinkedHashMap<>();
        List<UUID> contacts =
                db.list(
                        scope,
                        MISSING,
                        row -> {
                            people.put(Ids.next(), row.getObject("member_id", UUID.class));
                            return row.getObject("contact_id", UUID.class);
                        },
                        "ward",
                        round.wardNo(),
                        "id",
                        round.id(),
                        "on",
                        stamp.on());
        UUID[] ids = people.keySet().toArray(UUID[]::new);
        if (ids.length > 0) {
            db.update(
                    scope,
                    DRAW,
                    "round",
                    round.id(),
                    "year",
                    round.year(),
                    "rulebook",
                    round.rulebook(),
                    "ids",
                    ids,
                    "contacts",
                    contacts.toArray(UUID[]::new),
                    "at",
                    stamp.at(),
                    "who",
                    stamp.who());
            db.update(
                    scope,
                    DRAWN,
                    "ids",
                    ids,
                    "at",
                    stamp.at(),
                    "on",
                    stamp.on(),
                    "office",
                    stamp.unitNo(),
                    "who",
                    stamp.who());
        }
        return people;
    }
}
