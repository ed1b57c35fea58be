package vn.ganbo.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/**
 * Who was absent without leave, as concluded: asked first, the days passed, no good reason accepted
 * (DECISIONS 10). Nobody stands here with an open question.
 */
@Component
class AbsenceQueries {
    static final Sql LIST =
            Sql.of(
                    """
                    select a.member_id, c.full_name, c.work_name, concat_ws(', ', r.name, g.name) as res_name, count(*) as missed,
                           string_agg(to_char(a.held_on, 'DD/MM/YYYY'), ', ' order by a.held_on) as days
                      from meeting.published_attendance a
                      join liaison.published_contact c on c.member_id = a.member_id and c.valid @> :today::date
                      join organisation.published_unit r on r.no = c.unit_no and r.valid @> :today::date
                      left join organisation.published_unit g
                             on r.kind = 'GROUP' and g.no = r.parent_no and g.valid @> :today::date
                     where a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and a.held_on >= :from::date
                       and a.concluded
                       and a.mark = 'ABSENT'
                       and a.accepted is not true
                       and not exists (select from exchange.notice n
                                        where n.member_id = a.member_id
                                          and n.kind = 'ABSENCES'
                                          and n.state <> 'DROPPED'
                                          and (n.changed_at at time zone 'Asia/Ho_Chi_Minh')::date
                                              >= a.concluded_on)
                     group by a.member_id, c.full_name, c.sort_key, c.work_name, r.name, g.name
                     order by c.work_name, c.sort_key, a.member_id
                    """);

    /**
     * Somebody absent without leave since a day, of whom the workplace has not been told.
     *
     * @param days of the meetings, as people write them
     */
    record Absent(
            UUID memberId,
            String fullName,
            String workName,
            String resName,
            int missed,
            String days) {}

    private final Db db;

    AbsenceQueries(Db db) {
        this.db = db;
    }

    List<Absent> since(Scope scope, LocalDate from) {
        return db.list(scope, LIST, Absent.class, "from", from);
    }
}
