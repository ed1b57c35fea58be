package vn.ganbo.screening;

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

/** On the member's page: what the cell has noted this year, and a case that is open. */
@Component
class ScreeningBlock implements MemberBlock<ScreeningBlock.Now> {
    static final Sql NOW =
            Sql.of(
                    """
                    select m.id as member_id, m.id as person_id, c.id as case_id, c.state,
                           (select count(*) from screening.lapse l
                              join member.published_standing s on s.id = l.member_id
                             where s.kept_id = m.id
                               and not l.withdrawn
                               and not l.good_reason
                               and l.month >= date_trunc('year', :today::date)::date) as noted
                      from member.published_member m
                      left join screening.case_file c on c.member_id = m.id and c.state <> 'DECIDED'
                     where m.id = any (:members::uuid[])
                       and ((m.work_no between :low and :high and m.work_no <@ :scope::int4multirange)
                            or m.id = :self::uuid)
                    """);

    record Now(UUID personId, @Nullable UUID caseId, @Nullable ScreeningState state, long noted) {}

    @Override
    public Sql statement() {
        return NOW;
    }

    @Override
    public Class<Now> row() {
        return Now.class;
    }

    @Override
    public Optional<Block> of(Viewer viewer, List<Now> rows) {
        boolean own = viewer.is(Role.MEMBER);
        boolean writes = Lapses.mayWrite(viewer);
        if (rows.isEmpty() || !(own || writes || viewer.is(Role.AUDITOR))) {
            return Optional.empty();
        }
        Now now = rows.getFirst();
        List<Line> lines = new ArrayList<>();
        if (now.noted() > 0) {
            lines.add(
                    new Line(
                            "Chi bộ ghi năm nay",
                            now.noted() + " việc không có lý do",
                            Tone.WAIT,
                            own
                                    ? "/my-case"
                                    : writes ? "/screening/members/" + now.personId() : null));
        }
        ScreeningState state = now.state();
        if (now.caseId() != null && state != null) {
            lines.add(
                    new Line(
                            "Trường hợp xem xét",
                            Labels.of(state),
                            CaseFile.tone(state),
                            own ? "/my-case" : "/screening/cases/" + now.caseId()));
        }
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block(16, "Chi bộ theo dõi", lines));
    }
}
