package vn.ganbo.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** Keeps of what somebody has been reminded; each statement marks and gives back what is new. */
@Component
class CommentClockStore {
    static final Sql REQUESTS =
            Sql.of(
                    """
                    update assessment.comment_request r
                       set reminded_on = :on::date
                     where r.due_on < :on::date
                       and r.reminded_on is null
                       and r.state <> 'ANSWERED'
                       and r.res_no between :low and :high
                       and r.res_no <@ :scope::int4multirange
                    returning r.member_id
                    """);

    static final Sql ESCALATE_REQUESTS =
            Sql.of(
                    """
                    update assessment.comment_request r
                       set escalated_on = :on::date
                     where r.due_on < :cutoff::date
                       and r.reminded_on is not null
                       and r.escalated_on is null
                       and r.state <> 'ANSWERED'
                       and r.res_no between :low and :high
                       and r.res_no <@ :scope::int4multirange
                    returning r.member_id
                    """);

    static final Sql PROPOSALS =
            Sql.of(
                    """
                    update assessment.follow_up f
                       set reminded_on = :on::date
                      from assessment.comment c
                     where f.due_on < :on::date
                       and f.reminded_on is null
                       and f.answered_on is null
                       and c.id = f.comment_id
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and not exists (select from assessment.comment n
                                        where n.replaces = c.id
                                          and n.state = 'RETURNED')
                    returning c.member_id
                    """);

    static final Sql ESCALATE_PROPOSALS =
            Sql.of(
                    """
                    update assessment.follow_up f
                       set escalated_on = :on::date
                      from assessment.comment c
                     where f.due_on < :cutoff::date
                       and f.reminded_on is not null
                       and f.escalated_on is null
                       and f.answered_on is null
                       and c.id = f.comment_id
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and not exists (select from assessment.comment n
                                        where n.replaces = c.id
                                          and n.state = 'RETURNED')
                    returning c.member_id
                    """);

    static final Sql MEETINGS =
            Sql.of(
                    """
                    update assessment.round_cell rc
                       set meeting_reminded_on = :on::date
                      from assessment.round r
                     where r.id = rc.round_id
                       and r.state = 'OPEN'
                       and r.meeting_due < :on::date
                       and rc.meeting_reminded_on is null
                       and rc.cell_no between :low and :high
                       and rc.cell_no <@ :scope::int4multirange
                       and exists (select from assessment.comment c
                                    where c.round_id = r.id
                                      and c.cell_no = rc.cell_no
                                      and c.state = 'DRAFT'
                                      and not exists (select from assessment.decision_member dm
                                                        join assessment.decision d on d.id = dm.decision_id
                                                       where dm.comment_id = c.id
                                                         and d.withdrawn_on is null))
                    returning rc.cell_no
                    """);

    static final Sql SIGNATURES =
            Sql.of(
                    """
                    update assessment.round_cell rc
                       set signing_reminded_on = :on::date
                      from assessment.round r
                     where r.id = rc.round_id
                       and r.state = 'OPEN'
                       and r.comment_due < :on::date
                       and rc.signing_reminded_on is null
                       and rc.cell_no between :low and :high
                       and rc.cell_no <@ :scope::int4multirange
                       and exists (select from assessment.comment c
                                    where c.round_id = r.id
                                      and c.cell_no = rc.cell_no
                                      and c.edition = 1
                                      and c.state = 'DRAFT')
                    returning rc.cell_no
                    """);

    static final Sql RETURNS =
            Sql.of(
                    """
                    update assessment.round r
                       set return_reminded_on = :on::date
                     where r.state = 'OPEN'
                       and r.returned_due < :on::date
                       and r.return_reminded_on is null
                       and r.unit_no between :low and :high
                       and r.unit_no <@ :scope::int4multirange
                       and exists (select from assessment.comment c
                                    where c.round_id = r.id
                                      and c.edition = 1
                                      and c.state <> 'RETURNED')
                    returning r.unit_no
                    """);

    /** A step of a round with a day of its own. */
    enum Step {
        MEETING("meetings-overdue"),
        SIGNATURE("signatures-overdue"),
        RETURN("returns-overdue");

        private final String key;

        Step(String key) {
            this.key = key;
        }

        /** Of the fact that tells of it. */
        String key() {
            return key;
        }
    }

    private final Db db;

    CommentClockStore(Db db) {
        this.db = db;
    }

    List<UUID> remindOfRequests(Scope scope, LocalDate today) {
        return people(scope, REQUESTS, today, today);
    }

    List<UUID> remindOfProposals(Scope scope, LocalDate today) {
        return people(scope, PROPOSALS, today, today);
    }

    List<UUID> escalateRequests(Scope scope, LocalDate today, LocalDate cutoff) {
        return people(scope, ESCALATE_REQUESTS, today, cutoff);
    }

    List<UUID> escalateProposals(Scope scope, LocalDate today, LocalDate cutoff) {
        return people(scope, ESCALATE_PROPOSALS, today, cutoff);
    }

    private List<UUID> people(Scope scope, Sql sql, LocalDate today, LocalDate cutoff) {
        return db
                .list(
                        scope,
                        sql,
                        row -> row.getObject("member_id", UUID.class),
                        "on",
                        today,
                        "cutoff",
                        cutoff)
                .stream()
                .distinct()
                .toList();
    }

    /** The cells, or at the last step the wards, that are late with a step of their round. */
    List<Integer> remind(Scope scope, Step step, LocalDate today) {
        Sql sql =
                switch (step) {
                    case MEETING -> MEETINGS;
                    case SIGNATURE -> SIGNATURES;
                    case RETURN -> RETURNS;
                };
        return db.list(scope, sql, row -> row.getInt(1), "on", today);
    }
}
