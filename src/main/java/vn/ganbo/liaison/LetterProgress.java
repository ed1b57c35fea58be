package vn.ganbo.liaison;

import java.util.ArrayList;
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

/** "Giới thiệu về nơi cư trú theo chi bộ" on the workplace's desk: cells with most to do first. */
@Component
class LetterProgress implements DeskProgress {
    private static final int SHOWN = 12;

    static final Sql CELLS =
            Sql.of(
                    """
                    select x.no, x.name, count(*) as total,
                           count(*) filter (where x.state in ('ACKNOWLEDGED', 'PLACED')) as taken,
                           count(*) filter (where x.state = 'SENT') as sent,
                           count(*) filter (where x.state in ('ISSUED', 'SIGNED')) as prepared,
                           count(*) filter (where x.state is null) as without,
                           sum(count(*)) over () as all_people,
                           sum(count(*) filter (where x.state in ('ACKNOWLEDGED', 'PLACED'))) over () as all_taken,
                           count(*) over () as all_cells
                      from (select w.no, w.name, w.code,
                                   (select i.state
                                      from liaison.introduction i
                                     where i.member_id = m.id
                                       and i.state in ('ISSUED', 'SIGNED', 'SENT', 'ACKNOWLEDGED', 'PLACED')
                                     limit 1) as state
                              from member.published_member m
                              join organisation.published_unit w on w.no = m.work_no and w.valid @> :today::date
                             where m.work_no between :low and :high
                               and m.work_no <@ :scope::int4multirange
                               and m.status in ('OFFICIAL', 'PROBATIONARY')
                               and m.residence_commune is not null
                               and not exists (select from member.published_exemption e
                                                where e.member_id = m.id
                                                  and e.kind = 'INTRODUCTION'
                                                  and e.valid @> :today::date)) x
                     group by x.no, x.name, x.code
                     order by count(*) filter (where x.state is null) = 0, x.code collate "C"
                     limit :size
                    """);

    private record Cell(
            int no,
            String name,
            long total,
            long taken,
            long sent,
            long prepared,
            long without,
            long allPeople,
            long allTaken,
            long allCells) {}

    private final Db db;

    LetterProgress(Db db) {
        this.db = db;
    }

    @Override
    public Optional<Table> of(Viewer viewer) {
        if (!viewer.is(Role.WORKPLACE_OFFICE)) {
            return Optional.empty();
        }
        List<Cell> cells = db.list(viewer.scope(), CELLS, Cell.class, "size", SHOWN);
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        Cell any = cells.getFirst();
        @Nullable String all =
                any.allCells() > cells.size()
                        ? "Xem cả " + Show.number(any.allCells()) + " chi bộ"
                        : null;
        return Optional.of(
                new Table(
                        "Giới thiệu về nơi cư trú theo chi bộ",
                        "%s / %s đã tiếp nhận"
                                .formatted(
                                        Show.number(any.allTaken()), Show.number(any.allPeople())),
                        null,
                        "/introductions",
                        new Headings("Chi bộ", "Giấy giới thiệu"),
                        cells.stream().map(LetterProgress::row).toList(),
                        all));
    }

    private static Row row(Cell cell) {
        boolean open = cell.without() > 0;
        boolean under = cell.sent() + cell.prepared() > 0;
        return new Row(
                cell.name().replaceFirst("^Chi bộ ", ""),
                new Bar(
                        percent(cell.taken(), cell.total()),
                        percent(cell.sent(), cell.total()),
                        percent(cell.prepared(), cell.total())),
                note(cell),
                open ? Tone.WAIT : under ? Tone.ACT : Tone.DONE,
                open
                        ? Show.number(cell.without()) + " chưa lập giấy"
                        : under ? "Đang làm" : "Đã đủ",
                open ? "/introductions/new?cell=" + cell.no() : "/members?cell=" + cell.no());
    }

    private static String note(Cell cell) {
        List<String> parts = new ArrayList<>();
        parts.add(
                "%s / %s đã tiếp nhận"
                        .formatted(Show.number(cell.taken()), Show.number(cell.total())));
        if (cell.sent() > 0) {
            parts.add(Show.number(cell.sent()) + " chờ tiếp nhận");
        }
        if (cell.prepared() > 0) {
            parts.add(Show.number(cell.prepared()) + " chờ ký, gửi");
        }
        return String.join(" · ", parts);
    }

    private static int percent(long share, long total) {
        return (int) (100 * share / total);
    }
}
