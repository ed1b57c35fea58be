package vn.ganbo.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.DeskProgress;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Tone;
import vn.ganbo.kernel.Viewer;

/**
 * "Đợt nhận xét … theo chi bộ" on the ward's desk: the newest round, cells with most to do first.
 */
@Component
class RoundProgress implements DeskProgress {
    static final Sql CELLS =
            Sql.of(
                    """
                    select r.id as round_id, r.year, r.meeting_due, u.id as cell_id, u.name as cell_name,
                           count(*) as total,
                           count(*) filter (where s.state = 'RETURNED') as returned,
                           count(*) filter (where s.state in ('CELL_SIGNED', 'COMMUNE_CONFIRMED')) as signed,
                           max(s.met_on) as met_on,
                           sum(count(*)) over () as all_slips,
                           sum(count(*) filter (where s.state = 'RETURNED')) over () as all_returned
                      from assessment.round r
                      join assessment.comment s on s.round_id = r.id
                      join organisation.published_unit u on u.no = s.cell_no and u.valid @> :today::date
                     where r.id = (select n.id
                                     from assessment.round n
                                    where n.unit_no between :low and :high
                                      and n.unit_no <@ :scope::int4multirange
                                    order by n.year desc, n.unit_no
                                    limit 1)
                       and s.unit_no between :low and :high
                       and s.unit_no <@ :scope::int4multirange
                     group by r.id, u.id, u.name, u.code
                     order by count(*) filter (where s.state = 'RETURNED') = count(*), u.code collate "C"
                     limit 10
                    """);

    private record Cell(
            UUID roundId,
            int year,
            LocalDate meetingDue,
            UUID cellId,
            String cellName,
            long total,
            long returned,
            long signed,
            @Nullable LocalDate metOn,
            long allSlips,
            long allReturned) {}

    private final Db db;
    private final Clock clock;

    RoundProgress(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public Optional<Table> of(Viewer viewer) {
        if (!viewer.is(Role.RESIDENCE_OFFICE)) {
            return Optional.empty();
        }
        List<Cell> cells = db.list(viewer.scope(), CELLS, Cell.class);
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        Cell any = cells.getFirst();
        return Optional.of(
                new Table(
                        "Đợt nhận xét " + any.year() + " theo chi bộ",
                        "%s / %s phiếu đã xong"
                                .formatted(
                                        Show.number(any.allReturned()),
                                        Show.number(any.allSlips())),
                        "/rounds/" + any.roundId(),
                        cells.stream().map(this::row).toList()));
    }

    private Row row(Cell cell) {
        long days =
                cell.meetingDue().until(LocalDate.now(clock), java.time.temporal.ChronoUnit.DAYS);
        boolean met = cell.metOn() != null;
        return new Row(
                cell.cellName().replaceFirst("^Chi bộ ", ""),
                percent(cell.returned(), cell.total()),
                percent(cell.signed(), cell.total()),
                note(cell),
                met ? Tone.DONE : days > 0 ? Tone.LATE : Tone.WAIT,
                met
                        ? "Đã họp " + Show.shortDate(cell.metOn())
                        : days > 0
                                ? "Quá hạn %d ngày".formatted(days)
                                : "Hạn " + Show.shortDate(cell.meetingDue()),
                "/comments?year=%d&cell=%s".formatted(cell.year(), cell.cellId()));
    }

    private static String note(Cell cell) {
        String all = Show.number(cell.total());
        if (cell.returned() == cell.total()) {
            return all + " / " + all + " đã trả";
        }
        return cell.signed() == 0
                ? "%s / %s đã trả".formatted(Show.number(cell.returned()), all)
                : "%s đã trả · %s chờ xác nhận, gửi trả"
                        .formatted(Show.number(cell.returned()), Show.number(cell.signed()));
    }

    private static int percent(long share, long total) {
        return (int) (100 * share / total);
    }
}
