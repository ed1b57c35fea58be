package vn.ganbo.liaison;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** Keeps the last days of letters, and of which letters somebody has been reminded. */
@Component
class LetterClockStore {
    static final Sql DUE =
            Sql.of(
                    """
                    update liaison.introduction i
                       set due_on = x.due_on
                      from unnest(:wards::int[], :dues::date[]) as x (ward_no, due_on)
                     where i.id = any (:ids::uuid[])
                       and i.to_no = x.ward_no
                       and ((i.from_no between :low and :high and i.from_no <@ :scope::int4multirange)
                            or (i.work_no between :low and :high and i.work_no <@ :scope::int4multirange)
                            or (i.res_no between :low and :high and i.res_no <@ :scope::int4multirange))
                    """);

    static final Sql REMIND =
            Sql.of(
                    """
                    update liaison.introduction i
                       set reminded_on = :on::date
                     where i.due_on < :on::date
                       and i.reminded_on is null
                       and i.state in ('SENT', 'ACKNOWLEDGED')
                       and i.res_no between :low and :high
                       and i.res_no <@ :scope::int4multirange
                    returning i.member_id, i.state
                    """);

    static final Sql ESCALATE =
            Sql.of(
                    """
                    update liaison.introduction i
                       set escalated_on = :on::date
                     where i.due_on < :cutoff::date
                       and i.reminded_on is not null
                       and i.escalated_on is null
                       and i.state in ('SENT', 'ACKNOWLEDGED')
                       and i.res_no between :low and :high
                       and i.res_no <@ :scope::int4multirange
                    returning i.member_id
                    """);

    /** The last day for letters to one ward, or null where its rulebook sets none. */
    record Due(int wardNo, @Nullable LocalDate on) {}

    record Overdue(UUID memberId, LetterState state) {}

    private final Db db;

    LetterClockStore(Db db) {
        this.db = db;
    }

    void due(Scope scope, Collection<UUID> letters, List<Due> dues) {
        db.update(
                scope,
                DUE,
                "ids",
                letters.toArray(UUID[]::new),
                "wards",
                dues.stream().map(Due::wardNo).toArray(Integer[]::new),
                "dues",
                dues.stream()
                        .map(d -> d.on() == null ? null : d.on().toString())
                        .toArray(String[]::new));
    }

    List<Overdue> remind(Scope scope, LocalDate today) {
        return db.list(scope, REMIND, Overdue.class, "on", today);
    }

    List<UUID> escalate(Scope scope, LocalDate today, LocalDate cutoff) {
        return db.list(
                scope,
                ESCALATE,
                row -> row.getObject("member_id", UUID.class),
                "on",
                today,
                "cutoff",
                cutoff);
    }
}
