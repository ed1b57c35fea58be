package vn.ganbo.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Tone;
import vn.ganbo.web.Part;

/** The workplace's side of a year: for each of its cells, how many comments are back. */
@Component
class WorkBoardQueries {
    /**
     * A member counts where they work now. Exempt members have no yearly comment. Of several slips
     * of the year one is enough.
     */
    static final Sql BOARD =
            Sql.of(
                    """
                    select u.id as cell_id, u.name as cell_name, count(*) as registered,
                           count(*) filter (where c.exempt) as exempt,
                           count(*) filter (where not c.exempt and (q.asked or s.returned)) as asked,
                           count(*) filter (where not c.exempt and s.returned) as returned,
                           count(*) filter (where not c.exempt and s.received) as received,
                           count(*) filter (where not c.exempt and q.late
                                              and s.returned is distinct from true) as late,
                           min(q.due_on) filter (where s.returned is distinct from true) as due_on
                      from liaison.published_contact c
                      join member.published_standing m on m.id = c.member_id
                      join organisation.published_unit u
                        on u.no = m.work_no
                       and (u.valid @> :today::date
                            or assessment.last_of(u.no, u.valid, :today::date))
                      left join lateral (
                           select true as asked, bool_or(r.state <> 'ANSWERED' and r.due_on < :today::date) as late,
                                  min(r.due_on) filter (where r.state <> 'ANSWERED') as due_on
                             from assessment.comment_request r
                            where r.member_id = c.member_id
                              and r.year = :year::int
                              and r.purpose = 'ASSESSMENT'
                           having count(*) > 0) q on true
                      left join lateral (
                           select true as returned, bool_or(w.comment_id is not null) as received
                             from assessment.comment o
                             left join assessment.comment_receipt w
                                    on w.comment_id = o.id and w.side = 'WORKPLACE'
                            where o.member_id = c.member_id
                              and o.year = :year::int
                              and o.state = 'RETURNED'
                           having count(*) > 0) s on true
                     where m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                       and c.valid @> :today::date
                     group by u.id, u.name, u.code
                     order by u.code collate "C"
                    """);

    /** One cell of the workplace. */
    record Line(
            UUID cellId,
            String cellName,
            long registered,
            long exempt,
            long asked,
            long returned,
            long received,
            long late,
            @Nullable LocalDate dueOn) {

        long wanted() {
            return registered - exempt;
        }

        List<Part> parts() {
            return List.of(
                    Part.of(received, wanted(), Tone.DONE),
                    Part.of(returned - received, wanted(), Tone.WAIT),
                    Part.of(Math.max(0, asked - returned), wanted(), Tone.ACT));
        }

        String progress() {
            return "%s / %s phiếu đã về, %s đã nhận vào hồ sơ"
                    .formatted(Show.number(returned), Show.number(wanted()), Show.number(received));
        }
    }

    private final Db db;

    WorkBoardQueries(Db db) {
        this.db = db;
    }

    List<Line> board(Scope scope, int year) {
        return db.list(scope, BOARD, Line.class, "year", year);
    }
}
