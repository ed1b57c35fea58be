package vn.ganbo.assessment;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** What a year was like, for a trial of its round under another rulebook. */
@Component
class DryRunQueries {
    /** Who stood on the register at the year's end, or stands there today in the year itself. */
    static final Sql PEOPLE =
            Sql.of(
                    """
                    select c.member_id as member, c.full_name, c.cell_no, c.work_name, e.ground,
                           c.exempt or e.ground is not null as exempt,
                           extract(year from lower(c.valid))::int as since,
                           exists (select from assessment.comment_request r
                                    where r.member_id = c.member_id
                                      and r.year = :year::int
                                      and r.purpose = 'ASSESSMENT') as asked,
                           coalesce(s.noted, false) as noted, s.last_year,
                           exists (select from assessment.comment k
                                    where k.member_id = c.member_id
                                      and k.year = :year::int
                                      and k.round_id is not null) as commented
                      from liaison.published_contact c
                      left join lateral (
                           select e.ground
                             from member.published_exemption e
                            where e.member_id = c.member_id
                              and e.valid @> :on::date
                            limit 1) e on true
                      left join lateral (
                           select max(k.year) as last_year,
                                  bool_or(k.year = :year::int - 1
                                          and (k.shortcomings <> '[]'
                                               or exists (select from assessment.follow_up f
                                                           where f.comment_id = k.id))) as noted
                             from assessment.comment k
                            where k.member_id = c.member_id
                              and k.year < :year::int
                              and k.state = 'RETURNED') s on true
                     where c.valid @> :on::date
                       and c.cell_no is not null
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                     order by c.sort_key, c.id
                    """);

    /** The cells with their meetings of the year. */
    static final Sql CELLS =
            Sql.of(
                    """
                    select u.no, u.name, w.no as ward_no, w.name as ward_name,
                           (select count(*)
                              from meeting.published_meeting m
                             where m.unit_no = u.no
                               and m.kind = 'PERIODIC'
                               and m.state = 'HELD'
                               and extract(year from m.held_on)::int = :year::int) as meetings
                      from organisation.published_unit u
                      join organisation.published_unit w
                        on w.no = u.parent_no
                       and w.valid @> :on::date
                     where u.kind = 'CELL'
                       and u.side = 'RESIDENCE'
                       and u.valid @> :on::date
                       and u.no between :low and :high
                       and u.no <@ :scope::int4multirange
                     order by u.code collate "C"
                    """);

    /** Somebody on the register. */
    record Person(
            UUID member,
            String fullName,
            int cellNo,
            String workName,
            @Nullable String ground,
            boolean exempt,
            int since,
            boolean asked,
            boolean noted,
            @Nullable Integer lastYear,
            boolean commented) {
        Selection.Candidate candidate() {
            return new Selection.Candidate(member, asked, noted, lastYear, since);
        }

        /** The same person as if no workplace had asked. */
        Person unasked() {
            return new Person(
                    member, fullName, cellNo, workName, ground, exempt, since, false, noted,
                    lastYear, commented);
        }
    }

    record Cell(int no, String name, int wardNo, String wardName, long meetings) {}

    private final Db db;

    DryRunQueries(Db db) {
        this.db = db;
    }

    List<Person> people(Scope scope, int year, java.time.LocalDate on) {
        return db.list(scope, PEOPLE, Person.class, "year", year, "on", on);
    }

    List<Cell> cells(Scope scope, int year, java.time.LocalDate on) {
        return db.list(scope, CELLS, Cell.class, "year", year, "on", on);
    }
}
