package vn.ganbo.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.forum.Topics;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;

/** What the members of one invented cell ask each other: answered, and still open. */
@Component
@ConditionalOnProperty(name = "ganbo.demo", havingValue = "true")
class DemoForum {
    static final Sql PLACED =
            Sql.of(
                    """
                    select c.member_id, c.full_name
                      from liaison.published_contact c
                     where c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and c.valid @> :today::date
                     order by c.sort_key, c.id
                     limit 2
                    """);

    private final Topics topics;
    private final Db db;
    private final DemoClock clock;

    DemoForum(Topics topics, Db db, DemoClock clock) {
        this.topics = topics;
        this.db = db;
        this.clock = clock;
    }

    private record Neighbour(UUID memberId, String fullName) {}

    /** In November, in the first cell. */
    void november(DemoOffices held, Map<String, Unit> byCode) {
        Unit cell = byCode.get(DemoSheets.HOA_BAN.cell(1));
        if (cell == null) {
            return;
        }
        Viewer secretary = held.of(Role.RESIDENCE_CELL_SECRETARY, cell);
        List<Neighbour> placed = db.list(secretary.scope(), PLACED, Neighbour.class);
        if (placed.size() < 2) {
            return;
        }
        Viewer asker = member(placed.getFirst(), cell);
        Viewer other = member(placed.getLast(), cell);
        clock.standAt(LocalDate.of(2026, 11, 10).atTime(19, 30));
        UUID asked =
                post(
                        asker,
                        cell,
                        "QUESTION",
                        "Đi công tác đúng ngày họp thì báo vắng ở đâu?",
                        "Tháng này tôi có thể phải đi công tác vào đúng hôm chi bộ họp. Báo trước cho ai, báo thế nào cho tiện?");
        clock.standAt(LocalDate.of(2026, 11, 10).atTime(20, 15));
        secretary
                .scope()
                .run(() ->
                        topics.answer(
                                secretary,
                                asked,
                                "Đồng chí mở mục Giấy mời, sinh hoạt, chọn Xin vắng và ghi lý do trước buổi họp. Chi bộ đọc được ngay."));
        clock.standAt(LocalDate.of(2026, 11, 14).atTime(8, 0));
        post(
                other,
                cell,
                "EXPERIENCE",
                "Hướng dẫn người cao tuổi nộp hồ sơ qua mạng",
                "Chúng tôi hẹn bà con tối thứ bảy ở nhà văn hóa, mỗi người giúp một bác. Làm chậm từng bước, in sẵn một tờ các bước cỡ chữ to thì các bác nhớ lâu.");
        clock.standAt(LocalDate.of(2026, 11, 18).atTime(21, 0));
        post(
                asker,
                cell,
                "QUESTION",
                "Tổ dân phố có cần người giúp ngày hội Đại đoàn kết?",
                "Tôi rảnh chiều thứ bảy, có thể giúp dựng rạp hoặc chụp ảnh.");
    }

    private UUID post(Viewer viewer, Unit cell, String kind, String title, String body) {
        return viewer.call(
                () -> topics.post(viewer, cell.id(), new Topics.NewTopic(kind, title, body)));
    }

    private static Viewer member(Neighbour neighbour, Unit cell) {
        return new Viewer(
                null,
                null,
                neighbour.fullName(),
                Ids.next(),
                Role.MEMBER,
                new Viewer.Unit(cell.id(), cell.no(), cell.name()),
                Scope.self(neighbour.memberId()));
    }
}
