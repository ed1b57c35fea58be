package vn.ganbo.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.ganbo.access.DemoPeople;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** The invented people whom a visitor may become: a few of each role and side. */
@Component
@ConditionalOnProperty(name = "ganbo.demo", havingValue = "true")
class DemoSignIn implements DemoPeople {
    private static final int OF_EACH = 4;

    static final Sql PEOPLE =
            Sql.of(
                    """
                    select o.person_id as person, o.id as office, o.role, o.full_name as name, o.title
                      from (select o.person_id, o.id, o.role, o.full_name, o.title, u.code,
                                   row_number() over (partition by o.role, u.side order by u.code collate "C", o.id) as n
                              from member.published_office o
                              join organisation.published_unit u on u.no = o.unit_no and u.valid @> :today::date
                             where o.unit_no between :low and :high
                               and o.unit_no <@ :scope::int4multirange
                               and o.valid @> :today::date) o
                     where o.n <= :size
                     order by o.code collate "C", o.n
                    """);

    private static final Map<Role, String> HINTS = hints();

    private record Row(UUID person, UUID office, Role role, String name, String title) {}

    private final Db db;

    DemoSignIn(Db db) {
        this.db = db;
    }

    @Override
    public List<Group> groups() {
        Map<Role, List<Person>> byRole = new LinkedHashMap<>();
        HINTS.keySet().forEach(role -> byRole.put(role, new ArrayList<>()));
        for (Row row :
                db.list(
                        Scope.system("people of the demonstration"),
                        PEOPLE,
                        Row.class,
                        "size",
                        OF_EACH)) {
            byRole.getOrDefault(row.role(), new ArrayList<>())
                    .add(new Person(row.person(), row.office(), row.name(), row.title()));
        }
        List<Group> groups = new ArrayList<>();
        byRole.forEach((role, people) ->
                groups.add(new Group(role, HINTS.getOrDefault(role, ""), people)));
        return groups;
    }

    private static Map<Role, String> hints() {
        Map<Role, String> hints = new LinkedHashMap<>();
        hints.put(
                Role.WORKPLACE_OFFICE, "Lập, ký, gửi giấy giới thiệu; nhận phiếu nhận xét trả về.");
        hints.put(
                Role.RESIDENCE_OFFICE,
                "Tiếp nhận giấy, phân về chi bộ, mở đợt nhận xét, xác nhận phiếu.");
        hints.put(
                Role.RESIDENCE_CELL_SECRETARY,
                "Mời họp, điểm danh, ghi cuộc họp với Mặt trận, ký phiếu nhận xét.");
        hints.put(
                Role.COMMITTEE_MEMBER_IN_CHARGE,
                "Theo dõi đảng viên được phân công, soạn nhận xét.");
        hints.put(Role.GROUP_LEADER, "Điểm danh tổ đảng của mình.");
        hints.put(
                Role.MEMBER,
                "Trả lời giấy mời, đọc nhận xét về mình; đảng viên tổ dân phố xem việc được giao, báo tin khi đi xa.");
        hints.put(
                Role.WORKPLACE_CELL_SECRETARY,
                "Xem đảng viên của chi bộ và phiếu nhận xét trả về.");
        hints.put(Role.ANALYST, "Xem số liệu của cả tỉnh.");
        hints.put(Role.ADMINISTRATOR, "Cấp tài khoản, giao chức vụ, nhập cây tổ chức.");
        hints.put(Role.AUDITOR, "Chỉ xem, không sửa.");
        return hints;
    }
}
