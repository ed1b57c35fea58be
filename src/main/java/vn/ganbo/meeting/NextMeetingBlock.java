package vn.ganbo.meeting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.MemberBlock;
import vn.ganbo.kernel.NextMeeting;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;

/** On the member's page: when and where the next meeting is, also before anybody is invited. */
@Component
class NextMeetingBlock implements MemberBlock<NextMeetingBlock.Row>, NextMeeting {
    static final Sql NEXT =
            Sql.of(
                    """
                    select x.member_id, n.title, n.planned_on, n.starts_at, n.place
                      from unnest(:members::uuid[]) as x (member_id)
                     cross join lateral meeting.next_of(x.member_id, :today::date) n
                     order by x.member_id
                    """);

    record Row(UUID memberId, String title, LocalDate plannedOn, LocalTime startsAt, String place) {
        String when() {
            return Meeting.hour(startsAt) + ", " + Show.weekday(plannedOn);
        }
    }

    private final Db db;

    NextMeetingBlock(Db db) {
        this.db = db;
    }

    @Override
    public Sql statement() {
        return NEXT;
    }

    @Override
    public Class<Row> row() {
        return Row.class;
    }

    @Override
    public Optional<Block> of(Viewer viewer, List<Row> rows) {
        return rows.stream()
                .findFirst()
                .map(next ->
                        new Block(
                                10,
                                "Cuộc họp sắp tới ở nơi cư trú",
                                List.of(
                                        new Line("Nội dung", next.title(), null, null),
                                        new Line("Thời gian", next.when(), null, null),
                                        new Line("Địa điểm", next.place(), null, null))));
    }

    @Override
    public Optional<Next> of(Scope scope, UUID member) {
        return db.one(scope, NEXT, Row.class, "members", new UUID[] {member})
                .map(row -> new Next(row.when(), row.place()));
    }
}
