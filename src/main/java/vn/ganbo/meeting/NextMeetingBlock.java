package vn.ganbo.meeting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.MemberBlock;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;

/** On the member's page: when and where the next meeting is, also before anybody is invited. */
@Component
class NextMeetingBlock implements MemberBlock {
    static final Sql NEXT =
            Sql.of(
                    """
                    select n.title, n.planned_on, n.starts_at, n.place
                      from meeting.next_of(:member::uuid, :today::date) n
                    """);

    private record Next(String title, LocalDate plannedOn, LocalTime startsAt, String place) {}

    private final Db db;

    NextMeetingBlock(Db db) {
        this.db = db;
    }

    @Override
    public Optional<Block> of(Viewer viewer, UUID member) {
        return db.one(viewer.scope(), NEXT, Next.class, "member", member)
                .map(next ->
                        new Block(
                                10,
                                "Cuộc họp sắp tới ở nơi cư trú",
                                List.of(
                                        new Line("Nội dung", next.title(), null, null),
                                        new Line(
                                                "Thời gian",
                                                Meeting.hour(next.startsAt())
                                                        + ", "
                                                        + Show.weekday(next.plannedOn()),
                                                null,
                                                null),
                                        new Line("Địa điểm", next.place(), null, null))));
    }
}
