package vn.ganbo.away;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.MemberBlock;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Tone;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.LeaveExtent;

/** On the member's page, for the place of Party life and the person: the latest application. */
@Component
class AwayBlock implements MemberBlock<AwayBlock.Latest> {
    static final Sql LATEST =
            Sql.of(
                    """
                    select distinct on (a.member_id)
                           a.member_id, a.id, a.extent, a.state, a.place, lower(a.valid) as since,
                           upper(a.valid) - 1 as until, a.granted and a.valid @> :today::date as in_force
                      from away.application a
                     where a.member_id = any (:members::uuid[])
                       and ((a.work_no between :low and :high and a.work_no <@ :scope::int4multirange)
                            or a.member_id = :self::uuid)
                       and a.state not in ('REFUSED', 'WITHDRAWN', 'LAPSED')
                     order by a.member_id, a.valid desc, a.id desc
                    """);

    record Latest(
            UUID id,
            LeaveExtent extent,
            AwayState state,
            String place,
            LocalDate since,
            @Nullable LocalDate until,
            boolean inForce) {}

    @Override
    public Sql statement() {
        return LATEST;
    }

    @Override
    public Class<Latest> row() {
        return Latest.class;
    }

    @Override
    public Optional<Block> of(Viewer viewer, List<Latest> rows) {
        return rows.stream()
                .findFirst()
                .map(latest -> {
                    List<Line> lines = new ArrayList<>();
                    lines.add(
                            new Line(
                                    "Đơn", Labels.of(latest.extent()), null, link(viewer, latest)));
                    lines.add(
                            new Line(
                                    "Thời gian",
                                    AwayApplication.time(latest.since(), latest.until()),
                                    null,
                                    null));
                    lines.add(new Line("Nơi đến", latest.place(), null, null));
                    lines.add(
                            new Line(
                                    "Tình trạng",
                                    latest.inForce()
                                            ? "Đang có hiệu lực"
                                            : Labels.of(latest.state()),
                                    latest.inForce() ? Tone.DONE : Tone.REST,
                                    null));
                    return new Block(40, "Giảm, miễn công tác và sinh hoạt đảng", lines);
                });
    }

    private static @Nullable String link(Viewer viewer, Latest latest) {
        if (viewer.is(Role.MEMBER)) {
            return MyAwayPages.PATH;
        }
        return viewer.is(
                        Role.RESIDENCE_CELL_SECRETARY,
                        Role.WORKPLACE_CELL_SECRETARY,
                        Role.RESIDENCE_OFFICE,
                        Role.WORKPLACE_OFFICE)
                ? AwayTabs.APPLICATIONS + "/" + latest.id()
                : null;
    }
}
