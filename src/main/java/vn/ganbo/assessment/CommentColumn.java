package vn.ganbo.assessment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.RegisterColumn;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;

/** In the register: where each person's comment of the year stands. */
@Component
class CommentColumn implements RegisterColumn {
    static final Sql STANDING =
            Sql.of(
                    """
                    select distinct on (c.member_id) c.member_id, c.state, c.returned_on
                      from assessment.comment c
                     where c.member_id = any (:members::uuid[])
                       and c.year = :year::int
                       and c.round_id is not null
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                     order by c.member_id, c.id desc
                    """);

    private record Line(UUID memberId, CommentState state, @Nullable LocalDate returnedOn) {}

    private final Db db;

    CommentColumn(Db db) {
        this.db = db;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String title(int year) {
        return "Nhận xét " + year;
    }

    @Override
    public Map<UUID, List<Badge>> badges(Scope scope, Collection<UUID> members, int year) {
        Map<UUID, List<Badge>> badges = new HashMap<>();
        for (Line line :
                db.list(
                        scope,
                        STANDING,
                        Line.class,
                        "members",
                        members.toArray(UUID[]::new),
                        "year",
                        year)) {
            String text =
                    line.returnedOn() == null
                            ? Labels.of(line.state())
                            : "Đã trả " + Show.shortDate(line.returnedOn());
            badges.put(
                    line.memberId(),
                    List.of(new Badge(text, text, CommentTone.of(line.state()), false)));
        }
        return badges;
    }
}
