package vn.ganbo.away;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** Figures by unit and ground, all of them by one statement. */
@Component
class AwayStatistics {
    /**
     * For each unit and ground, and for each ground over all (unit_no null). A person is counted
     * once a ground: times do not overlap.
     */
    static final Sql FIGURES =
            Sql.of(
                    """
                    select g.no as unit_no, g.name as unit_name, p.name as above, a.ground,
                           count(*) filter (where a.granted and a.valid @> :today::date and a.extent = 'FULL') as exempt,
                           count(*) filter (where a.granted and a.valid @> :today::date and a.extent = 'REDUCED') as reduced,
                           count(*) filter (where a.state in ('SUBMITTED', 'SUPPORTED', 'RESOLVED') and not a.granted) as waiting,
                           count(*) filter (where a.granted
                                              and coalesce(a.decided_on, a.resolved_on)
                                                  >= date_trunc('year', :today::date)::date) as decided,
                           count(*) filter (where a.granted and a.valid @> :today::date
                                              and upper(a.valid) <= :today::date + 61) as ending,
                           count(*) filter (where a.returned_on >= date_trunc('year', :today::date)::date) as returned,
                           count(*) filter (where a.granted and a.away and a.valid @> :today::date
                                              and case when a.follows is null then greatest(lower(a.valid), c.last_on)
                                                       else coalesce(c.last_on, lower(a.valid)) end
                                                  + make_interval(months => :months::int) <= :today::date) as silent
                      from away.application a
                      join organisation.published_unit u on u.no = a.work_no and u.valid @> :today::date
                      join organisation.published_unit g
                        on g.no = case when :by = 'CELL' then u.no else coalesce(u.parent_no, u.no) end
                       and g.valid @> :today::date
                      left join organisation.published_unit p on p.no = g.parent_no and p.valid @> :today::date
                      left join (select i.member_id, max(i.on_day) as last_on
                                   from away.check_in i
                                  where i.work_no between :low and :high
                                    and i.work_no <@ :scope::int4multirange
                                  group by i.member_id) c on c.member_id = a.member_id
                     where a.work_no between :low and :high
                       and a.work_no <@ :scope::int4multirange
                       and a.state not in ('REFUSED', 'WITHDRAWN', 'LAPSED')
                     group by grouping sets ((g.no, g.name, p.name, a.ground), (a.ground))
                     order by g.no is not null, p.name, g.name, g.no, a.ground
                    """);

    /**
     * Figures of one ground.
     *
     * @param unitNo null for all units together
     * @param above what the unit belongs to, where the viewer sees that
     * @param decided granted since the year began
     * @param ending in force, with sixty days left at most
     * @param silent in force and away, without a sign for the last rung's months
     */
    record Figures(
            @Nullable Integer unitNo,
            @Nullable String unitName,
            @Nullable String above,
            String ground,
            long exempt,
            long reduced,
            long waiting,
            long decided,
            long ending,
            long returned,
            long silent) {}

    private final Db db;

    AwayStatistics(Db db) {
        this.db = db;
    }

    /**
     * All figures, those over all units first.
     *
     * @param byCell by cell, else by the organisation above it
     * @param months of silence
     */
    List<Figures> figures(Scope scope, boolean byCell, int months) {
        return db.list(
                scope, FIGURES, Figures.class, "by", byCell ? "CELL" : "ABOVE", "months", months);
    }
}
