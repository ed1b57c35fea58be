package vn.ganbo.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** What is to be put on a decision, or in minutes, and on which paper it stands then. */
@Component
class TaskPaperStore {
    private static final String UNDECIDED =
            """
              from assignment.assignment a
              join assignment.task t on t.id = a.task_id
             where a.unit_no = :unit::int
               and a.unit_no between :low and :high
               and a.unit_no <@ :scope::int4multirange
               and a.state = 'ACCEPTED'
               and a.decision_paper is null
               and (a.until is null or a.until >= :today::date)
               and not exists (select from assignment.review r
                                where r.assignment_id = a.id
                                  and r.cause <> 'CYCLE'
                                  and r.reviewed_on is null)
            """;

    static final Sql TO_DECIDE =
            Sql.of(
                    """
                    select a.id, a.task_id, a.full_name, t.title, t.area, t.households, a.since, a.until,
                           t.responsibility, t.product, t.authority, t.basis_number, t.basis_on
                    """
                            + UNDECIDED
                            + """
                             order by a.sort_key, t.search_key, a.id
                             limit 300
                            """);

    static final Sql DECIDED =
            Sql.of(
                    """
                    update assignment.assignment a
                       set decision_paper = :paper::uuid
                     where a.id = any (:ids::uuid[])
                       and a.decision_paper is null
                       and a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                    """);

    private static final String UNWRITTEN =
            """
              from assignment.review r
              join assignment.assignment a on a.id = r.assignment_id
              join assignment.task t on t.id = a.task_id
             where r.unit_no = :unit::int
               and r.unit_no between :low and :high
               and r.unit_no <@ :scope::int4multirange
               and r.reviewed_on is not null
               and r.minutes_paper is null
            """;

    static final Sql COUNT_UNWRITTEN = Sql.of("select count(*)" + UNWRITTEN);

    static final Sql TO_WRITE =
            Sql.of(
                    """
                    select r.id, a.full_name, t.title, r.from_day, r.to_day, r.result, r.outcome, r.words,
                           r.reviewed_on
                    """
                            + UNWRITTEN
                            + """
                             order by a.sort_key, t.search_key, r.to_day, r.id
                             limit 300
                            """);

    static final Sql WRITTEN =
            Sql.of(
                    """
                    update assignment.review r
                       set minutes_paper = :paper::uuid
                     where r.id = any (:ids::uuid[])
                       and r.minutes_paper is null
                       and r.unit_no between :low and :high
                       and r.unit_no <@ :scope::int4multirange
                    """);

    /** An assignment that stands on no decision yet. */
    record ToDecide(
            UUID id,
            UUID taskId,
            String fullName,
            String title,
            @Nullable String area,
            @Nullable Integer households,
            LocalDate since,
            @Nullable LocalDate until,
            @Nullable String responsibility,
            String product,
            @Nullable String authority,
            @Nullable String basisNumber,
            @Nullable LocalDate basisOn) {

        /** Of "6 rõ", what nobody has written down; empty where all six are clear. */
        List<String> unclear() {
            List<String> missing = new ArrayList<>();
            if (responsibility == null) {
                missing.add("trách nhiệm");
            }
            if (authority == null) {
                missing.add("thẩm quyền");
            }
            return missing;
        }
    }

    /** A review that stands in no minutes yet. */
    record ToWrite(
            UUID id,
            String fullName,
            String title,
            LocalDate fromDay,
            LocalDate toDay,
            @Nullable TaskResult result,
            ReviewOutcome outcome,
            @Nullable String words,
            LocalDate reviewedOn) {}

    private final Db db;

    TaskPaperStore(Db db) {
        this.db = db;
    }

    List<ToDecide> toDecide(Scope scope, int unit) {
        return db.list(scope, TO_DECIDE, ToDecide.class, "unit", unit);
    }

    /** False when one of them stands on another decision meanwhile. */
    boolean decided(Scope scope, UUID paper, List<ToDecide> all) {
        return db.update(
                        scope,
                        DECIDED,
                        "paper",
                        paper,
                        "ids",
                        all.stream().map(ToDecide::id).toArray(UUID[]::new))
                == all.size();
    }

    long unwritten(Scope scope, int unit) {
        return db.number(scope, COUNT_UNWRITTEN, "unit", unit);
    }

    List<ToWrite> toWrite(Scope scope, int unit) {
        return db.list(scope, TO_WRITE, ToWrite.class, "unit", unit);
    }

    /** False when one of them stands in other minutes meanwhile. */
    boolean written(Scope scope, UUID paper, List<ToWrite> all) {
        return db.update(
                        scope,
                        WRITTEN,
                        "paper",
                        paper,
                        "ids",
                        all.stream().map(ToWrite::id).toArray(UUID[]::new))
                == all.size();
    }
}
