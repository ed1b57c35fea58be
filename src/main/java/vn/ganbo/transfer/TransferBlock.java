package vn.ganbo.transfer;

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
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;

/** On the member's page: transfers, the latest first. */
@Component
class TransferBlock implements MemberBlock<TransferBlock.Latest> {
    static final Sql LATEST =
            Sql.of(
                    """
                    select t.member_id, t.id, t.kind, t.state, t.to_name, t.number, t.hand_in_due, t.since,
                           t.until, t.because, t.paper_id, p.name as placed_name, e.until_before, e.paper_id as extension_id
                      from transfer.transfer t
                      left join organisation.published_unit p on p.no = t.placed_no and p.valid @> :today::date
                      left join transfer.extension e on e.transfer_id = t.id and e.until = t.until
                     where t.member_id = any (:members::uuid[])
                       and ((t.from_no between :low and :high and t.from_no <@ :scope::int4multirange)
                            or (t.work_no between :low and :high and t.work_no <@ :scope::int4multirange)
                            or (t.placed_no between :low and :high and t.placed_no <@ :scope::int4multirange)
                            or t.member_id = :self::uuid)
                     order by t.opened_on desc, t.id desc
                    """);

    record Latest(
            UUID id,
            TransferKind kind,
            TransferState state,
            String toName,
            @Nullable String number,
            @Nullable LocalDate handInDue,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable String because,
            @Nullable UUID paperId,
            @Nullable String placedName,
            @Nullable LocalDate untilBefore,
            @Nullable UUID extensionId) {}

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
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<Line> lines = new ArrayList<>();
        rows.forEach(one -> lines.add(line(viewer, one)));
        Latest first = rows.getFirst();
        if (first.state() == TransferState.ISSUED && first.handInDue() != null) {
            lines.add(
                    new Line(
                            "Nộp giấy và hồ sơ",
                            "chậm nhất " + Show.date(first.handInDue()),
                            null,
                            null));
        }
        if (first.state() == TransferState.STAYING && first.placedName() != null) {
            lines.add(new Line("Sinh hoạt tại", first.placedName(), null, null));
        }
        if (first.untilBefore() != null) {
            lines.add(
                    new Line(
                            "Gia hạn",
                            "từ hết %s đến hết %s"
                                    .formatted(
                                            Show.date(first.untilBefore()),
                                            Show.date(first.until())),
                            null,
                            first.extensionId() == null || !viewer.is(Role.MEMBER)
                                    ? null
                                    : "/papers/" + first.extensionId()));
        }
        if (first.because() != null) {
            lines.add(new Line("Lý do", first.because(), null, null));
        }
        return Optional.of(new Block(15, "Chuyển sinh hoạt đảng", lines));
    }

    private static Line line(Viewer viewer, Latest one) {
        String time =
                one.until() == null
                        ? ""
                        : " %s đến %s".formatted(Show.date(one.since()), Show.date(one.until()));
        String link = null;
        if (viewer.is(Role.MEMBER)) {
            link = one.paperId() == null ? null : "/papers/" + one.paperId();
        } else if (!viewer.is(
                Role.COMMITTEE_MEMBER_IN_CHARGE, Role.GROUP_LEADER, Role.ADMINISTRATOR)) {
            link = "/transfers/" + one.id();
        }
        return new Line(
                Labels.of(one.kind()) + time + ", đến " + Show.committee(one.toName()),
                Labels.of(one.state()),
                Transfer.tone(one.state()),
                link);
    }
}
