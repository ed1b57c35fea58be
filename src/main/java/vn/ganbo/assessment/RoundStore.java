package vn.ganbo.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    static final Sql FIND =
            Sql.of(
                    """
                    select r.id, r.unit_no, r.year, r.meeting_due, r.comment_due, r.returned_due,
                           r.request_due, r.report_due, r.confirm_due, r.seed, r.rulebook
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
                           r.request_due, r.report_due, r.confirm_due, r.seed, r.rulebook
                      from assessment.round r
                      join assessment.round_cell c on c.round_id = r.id
                     where r.id = :id::uuid
                       and c.cell_no between :low and :high
                       and c.cell_no <@ :scope::int4multirange
                     limit 1
                    """);

    /** Which of these wards have a round of the year. */
    static final Sql OPENED =
            Sql.of(
                    """
                    select r.unit_no
                      from assessment.round r
                     where r.unit_no = any (:wards::int[])
                       and r.year = :year::int
                       and r.unit_no between :low and :high
                       and r.unit_no <@ :scope::int4multirange
                    """);

    static final Sql OPEN =
            Sql.of(
                    """
                    insert into assessment.round
                           (unit_no, id, year, opened_on, meeting_due, comment_due, returned_due,
                            request_due, report_due, confirm_due, seed, state, rulebook,
                            changed_at, changed_by)
                    select x.ward, x.id, :year::int, :on::date, :meeting::date, :comment::date,
                           :returned::date, :request::date, :report::date, :confirm::date,
                           x.seed, 'OPEN', :rulebook, :at::timestamptz, :who
                      from unnest(:wards::int[], :ids::uuid[], :seeds::bigint[]) as x (ward, id, seed)
                    """);

    static final Sql CELLS =
            Sql.of(
                    """
                    insert into assessment.round_cell (ward_no, cell_no, round_id, registered, exempt)
                    select x.ward, x.no, x.round, count(c.id),
                           count(c.id) filter (where c.exempt)
                      from unnest(:wards::int[], :cells::int[], :rounds::uuid[]) as x (ward, no, round)
                      left join liaison.published_contact c
                             on c.cell_no = x.no
                            and c.valid @> :on::date
                            and c.unit_no between :low and :high
                            and c.unit_no <@ :scope::int4multirange
                     group by x.ward, x.no, x.round
                    """);

    /**
     * Who stands on the register without a slip of a round of this year, here or in a ward that was
     * merged into this one; exempt members have none.
     */
    static final Sql MISSING =
            Sql.of(
                    """
                    select c.ward_no, c.id as contact_id, c.member_id
                      from liaison.published_contact c
                     where c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and c.ward_no = any (:wards::int[])
                       and c.cell_no is not null
                       and c.valid @> :on::date
                       and not c.exempt
                       and not exists (select from member.published_exemption e
                                        where e.member_id = c.member_id
                                          and e.valid @> :on::date)
                       and not exists (select from assessment.comment s
                                        where s.member_id = c.member_id
                                          and s.year = :year::int
                                          and s.round_id is not null)
                     order by c.sort_key, c.id
                    """);

    /** The same people with what speaks for choosing them. */
    static final Sql CANDIDATES =
            Sql.of(
                    """
                    select c.ward_no, c.id as contact_id, c.member_id as member,
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
                                          and (k.shortcomings <> '[]'
                                               or exists (select from assessment.follow_up f
                                                           where f.comment_id = k.id))) as noted
                             from assessment.comment k
                            where k.member_id = c.member_id
                              and k.year < :year::int
                              and k.state = 'RETURNED') k on true
                     where c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and c.ward_no = any (:wards::int[])
                       and c.cell_no is not null
                       and c.valid @> :on::date
                       and not c.exempt
                       and not exists (select from member.published_exemption e
                                        where e.member_id = c.member_id
                                          and e.valid @> :on::date)
                       and not exists (select from assessment.comment s
                                        where s.member_id = c.member_id
                                          and s.year = :year::int
                                          and s.round_id is not null)
                     order by c.sort_key, c.id
                    """);

    static final Sql DRAW =
            Sql.of(
                    """
                    insert into assessment.comment
                           (unit_no, cell_no, ward_no, work_no, id, round_id, member_id, contact_id,
                            year, form, state, full_name, sort_key, post, work_name, chosen, rulebook,
                            changed_at, changed_by)
                    select c.unit_no, c.cell_no, c.ward_no, c.work_no, x.id, x.round, c.member_id,
                           c.id, :year::int, 'NORMAL', 'DRAFT', c.full_name, c.sort_key, c.post,
                           c.work_name, x.chosen, :rulebook, :at::timestamptz, :who
                      from unnest(:ids::uuid[], :rounds::uuid[], :contacts::uuid[], :chosen::text[])
                        as x (id, round, contact, chosen)
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
            int wardNo,
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

    /** Whom a slip is made for, and in which round; chosen is null where everybody has one. */
    record Drawn(UUID round, UUID contactId, UUID member, @Nullable Chosen chosen) {}

    /** A cell of a ward whose round is opened. */
    record Cell(int wardNo, int no, UUID round) {}

    private final Db db;

    RoundStore(Db db) {
        this.db = db;
    }

    /** Those of the wards that have a round of the year. */
    Set<Integer> opened(Scope scope, Collection<Integer> wards, int year) {
        return Set.copyOf(
                db.list(
                        scope,
                        OPENED,
                        row -> row.getInt(1),
                        "wards",
                        wards.toArray(Integer[]::new),
                        "year",
                        year));
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
                        row.getObject("report_due", LocalDate.class),
                        row.getObject("confirm_due", LocalDate.class)),
                row.getObject("seed", Long.class),
                row.getString("rulebook"));
    }

    /** Opens rounds of one year that run by the same days and rulebook, one for each ward. */
    void open(Scope scope, List<NewRound> rounds, List<Cell> cells, Stamp stamp) {
        NewRound any = rounds.getFirst();
        db.update(
                scope,
                OPEN,
                "wards",
                rounds.stream().map(NewRound::wardNo).toArray(Integer[]::new),
                "ids",
                rounds.stream().map(NewRound::id).toArray(UUID[]::new),
                "seeds",
                rounds.stream().map(NewRound::seed).toArray(Long[]::new),
                "year",
                any.year(),
                "on",
                stamp.on(),
                "meeting",
                any.due().meeting(),
                "comment",
                any.due().comment(),
                "returned",
                any.due().returned(),
                "request",
                any.due().request(),
                "report",
                any.due().report(),
                "confirm",
                any.due().confirm(),
                "rulebook",
                any.rulebook(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
        db.update(
                scope,
                CELLS,
                "wards",
                cells.stream().map(Cell::wardNo).toArray(Integer[]::new),
                "cells",
                cells.stream().map(Cell::no).toArray(Integer[]::new),
                "rounds",
                cells.stream().map(Cell::round).toArray(UUID[]::new),
                "on",
                stamp.on());
    }

    /** Everybody without a slip who is not exempt, in the rounds of these wards. */
    List<Drawn> missing(Scope scope, Map<Integer, NewRound> byWard, Stamp stamp) {
        return db.list(
                scope,
                MISSING,
                row ->
                        new Drawn(
                                Objects.requireNonNull(byWard.get(row.getInt("ward_no"))).id(),
                                row.getObject("contact_id", UUID.class),
                                row.getObject("member_id", UUID.class),
                                null),
                "wards",
                byWard.keySet().toArray(Integer[]::new),
                "year",
                byWard.values().iterator().next().year(),
                "on",
                stamp.on());
    }

    List<Candidate> candidates(Scope scope, Collection<Integer> wards, int year, Stamp stamp) {
        return db.list(
                scope,
                CANDIDATES,
                Candidate.class,
                "wards",
                wards.toArray(Integer[]::new),
                "year",
                year,
                "on",
                stamp.on());
    }

    /** Makes the drafts of rounds of one year and rulebook. */
    void draw(Scope scope, NewRound any, List<Drawn> people, Stamp stamp) {
        if (people.isEmpty()) {
            return;
        }
        UUID[] ids = people.stream().map(one -> Ids.next()).toArray(UUID[]::new);
        db.update(
                scope,
                DRAW,
                "year",
                any.year(),
                "rulebook",
                any.rulebook(),
                "ids",
                ids,
                "rounds",
                people.stream().map(Drawn::round).toArray(UUID[]::new),
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
