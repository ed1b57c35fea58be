package vn.ganbo.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
                           r.request_due, r.confirm_due, r.seed, r.rulebook
                      from assessment.round r
                     where r.id = :id::uuid
                       and r.unit_no between :low and :high
                       and r.unit_no <@ :scope::int4multirange
                    """);

    /** Also for a cell of the ward. */
    static final Sql SEEN =
            Sql.of(
                    """
                    select r.id, r.unit_no, r.year, r.meeting_due, r.comment_due, r.returned_due,
                           r.request_due, r.confirm_due, r.seed, r.rulebook
                      from assessment.round r
                      join assessment.round_cell c on c.round_id = r.id
                     where r.id = :id::uuid
                       and c.cell_no between :low and :high
                       and c.cell_no <@ :scope::int4multirange
                     limit 1
                    """);

    static final Sql OPEN =
            Sql.of(
                    """
                    insert into assessment.round
                           (unit_no, id, year, opened_on, meeting_due, comment_due, returned_due,
                            request_due, confirm_due, seed, state, rulebook, changed_at,
                            changed_by)
                    values (:ward::int, :id::uuid, :year::int, :on::date, :meeting::date, :comment::date,
                            :returned::date, :request::date, :confirm::date, :seed::bigint, 'OPEN',
                            :rulebook, :at::timestamptz, :who)
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

    /** The same people with what speaks for choosing them. */
    static final Sql CANDIDATES =
            Sql.of(
                    """
                    select c.id as contact_id, c.member_id as member,
                           extract(year from lower(c.valid))::int as since,
                           exists (select from assessment.comment_request r
                                    where r.member_id = c.member_id
                                      and r.year = :year::int
                                      and r.purpose = 'ASSESSMENT'
                                      and r.state <> 'ANSWERED') as asked,
                           coalesce(k.noted, false) as noted, k.last_year
                      from liaison.published_contact c
                      left join lateral (
                           select max(k.year) as last_year,
                                  bool_or(k.year = :year::int - 1
                                          and (k.answers ->> 'proposal' in ('commend', 'consider')
                                               or k.shortcomings <> '[]')) as noted
                             from assessment.comment k
                            where k.member_id = c.member_id
                              and k.year < :year::int
                              and k.state = 'RETURNED') k on true
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
                            year, form, state, full_name, sort_key, post, work_name, chosen, rulebook,
                            changed_at, changed_by)
                    select c.unit_no, c.cell_no, c.ward_no, c.work_no, x.id, :round::uuid, c.member_id,
                           c.id, :year::int, 'NORMAL', 'DRAFT', c.full_name, c.sort_key, c.post,
                           c.work_name, x.chosen, :rulebook, :at::timestamptz, :who
                      from unnest(:ids::uuid[], :contacts::uuid[], :chosen::text[])
                        as x (id, contact, chosen)
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

    /**
     * A round with the days it runs by.
     *
     * @param seed of the lot, or null where everybody is commented on
     */
    record NewRound(
            UUID id, int wardNo, int year, Rounds.Due due, @Nullable Long seed, String rulebook) {}

    /** Somebody on the register who has no slip of the round. */
    record Candidate(
            UUID contactId,
            UUID member,
            int since,
            boolean asked,
            boolean noted,
            @Nullable Integer lastYear) {
        Selection.Candidate candidate() {
            return new Selection.Candidate(member, asked, noted, lastYear, since);
        }
    }

    /** Whom a slip is made for; chosen is null where everybody has one. */
    record Drawn(UUID contactId, UUID member, @Nullable Chosen chosen) {}

    private final Db db;

    RoundStore(Db db) {
        this.db = db;
    }

    boolean exists(Scope scope, int wardNo, int year) {
        return db.number(scope, EXISTS, "ward", wardNo, "year", year) > 0;
    }

    Optional<NewRound> find(Scope scope, UUID id) {
        return db.one(scope, FIND, RoundStore::round, "id", id);
    }

    /** The round of the ward, seen by the ward or by one of its cells. */
    Optional<NewRound> seen(Scope scope, UUID id) {
        return db.one(scope, SEEN, RoundStore::round, "id", id);
    }

    private static NewRound round(ResultSet row) throws SQLException {
        return new NewRound(
                row.getObject("id", UUID.class),
                row.getInt("unit_no"),
                row.getInt("year"),
                new Rounds.Due(
                        row.getObject("meeting_due", LocalDate.class),
                        row.getObject("comment_due", LocalDate.class),
                        row.getObject("returned_due", LocalDate.class),
                        row.getObject("request_due", LocalDate.class),
                        row.getObject("confirm_due", LocalDate.class)),
                row.getObject("seed", Long.class),
                row.getString("rulebook"));
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
                "seed",
                round.seed(),
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

    /** Everybody without a slip who is not exempt. */
    List<Drawn> missing(Scope scope, NewRound round, Stamp stamp) {
        return db.list(
                scope,
                MISSING,
                row ->
                        new Drawn(
                                row.getObject("contact_id", UUID.class),
                                row.getObject("member_id", UUID.class),
                                null),
                "ward",
                round.wardNo(),
                "id",
                round.id(),
                "on",
                stamp.on());
    }

    List<Candidate> candidates(Scope scope, NewRound round, Stamp stamp) {
        return db.list(
                scope,
                CANDIDATES,
                Candidate.class,
                "ward",
                round.wardNo(),
                "id",
                round.id(),
                "year",
                round.year(),
                "on",
                stamp.on());
    }

    /** Makes the drafts. */
    void draw(Scope scope, NewRound round, List<Drawn> people, Stamp stamp) {
        if (people.isEmpty()) {
            return;
        }
        UUID[] ids = people.stream().map(one -> Ids.next()).toArray(UUID[]::new);
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
                people.stream().map(Drawn::contactId).toArray(UUID[]::new),
                "chosen",
                people.stream()
                        .map(one -> one.chosen() == null ? null : one.chosen().name())
                        .toArray(String[]::new),
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
}
