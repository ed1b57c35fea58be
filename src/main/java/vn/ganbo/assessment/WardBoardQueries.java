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

/** The rounds of all wards of a scope, for whoever looks at a whole province. */
@Component
class WardBoardQueries {
    /**
     * This year and those of which there is a round, newest first, and how many wards have none.
     */
    static final Sql YEARS =
            Sql.of(
                    """
                    select y.year, y.rounds,
                           (select count(*)
                              from organisation.published_unit u
                             where u.kind = 'COMMUNE'
                               and u.side = 'RESIDENCE'
                               and u.valid @> :today::date
                               and u.no between :low and :high
                               and u.no <@ :scope::int4multirange
                               and not exists (select from assessment.round n
                                                where n.unit_no = u.no
                                                  and n.year = y.year)) as unopened
                      from (select x.year, count(x.id) as rounds
                              from (select r.year, r.id
                                      from assessment.round r
                                     where r.unit_no between :low and :high
                                       and r.unit_no <@ :scope::int4multirange
                                    union all
                                    select extract(year from :today::date)::int, null) x
                             group by x.year
                             order by x.year desc
                             limit 10) y
                     order by y.year desc
                    """);

    /**
     * Slips are counted by cell first, so that cells without a signature are counted, too; once for
     * all wards, which the planner would not do by itself.
     */
    static final Sql BOARD =
            Sql.of(
                    """
                    with cell as materialized (
                        select s.round_id, s.cell_no, count(*) as total,
                               count(*) filter (where s.state = 'DRAFT' and s.complete) as ready,
                               count(*) filter (where s.state = 'CELL_SIGNED') as signed,
                               count(*) filter (where s.state = 'COMMUNE_CONFIRMED') as confirmed,
                               count(*) filter (where s.state = 'RETURNED') as returned
                          from assessment.comment s
                         where s.year = :year::int
                           and s.edition = 1
                           and s.round_id is not null
                           and s.unit_no between :low and :high
                           and s.unit_no <@ :scope::int4multirange
                         group by s.round_id, s.cell_no),
                    ward as materialized (
                        select x.round_id, count(*) as cells,
                               count(*) filter (where x.signed + x.confirmed + x.returned = 0) as unsigned,
                               sum(x.total)::bigint as total, sum(x.ready)::bigint as ready,
                               sum(x.signed)::bigint as signed, sum(x.confirmed)::bigint as confirmed,
                               sum(x.returned)::bigint as returned
                          from cell x
                         group by x.round_id)
                    select r.id, u.name as ward_name, r.meeting_due, r.comment_due, r.returned_due,
                           coalesce(c.cells, 0) as cells, coalesce(c.unsigned, 0) as unsigned,
                           coalesce(c.total, 0) as total, coalesce(c.ready, 0) as ready,
                           coalesce(c.signed, 0) as signed, coalesce(c.confirmed, 0) as confirmed,
                           coalesce(c.returned, 0) as returned
                      from assessment.round r
                      join organisation.published_unit u
                        on u.no = r.unit_no
                       and (u.valid @> :today::date
                            or assessment.last_of(u.no, u.valid, :today::date))
                      left join ward c on c.round_id = r.id
                     where r.year = :year::int
                       and r.unit_no between :low and :high
                       and r.unit_no <@ :scope::int4multirange
                     order by u.code collate "C"
                    """);

    /** How many wards have a round of a year, and how many have none. */
    record Year(int year, long rounds, long unopened) {}

    /** One ward's round. */
    record Line(
            UUID id,
            String wardName,
            LocalDate meetingDue,
            LocalDate commentDue,
            LocalDate returnedDue,
            long cells,
            long unsigned,
            long total,
            long ready,
            long signed,
            long confirmed,
            long returned) {

        String ward() {
            return wardName.replaceFirst("^Đảng bộ ", "");
        }

        List<Part> parts() {
            return List.of(
                    Part.of(returned, total, Tone.DONE),
                    Part.of(signed + confirmed, total, Tone.WAIT),
                    Part.of(ready, total, Tone.ACT));
        }

        String progress() {
            return "%s / %s phiếu đã trả".formatted(Show.number(returned), Show.number(total));
        }

        /** What is past its day, or null. */
        RoundQueries.@Nullable Pill late(LocalDate today) {
            if (returned < total && today.isAfter(returnedDue)) {
                return new RoundQueries.Pill(
                        Tone.LATE, "Quá hạn gửi trả " + Show.shortDate(returnedDue));
            }
            return unsigned > 0 && today.isAfter(commentDue)
                    ? new RoundQueries.Pill(Tone.LATE, "Quá hạn ký " + Show.shortDate(commentDue))
                    : null;
        }
    }

    private final Db db;

    WardBoardQueries(Db db) {
        this.db = db;
    }

    List<Year> years(Scope scope) {
        return db.list(scope, YEARS, Year.class);
    }

    List<Line> board(Scope scope, int year) {
        return db.list(scope, BOARD, Line.class, "year", year);
    }
}
