package vn.ganbo.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
 * "Đợt nhận xét … theo chi bộ" on the ward's desk, "… theo xã, phường" on the superior's: the
 * newest round, those with most to do first.
 */
@Component
class RoundProgress implements DeskProgress {
    private static final int SHOWN = 12;

    static final Sql CELLS =
            Sql.of(
                    """
                    select r.id as round_id, r.year, r.meeting_due, r.returned_due, u.id as unit_id,
                           u.name as unit_name, count(*) as total,
                           count(*) filter (where s.state = 'RETURNED') as returned,
                           count(*) filter (where s.state in ('CELL_SIGNED', 'COMMUNE_CONFIRMED')) as signed,
                           count(*) filter (where s.state = 'DRAFT' and s.complete) as ready,
                           max(s.met_on) as met_on, 0::bigint as unmet,
                           sum(count(*)) over () as all_slips,
                           sum(count(*) filter (where s.state = 'RETURNED')) over () as all_returned,
                           count(*) over () as all_units
                      from assessment.round r
                      join assessment.comment s on s.round_id = r.id and s.edition = 1
                      join organisation.published_unit u
                        on u.no = s.cell_no
                       and (u.valid @> :today::date
                            or assessment.last_of(u.no, u.valid, :today::date))
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
                     limit :size
                    """);

    static final Sql WARDS =
            Sql.of(
                    """
                    select r.id as round_id, r.year, r.meeting_due, r.returned_due, u.id as unit_id,
                           u.name as unit_name, count(*) as total,
                           count(*) filter (where s.state = 'RETURNED') as returned,
                           count(*) filter (where s.state in ('CELL_SIGNED', 'COMMUNE_CONFIRMED')) as signed,
                           count(*) filter (where s.state = 'DRAFT' and s.complete) as ready,
                           max(s.met_on) as met_on,
                           count(distinct s.cell_no) filter (where s.met_on is null) as unmet,
                           sum(count(*)) over () as all_slips,
                           sum(count(*) filter (where s.state = 'RETURNED')) over () as all_returned,
                           count(*) over () as all_units
                      from assessment.round r
                      join assessment.comment s on s.round_id = r.id and s.edition = 1
                      join organisation.published_unit u
                        on u.no = r.unit_no
                       and (u.valid @> :today::date
                            or assessment.last_of(u.no, u.valid, :today::date))
                     where r.unit_no between :low and :high
                       and r.unit_no <@ :scope::int4multirange
                       and s.unit_no between :low and :high
                       and s.unit_no <@ :scope::int4multirange
                       and r.year = (select max(n.year)
                                       from assessment.round n
                                      where n.unit_no between :low and :high
                                        and n.unit_no <@ :scope::int4multirange)
                     group by r.id, u.id, u.name, u.code
                     order by count(*) filter (where s.state = 'RETURNED') = count(*), u.code collate "C"
                     limit :size
                    """);

    private record Line(
            UUID roundId,
            int year,
            LocalDate meetingDue,
            LocalDate returnedDue,
            UUID unitId,
            String unitName,
            long total,
            long returned,
            long signed,
            long ready,
            @Nullable LocalDate metOn,
            long unmet,
            long allSlips,
            long allReturned,
            long allUnits) {}

    private final Db db;
    private final Clock clock;

    RoundProgress(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public Optional<Table> of(Viewer viewer) {
        boolean superior = viewer.is(Role.ANALYST);
        if (!superior && !viewer.is(Role.RESIDENCE_OFFICE, Role.AUDITOR)) {
            return Optional.empty();
        }
        List<Line> lines =
                db.list(viewer.scope(), superior ? WARDS : CELLS, Line.class, "size", SHOWN);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Line any = lines.getFirst();
        String things = superior ? "xã, phường" : "chi bộ";
        return Optional.of(
                new Table(
                        "Đợt nhận xét %d theo %s".formatted(any.year(), things),
                        "%s / %s phiếu đã xong"
                                .formatted(
                                        Show.number(any.allReturned()),
                                        Show.number(any.allSlips())),
                        deadline(any.returnedDue()),
                        superior ? "/rounds" : "/rounds/" + any.roundId(),
                        new Headings(superior ? "Xã, phường" : "Chi bộ", "Họp thống nhất"),
                        lines.stream().map(line -> row(line, superior)).toList(),
                        any.allUnits() > lines.size()
                                ? "Xem cả %s %s".formatted(Show.number(any.allUnits()), things)
                                : null));
    }

    private String deadline(LocalDate due) {
        long days = LocalDate.now(clock).until(due, ChronoUnit.DAYS);
        return days >= 0
                ? "còn %d ngày đến hạn gửi trả nhận xét (%s)".formatted(days, Show.shortDate(due))
                : "quá hạn gửi trả nhận xét %d ngày (%s)".formatted(-days, Show.shortDate(due));
    }

    private Row row(Line line, boolean superior) {
        long days = line.meetingDue().until(LocalDate.now(clock), ChronoUnit.DAYS);
        boolean met = superior ? line.unmet() == 0 : line.metOn() != null;
        return new Row(
                superior
                        ? Show.committee(line.unitName())
                        : line.unitName().replaceFirst("^Chi bộ ", ""),
                new Bar(
                        percent(line.returned(), line.total()),
                        percent(line.signed(), line.total()),
                        percent(line.ready(), line.total())),
                note(line),
                met ? Tone.DONE : days > 0 ? Tone.LATE : Tone.WAIT,
                superior ? unmet(line) : met(line, days),
                superior
                        ? "/rounds/" + line.roundId()
                        : "/comments?year=%d&cell=%s".formatted(line.year(), line.unitId()));
    }

    private static String met(Line line, long days) {
        if (line.metOn() != null) {
            return "Đã họp " + Show.shortDate(line.metOn());
        }
        return days > 0
                ? "Quá hạn %d ngày".formatted(days)
                : "Hạn " + Show.shortDate(line.meetingDue());
    }

    private static String unmet(Line line) {
        return line.unmet() == 0
                ? "Mọi chi bộ đã họp"
                : "%s chi bộ chưa họp".formatted(Show.number(line.unmet()));
    }

    private static String note(Line line) {
        List<String> parts = new ArrayList<>();
        parts.add(
                "%s / %s đã trả"
                        .formatted(Show.number(line.returned()), Show.number(line.total())));
        if (line.signed() > 0) {
            parts.add(Show.number(line.signed()) + " chờ xác nhận, gửi trả");
        }
        if (line.ready() > 0) {
            parts.add(Show.number(line.ready()) + " chờ ký");
        }
        return String.join(" · ", parts);
    }

    private static int percent(long share, long total) {
        return (int) (100 * share / total);
    }
}
