package vn.ganbo.liaison;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.MemberBlock;
import vn.ganbo.kernel.RegisterIntake;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;

/** On the member's page: the latest letter, and where and with whom the contact is kept. */
@Component
class ContactBlock implements MemberBlock<ContactBlock.Latest> {
    static final Sql LATEST =
            Sql.of(
                    """
                    select distinct on (i.member_id)
                           i.member_id, i.id, i.state, i.number, i.sent_on, i.acknowledged_on, t.name as to_name,
                           cell.name as cell_name, grp.name as group_name, c.in_charge_name,
                           c.in_charge_phone,
                           (select string_agg(p.half || p.mark, ' ' order by p.year, p.half)
                              from liaison.past_mark p
                             where p.contact_id = c.id) as past,
                           (select max(p.year) from liaison.past_mark p where p.contact_id = c.id) as past_year
                      from liaison.introduction i
                      join organisation.published_unit t on t.no = i.to_no and t.valid @> :today::date
                      left join liaison.contact c
                             on c.introduction_id = i.id and c.valid @> :today::date
                      left join organisation.published_unit cell
                             on cell.no = c.cell_no and cell.valid @> :today::date
                      left join organisation.published_unit grp
                             on grp.no = c.group_no and grp.valid @> :today::date
                     where i.member_id = any (:members::uuid[])
                       and ((i.work_no between :low and :high and i.work_no <@ :scope::int4multirange)
                            or (i.res_no between :low and :high and i.res_no <@ :scope::int4multirange)
                            or i.member_id = :self::uuid)
                     order by i.member_id, i.issued_on desc, i.id desc
                    """);

    record Latest(
            UUID id,
            LetterState state,
            @Nullable String number,
            @Nullable LocalDate sentOn,
            @Nullable LocalDate acknowledgedOn,
            String toName,
            @Nullable String cellName,
            @Nullable String groupName,
            @Nullable String inChargeName,
            @Nullable String inChargePhone,
            @Nullable String past,
            @Nullable Integer pastYear) {}

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
        return rows.stream().findFirst().map(latest -> block(latest, mayOpen(viewer)));
    }

    private static boolean mayOpen(Viewer viewer) {
        return !viewer.is(Role.COMMITTEE_MEMBER_IN_CHARGE, Role.GROUP_LEADER, Role.ADMINISTRATOR);
    }

    private static Block block(Latest latest, boolean mayOpen) {
        List<Line> lines = new ArrayList<>();
        lines.add(
                new Line(
                        "Giấy giới thiệu",
                        latest.number() == null ? "chưa có số" : latest.number(),
                        null,
                        mayOpen ? "/introductions/" + latest.id() : null));
        lines.add(
                new Line(
                        "Tình trạng",
                        Labels.of(latest.state()),
                        LetterTone.of(latest.state()),
                        null));
        lines.add(
                new Line(
                        "Gửi đến",
                        latest.toName().replaceFirst("^Đảng bộ ", "Đảng ủy "),
                        null,
                        null));
        if (latest.acknowledgedOn() != null) {
            lines.add(new Line("Tiếp nhận", Show.date(latest.acknowledgedOn()), null, null));
        }
        if (latest.cellName() != null) {
            String group = latest.groupName() == null ? "" : ", " + latest.groupName();
            lines.add(new Line("Sinh hoạt tại", latest.cellName() + group, null, null));
        }
        if (latest.inChargeName() != null) {
            lines.add(
                    new Line(
                            "Người phụ trách",
                            inCharge(latest.inChargeName(), latest.inChargePhone()),
                            null,
                            null));
        }
        if (latest.past() != null) {
            lines.add(
                    new Line(
                            "Sinh hoạt " + latest.pastYear() + " (sổ cũ)",
                            past(latest.past()),
                            null,
                            null));
        }
        return new Block(0, "Nơi cư trú", lines);
    }

    /** "Vi Thị Mai, điện thoại 0912 345 678". */
    static String inCharge(String name, @Nullable String phone) {
        return phone == null ? name : name + ", điện thoại " + phone;
    }

    /** "1PRESENT 2ABSENT" as a person reads it. */
    private static String past(String marks) {
        return Arrays.stream(marks.split(" "))
                .map(mark ->
                        (mark.charAt(0) == '1' ? "6 tháng: " : "cuối năm: ")
                                + Labels.of(RegisterIntake.Mark.valueOf(mark.substring(1)))
                                        .toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("; "));
    }
}
