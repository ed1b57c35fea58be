package vn.ganbo.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** Shows records of meetings, and the drafts that no standing record covers. */
@Component
class DecisionQueries {
    static final Sql ONE =
            Sql.of(
                    """
                    select d.id, d.version, d.unit_no as cell_no, u.name as cell_name, d.met_on, d.place,
                           d.by_committee, d.votes_for, d.votes_against, d.votes_abstain, d.conclusion,
                           d.recorded_by, d.recorded_at, d.withdrawn_on, d.withdrawn_because,
                           (select count(*) from assessment.comment c where c.decision_id = d.id) as signed
                      from assessment.decision d
                      join organisation.published_unit u
                        on u.no = d.unit_no
                       and (u.valid @> :today::date
                            or assessment.last_of(u.no, u.valid, :today::date))
                     where d.id = :id::uuid
                       and d.unit_no between :low and :high
                       and d.unit_no <@ :scope::int4multirange
                    """);

    static final Sql ATTENDEES =
            Sql.of(
                    """
                    select a.body, a.person_id, a.full_name as name, a.title
                      from assessment.decision_attendee a
                     where a.decision_id = :id::uuid
                       and a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                     order by a.no
                    """);

    /** Who came from the Front to meetings of the cell, with the last title, the newest first. */
    static final Sql FRONT_BEFORE =
            Sql.of(
                    """
                    select x.name, x.title
                      from (select distinct on (a.full_name) a.full_name as name, a.title, d.met_on
                              from assessment.decision_attendee a
                              join assessment.decision d on d.id = a.decision_id
                             where a.unit_no = :cell::int
                               and a.body = 'FRONT'
                               and a.unit_no between :low and :high
                               and a.unit_no <@ :scope::int4multirange
                             order by a.full_name, d.met_on desc, d.id desc) x
                     order by x.met_on desc, x.name
                     limit 12
                    """);

    static final Sql COVERED =
            Sql.of(
                    """
                    select c.id, c.full_name, c.state, dm.votes_for, dm.votes_against, dm.votes_abstain,
                           dm.dissent
                      from assessment.decision_member dm
                      join assessment.comment c on c.id = dm.comment_id
                     where dm.decision_id = :id::uuid
                       and dm.unit_no between :low and :high
                       and dm.unit_no <@ :scope::int4multirange
                     order by c.sort_key, c.id
                    """);

    static final Sql OPEN =
            Sql.of(
                    """
                    select c.id, c.full_name, c.complete
                      from assessment.comment c
                     where c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and c.cell_no = :cell::int
                       and c.state = 'DRAFT'
                       and not exists (select from assessment.decision_member dm
                                         join assessment.decision d on d.id = dm.decision_id
                                        where dm.comment_id = c.id
                                          and d.withdrawn_on is null)
                     order by c.sort_key, c.id
                    """);

    static final Sql OF_CELL =
            Sql.of(
                    """
                    select d.id, u.name as cell_name, d.met_on, d.withdrawn_on is not null as withdrawn,
                           (select count(*) from assessment.decision_member dm where dm.decision_id = d.id)
                               as people,
                           (select count(*) from assessment.comment c where c.decision_id = d.id) as signed
                      from assessment.decision d
                      join organisation.published_unit u
                        on u.no = d.unit_no
                       and (u.valid @> :today::date
                            or assessment.last_of(u.no, u.valid, :today::date))
                     where d.unit_no between :low and :high
                       and d.unit_no <@ :scope::int4multirange
                     order by d.met_on desc, u.code collate "C", d.id
                     limit :size::int
                    """);

    /** A record as its page shows it. */
    record Shown(
            UUID id,
            int version,
            int cellNo,
            String cellName,
            LocalDate metOn,
            String place,
            boolean byCommittee,
            int votesFor,
            int votesAgainst,
            int votesAbstain,
            String conclusion,
            String recordedBy,
            java.time.Instant recordedAt,
            @Nullable LocalDate withdrawnOn,
            @Nullable String withdrawnBecause,
            long signed) {}

    /** A person whom a record covers; votes only where they differ. */
    record Person(
            UUID id,
            String fullName,
            CommentState state,
            @Nullable Integer votesFor,
            @Nullable Integer votesAgainst,
            @Nullable Integer votesAbstain,
            @Nullable String dissent) {}

    /** A draft that waits for a meeting. */
    record Open(UUID id, String fullName, boolean complete) {}

    record Line(
            UUID id,
            String cellName,
            LocalDate metOn,
            boolean withdrawn,
            long people,
            long signed) {}

    private final Db db;

    DecisionQueries(Db db) {
        this.db = db;
    }

    Optional<Shown> one(Scope scope, UUID id) {
        return db.one(scope, ONE, Shown.class, "id", id);
    }

    List<DecisionStore.Attendee> attendees(Scope scope, UUID id) {
        return db.list(scope, ATTENDEES, DecisionStore.Attendee.class, "id", id);
    }

    List<CollectiveDecisions.FrontPerson> frontBefore(Scope scope, int cellNo) {
        return db.list(scope, FRONT_BEFORE, CollectiveDecisions.FrontPerson.class, "cell", cellNo);
    }

    List<Person> covered(Scope scope, UUID id) {
        return db.list(scope, COVERED, Person.class, "id", id);
    }

    List<Open> open(Scope scope, int cellNo) {
        return db.list(scope, OPEN, Open.class, "cell", cellNo);
    }

    /** The newest records, at most so many; all for null. */
    List<Line> list(Scope scope, @Nullable Integer size) {
        return db.list(scope, OF_CELL, Line.class, "size", size);
    }
}
