package vn.ganbo.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.regulation.FollowUpKind;
import vn.ganbo.web.Picked;

/**
 * Keeps what a workplace does about a proposal: the residence opens it, or the workplace that takes
 * the slip in on paper; the workplace answers.
 */
@Component
class FollowUpStore {
    static final Sql OPEN =
            Sql.of(
                    """
                    insert into assessment.follow_up
                           (comment_id, kind, opened_on, due_on, changed_at, changed_by)
                    select c.id, x.kind, :on::date, :due::date, :at::timestamptz, :who
                      from unnest(:ids::uuid[], :kinds::text[]) as x (id, kind)
                      join assessment.comment c on c.id = x.id
                     where c.state = 'RETURNED'
                       and (c.unit_no between :low and :high and c.unit_no <@ :scope::int4multirange
                            or c.incoming_id is not null
                               and c.work_no between :low and :high
                               and c.work_no <@ :scope::int4multirange)
                    """);

    static final Sql STANDING =
            Sql.of(
                    """
                    select c.member_id, c.full_name, m.work_no, c.work_name, c.ward_no, c.year,
                           c.incoming_id is not null as on_paper,
                           coalesce(c.cell_signed_on, c.returned_on) as slip_on, c.rulebook,
                           f.kind, f.opened_on, f.talked_on, f.answered_on, f.changed_by, f.changed_at
                      from assessment.follow_up f
                      join assessment.comment c on c.id = f.comment_id
                     cross join lateral (
                           select m.work_no
                             from member.published_standing m
                            where m.id = c.member_id
                            limit 1) m
                     where f.comment_id = :id::uuid
                       and m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                    """);

    static final Sql TALK =
            Sql.of(
                    """
                    with kept as (
                        insert into assessment.follow_up_talk (comment_id, on_date, words, at, who)
                        select f.comment_id, :talked::date, :words, :at::timestamptz, :who
                          from assessment.follow_up f
                         where f.comment_id = :id::uuid
                           and f.version = :version::int
                        returning comment_id)
                    update assessment.follow_up f
                       set talked_on = :talked::date,
                           version = f.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                      from kept k
                      join assessment.comment c on c.id = k.comment_id
                     cross join lateral (
                           select m.work_no
                             from member.published_standing m
                            where m.id = c.member_id
                            limit 1) m
                     where f.comment_id = k.comment_id
                       and m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                       and f.version = :version::int
                    """);

    static final Sql ANSWER =
            Sql.of(
                    """
                    update assessment.follow_up f
                       set outcome = :outcome,
                           answer = :answer,
                           answered_on = :on::date,
                           version = f.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                      from assessment.comment c
                     cross join lateral (
                           select m.work_no
                             from member.published_standing m
                            where m.id = c.member_id
                            limit 1) m
                     where f.comment_id = :id::uuid
                       and c.id = f.comment_id
                       and m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                       and f.version = :version::int
                       and f.answered_on is null
                    """);

    /**
     * How far one is, and of which slip.
     *
     * @param onPaper whether the slip came on paper, so that its residence reads no page here
     */
    record Standing(
            UUID memberId,
            String fullName,
            int workNo,
            String workName,
            int wardNo,
            int year,
            boolean onPaper,
            LocalDate slipOn,
            String rulebook,
            FollowUpKind kind,
            LocalDate openedOn,
            @Nullable LocalDate talkedOn,
            @Nullable LocalDate answeredOn,
            String changedBy,
            Instant changedAt) {}

    private final Db db;

    FollowUpStore(Db db) {
        this.db = db;
    }

    void open(Scope scope, Map<UUID, FollowUpKind> comments, @Nullable LocalDate due, Stamp stamp) {
        List<Map.Entry<UUID, FollowUpKind>> rows = List.copyOf(comments.entrySet());
        db.update(
                scope,
                OPEN,
                "ids",
                rows.stream().map(Map.Entry::getKey).toArray(UUID[]::new),
                "kinds",
                rows.stream().map(row -> row.getValue().name()).toArray(String[]::new),
                "on",
                stamp.on(),
                "due",
                due,
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    Optional<Standing> standing(Scope scope, UUID comment) {
        return db.one(scope, STANDING, Standing.class, "id", comment);
    }

    /** Returns false when somebody was faster. */
    boolean talk(Scope scope, Picked picked, @Nullable LocalDate on, String words, Stamp stamp) {
        return db.update(
                        scope,
                        TALK,
                        "id",
                        picked.id(),
                        "version",
                        picked.version(),
                        "talked",
                        on,
                        "words",
                        words,
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                == 1;
    }

    /** Returns false when somebody was faster. */
    boolean answer(
            Scope scope,
            Picked picked,
            @Nullable FollowUpOutcome outcome,
            String answer,
            Stamp stamp) {
        return db.update(
                        scope,
                        ANSWER,
                        "id",
                        picked.id(),
                        "version",
                        picked.version(),
                        "outcome",
                        outcome == null ? null : outcome.name(),
                        "answer",
                        answer,
                        "on",
                        stamp.on(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                == 1;
    }
}
