package vn.ganbo.assignment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sparing;
import vn.ganbo.kernel.Sql;

/** Whom a cell can give tasks: its own members, and those on its register or its groups'. */
@Component
class PeopleQueries {
    private static final String PEOPLE =
            """
            with place as (
                select u.no
                  from organisation.published_unit u
                 where u.valid @> :today::date
                   and (u.no = :unit::int or (u.parent_no = :unit::int and u.kind = 'GROUP'))
            ), person as (
                select m.id, m.full_name, m.sort_key, m.birth, m.status, m.post, m.expertise,
                       m.ready_to_help, not coalesce(m.work_no in (select p.no from place p), false) as contact
                  from member.published_member m
                 where (m.work_no in (select p.no from place p)
                        and m.work_no between :low and :high
                        and m.work_no <@ :scope::int4multirange)
                    or (m.res_no in (select p.no from place p)
                        and m.res_no between :low and :high
                        and m.res_no <@ :scope::int4multirange)
            ), load as (
                select a.member_id, count(*) as tasks, coalesce(sum(t.hours), 0) as hours
                  from assignment.assignment a
                  join assignment.task t on t.id = a.task_id
                 where a.unit_no between :low and :high
                   and a.unit_no <@ :scope::int4multirange
                   and a.state not in ('WITHDRAWN', 'ENDED')
                   and (a.until is null or a.until >= :today::date)
                 group by a.member_id
            )
            select p.id, p.full_name, p.sort_key, p.birth, p.status, p.post, p.expertise, p.ready_to_help,
                   p.contact,
                   exists (select from member.published_exemption e
                            where e.member_id = p.id
                              and e.valid @> :today::date) as exempt,
                   coalesce(l.tasks, 0) as tasks, coalesce(l.hours, 0) as hours,
                   false as spared
              from person p
              left join load l on l.member_id = p.id
            """;

    static final Sql LIST =
            Sql.of(
                    PEOPLE
                            + """
                             where p.status not in ('TRANSFERRED', 'STRUCK_OFF', 'EXPELLED', 'LEFT', 'DECEASED')
                             order by p.sort_key, p.id
                             limit 500
                            """);

    static final Sql ONE =
            Sql.of(
                    PEOPLE
                            + """
                             where p.id = :member::uuid
                            """);

    private final Db db;
    private final Sparing sparing;

    PeopleQueries(Db db, Sparing sparing) {
        this.db = db;
        this.sparing = sparing;
    }

    List<Person> list(Scope scope, int cell) {
        return db.list(scope, LIST, Person.class, "unit", cell);
    }

    /** The person, where the cell can give tasks to him at all. */
    Optional<Person> one(Scope scope, int cell, UUID member) {
        return db.one(scope, ONE, Person.class, "unit", cell, "member", member);
    }

    /**
     * Those of the cell beside a task: who can, knows, is well and has time comes first. A chore of
     * the residential group is no work for those who are only on the register: they come last.
     */
    List<Person> beside(Scope scope, int cell, @Nullable String wanted, boolean chore) {
        List<Person> all = list(scope, cell);
        Set<UUID> spared = sparing.spared(scope, all.stream().map(Person::id).toList());
        return all.stream()
                .map(one -> one.sparedIf(spared.contains(one.id())))
                .sorted(
                        Comparator.comparing((Person person) -> person.unavailable() != null)
                                .thenComparing(person -> chore && person.contact())
                                .thenComparingLong((Person person) -> -person.matches(wanted))
                                .thenComparing(Person::spared)
                                .thenComparingLong(Person::hours)
                                .thenComparing(Person::sortKey))
                .toList();
    }
}
