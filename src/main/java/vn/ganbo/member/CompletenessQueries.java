package vn.ganbo.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** Counts what records lack, and lists them to be held against the files. */
@Component
class CompletenessQueries {
    static final Sql BY_GAP =
            Sql.of(
                    """
                    select g.gap, count(*) as n
                      from member.completeness c
                     cross join unnest(c.gaps) as g (gap)
                     where c.work_no between :low and :high
                       and c.work_no <@ :scope::int4multirange
                     group by g.gap
                     order by n desc, g.gap
                    """);

    static final Sql BY_UNIT =
            Sql.of(
                    """
                    select c.work_no as unit_no, u.name, c.total, c.lacking
                      from (select c.work_no, count(*) as total,
                                   count(*) filter (where cardinality(c.gaps) > 0) as lacking
                              from member.completeness c
                             where c.work_no between :low and :high
                               and c.work_no <@ :scope::int4multirange
                             group by c.work_no) c
                      join organisation.published_unit u on u.no = c.work_no and u.valid @> :today::date
                     order by c.lacking desc, u.name
                    """);

    /** The whole list of one cell, for the half-yearly comparison with the files. */
    static final Sql OF_CELL =
            Sql.of(
                    """
                    select m.id, m.full_name, m.birth, m.birth_precision, m.card_no, w.file_no, m.admitted,
                           m.official, m.status, c.gaps
                      from member.completeness c
                      join member.member m on m.id = c.member_id
                      left join member.workplace_only w on w.member_id = m.id
                     where c.work_no = :cell
                       and c.work_no <@ :scope::int4multirange
                     order by m.sort_key, m.id
                    """);

    /** How many records lack this. */
    record OfGap(Gap gap, long n) {}

    /** How many records of a cell lack anything. */
    record OfUnit(int unitNo, String name, long total, long lacking) {}

    /** A line of the list that is held against the files. */
    record Line(
            UUID id,
            String fullName,
            @Nullable PartialDate birth,
            @Nullable String cardNo,
            @Nullable String fileNo,
            @Nullable LocalDate admitted,
            @Nullable LocalDate official,
            MemberStatus status,
            List<Gap> gaps) {}

    private final Db db;

    CompletenessQueries(Db db) {
        this.db = db;
    }

    List<OfGap> byGap(Scope scope) {
        return db.list(
                scope,
                BY_GAP,
                row -> new OfGap(Gap.valueOf(row.getString("gap")), row.getLong("n")));
    }

    List<OfUnit> byUnit(Scope scope) {
        return db.list(scope, BY_UNIT, OfUnit.class);
    }

    List<Line> ofCell(Scope scope, int cell) {
        return db.list(scope, OF_CELL, CompletenessQueries::line, "cell", cell);
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getString("full_name"),
                MemberQueries.partial(
                        row.getObject("birth", LocalDate.class), row.getString("birth_precision")),
                row.getString("card_no"),
                row.getString("file_no"),
                row.getObject("admitted", LocalDate.class),
                row.getObject("official", LocalDate.class),
                MemberStatus.valueOf(row.getString("status")),
                gaps(row));
    }

    /** The column gaps; none where the person is no member any longer. */
    static List<Gap> gaps(ResultSet row) throws SQLException {
        java.sql.@Nullable Array gaps = row.getArray("gaps");
        return gaps == null
                ? List.of()
                : Arrays.stream((String[]) gaps.getArray()).map(Gap::valueOf).toList();
    }
}
