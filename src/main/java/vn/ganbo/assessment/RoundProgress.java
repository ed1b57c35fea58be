package vn.ganbo.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.DeskProgress;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Tone;
import vn.ganbo.kernel.Viewer;

/** On the desk of a ward: how far each cell is with this year's comments. */
@Component
class RoundProgress implements DeskProgress {
    static final Sql BY_CELL =
            Sql.of(
                    """
                    select u.name,
                           count(*) as slips,
                           count(*) filter (where c.state = 'RETURNED') as returned,
                           count(*) filter (where c.state in ('CELL_SIGNED', 'COMMUNE_CONFIRMED')) as signed,
                           max(c.met_on) as met_on
                      from assessment.comment c
                      join organisation.published_unit u on u.no = c.cell_no and u.valid @> :today::date
                     where c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and c.round_id is not null
                       and c.year = extract(year from :today::date)
                     group by u.name, u.code
                     order by u.code collate "C"
                     limit 12
                    """);

    private record Line(
            String name, long slips, long returned, long signed, @Nullable LocalDate metOn) {}

    private final Db db;

    RoundProgress(Db db) {
        this.db = db;
    }

    @Override
    public Optional<Table> of(Viewer viewer) {
        if (!viewer.is(Role.RESIDENCE_OFFICE)) {
            return Optional.empty();
        }
        List<Line> lines = db.list(viewer.scope(), BY_CELL, Line.class);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        long slips = lines.stream().mapToLong(Line::slips).sum();
        long returned = lines.stream().mapToLong(Line::returned).sum();
        return Optional.of(
                new Table(
                        "Đợt nhận xét theo chi bộ",
                        Show.number(returned) + " / " + Show.number(slips) + " phiếu đã trả",
                        "/rounds",
                        lines.stream().map(RoundProgress::row).toList()));
    }

    private static Row row(Line line) {
        boolean met = line.metOn() != null;
        return new Row(
                line.name().replaceFirst("^Chi bộ ", ""),
                percent(line.returned(), line.slips()),
                percent(line.signed(), line.slips()),
                Show.number(line.returned())
                        + " / "
                        + Show.number(line.slips())
                        + " đã trả"
                        + (line.signed() > 0 ? " · " + Show.number(line.signed()) + " đã ký" : ""),
                met ? Tone.DONE : Tone.WAIT,
                met ? "Đã họp " + Show.shortDate(line.metOn()) : "Chưa ghi cuộc họp",
                "/rounds");
    }

    private static int percent(long part, long whole) {
        return (int) (100 * part / whole);
    }
}
