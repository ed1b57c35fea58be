package vn.ganbo.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.exchange.Exchanges;
import vn.ganbo.exchange.NoticeKind;
import vn.ganbo.exchange.Signer;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;

/** What the committees of the invented world told each other: answered, late, still to be heard. */
@Component
@ConditionalOnProperty(name = "ganbo.demo", havingValue = "true")
class DemoExchange {
    static final Sql PLACED =
            Sql.of(
                    """
                    select c.member_id
                      from liaison.published_contact c
                     where c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and c.valid @> :today::date
                     order by c.sort_key, c.id
                    """);

    static final Sql AT_WORK =
            Sql.of(
                    """
                    select c.member_id
                      from liaison.published_contact c
                     where c.work_no between :low and :high
                       and c.work_no <@ :scope::int4multirange
                       and c.valid @> :today::date
                     order by c.sort_key, c.id
                    """);

    private final Exchanges exchanges;
    private final Db db;
    private final DemoClock clock;

    DemoExchange(Exchanges exchanges, Db db, DemoClock clock) {
        this.exchanges = exchanges;
        this.db = db;
        this.clock = clock;
    }

    /** In October: one answered, one that nobody has answered since. */
    void october(DemoOffices held, Map<String, Unit> byCode) {
        clock.standAt(LocalDate.of(2026, 10, 30).atTime(9, 0));
        Viewer office = office(held, byCode);
        Viewer secretary = secretary(held, byCode, 1);
        List<UUID> placed = people(secretary, PLACED);
        List<UUID> own = people(office, AT_WORK);
        Optional<UUID> praised = placed.stream().filter(own::contains).findFirst();
        Optional<UUID> praise =
                praised.map(member ->
                        send(
                                secretary,
                                member,
                                NoticeKind.PRAISE,
                                "Đồng chí cùng gia đình hiến đất mở rộng ngõ, vận động sáu hộ cùng làm trong tháng 9/2026."));
        send(
                secretary,
                nth(placed, 5),
                NoticeKind.HELP,
                "Tổ dân phố cần người hướng dẫn bà con dùng dịch vụ công trực tuyến vào hai tối thứ bảy. Đề nghị tạo điều kiện để đồng chí giúp.");
        clock.standAt(LocalDate.of(2026, 10, 31).atTime(9, 0));
        praise.ifPresent(id ->
                office.scope()
                        .run(() ->
                                exchanges.answer(
                                        office,
                                        id,
                                        2,
                                        "Đảng ủy đã biểu dương đồng chí trong kỳ họp tháng 10.")));
    }

    /** In November: news from work, and a shortcoming on which somebody is to be heard. */
    void november(DemoOffices held, Map<String, Unit> byCode) {
        clock.standAt(LocalDate.of(2026, 11, 19).atTime(9, 30));
        Viewer office = office(held, byCode);
        List<UUID> own = people(office, AT_WORK);
        send(
                office,
                nth(own, 1),
                NoticeKind.POST,
                "Từ ngày 15/11/2026 đồng chí giữ chức vụ Phó Trưởng phòng Tổng hợp, theo quyết định của cơ quan.");
        send(
                office,
                nth(own, 3),
                NoticeKind.LONG_ABSENCE,
                "Đồng chí đi học tập trung tại Học viện từ ngày 01/12/2026 đến 31/3/2027, cuối tuần về nhà.");
        Viewer secretary = secretary(held, byCode, 2);
        UUID member = nth(people(secretary, PLACED), 4);
        UUID shortcoming =
                secretary.call(() ->
                        exchanges.draft(
                                secretary,
                                member,
                                NoticeKind.SHORTCOMING,
                                "Gia đình đồng chí để vật liệu xây dựng lấn lối đi chung từ tháng 8, tổ dân phố đã nhắc hai lần.",
                                false));
        secretary.call(() -> exchanges.askToBeHeard(secretary, shortcoming, 1));
    }

    private UUID send(Viewer viewer, UUID member, NoticeKind kind, String body) {
        return viewer.call(() -> {
            UUID id = exchanges.draft(viewer, member, kind, body, false);
            exchanges.send(
                    viewer, Map.of(id, 1), new Signer("Nông Văn Trường", "Phó Bí thư"), null);
            return id;
        });
    }

    /** Small worlds have fewer people than a list has places. */
    private static UUID nth(List<UUID> people, int n) {
        return people.get(n % people.size());
    }

    private List<UUID> people(Viewer viewer, Sql sql) {
        return db.list(viewer.scope(), sql, row -> row.getObject("member_id", UUID.class));
    }

    private static Viewer office(DemoOffices held, Map<String, Unit> byCode) {
        return held.of(
                Role.WORKPLACE_OFFICE, unit(byCode, DemoSheets.WORKPLACES.getFirst().code()));
    }

    private static Viewer secretary(DemoOffices held, Map<String, Unit> byCode, int cell) {
        return held.of(Role.RESIDENCE_CELL_SECRETARY, unit(byCode, DemoSheets.HOA_BAN.cell(cell)));
    }

    private static Unit unit(Map<String, Unit> byCode, String code) {
        Unit unit = byCode.get(code);
        if (unit == null) {
            throw new IllegalStateException("the invented world has no unit " + code);
        }
        return unit;
    }
}
