package vn.ganbo.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.ganbo.access.Offices;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.member.MemberImport;
import vn.ganbo.organisation.OrganisationImport;
import vn.ganbo.organisation.OrganisationImportCommunes;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;
import vn.ganbo.spreadsheet.Table;

/**
 * Thế giới trình diễn: the invented province Sông Ngàn, made through the public acts with fixed
 * dates: three wards, four workplaces, six hundred members and a year of their history.
 */
@Component
@ConditionalOnProperty(name = "ganbo.demo", havingValue = "true")
class DemoWorld {
    private static final Logger LOG = LoggerFactory.getLogger(DemoWorld.class);

    static final Sql PEOPLE =
            Sql.of(
                    """
                    select m.id, m.full_name, m.work_no
                      from member.published_member m
                     where m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                     order by m.card_no
                    """);

    /** Places on the list of the first cell: who has tasks, has much, must answer, is away. */
    private static final List<Integer> VISITED = List.of(2, 6, 5, DemoAway.REGULAR);

    record Person(UUID id, String fullName, int workNo) {}

    private final OrganisationImport organisations;
    private final OrganisationImportCommunes communes;
    private final MemberImport memberImport;
    private final Offices offices;
    private final Units units;
    private final Db db;
    private final DemoClock clock;
    private final DemoYear year;
    private final DemoResidents residents;
    private final int members;

    DemoWorld(
            OrganisationImport organisations,
            OrganisationImportCommunes communes,
            MemberImport memberImport,
            Offices offices,
            Units units,
            Db db,
            DemoClock clock,
            DemoYear year,
            DemoResidents residents,
            @Value("${ganbo.demo.members:600}") int members) {
        this.members = members;
        this.organisations = organisations;
        this.communes = communes;
        this.memberImport = memberImport;
        this.offices = offices;
        this.units = units;
        this.db = db;
        this.clock = clock;
        this.year = year;
        this.residents = residents;
    }

    /** Whether there is a world already. */
    boolean stands() {
        return !units.roots(Scope.system("demonstration")).isEmpty();
    }

    /** Builds the world; some tens of seconds. */
    void build() {
        LOG.warn("Building the invented world (once) …");
        DemoNames names = new DemoNames(20261123);
        Viewer builder = Viewer.system("building the demonstration");
        clock.standAt(LocalDate.of(2025, 11, 20).atTime(8, 0));
        DemoSheets sheets = new DemoSheets(names, members);
        importLists(builder, sheets);
        DemoOffices held = new DemoOffices(offices, units, names, builder);
        Map<String, Unit> byCode = appoint(builder, held);
        List<Person> people = db.list(builder.scope(), PEOPLE, Person.class);
        for (Person person : people.subList(0, 40)) {
            held.member(
                    person.id(),
                    person.fullName(),
                    units.require(builder.scope(), person.workNo()));
        }
        importPeople(builder, sheets.residents());
        visit(held, byCode);
        year.live(held, byCode, people);
        clock.run();
        LOG.warn("The invented world stands.");
    }

    /** Residents of the first cell can be chosen when signing in. */
    private void visit(DemoOffices held, Map<String, Unit> byCode) {
        Unit cell = DemoResidents.unit(byCode, DemoSheets.HOA_BAN.cell(1));
        List<DemoResidents.Resident> own =
                residents.of(held.of(Role.RESIDENCE_CELL_SECRETARY, cell).scope());
        for (int place : VISITED) {
            DemoResidents.Resident one = DemoResidents.at(own, place);
            held.member(one.id(), one.fullName(), cell);
        }
    }

    private void importLists(Viewer builder, DemoSheets sheets) {
        communes.loadInvented(builder.scope());
        builder.call(() -> {
            try (Table table =
                    Table.open(sheets.organisations(), List.of(OrganisationImport.LAYOUT))) {
                return organisations.apply(builder, table, Ids.next());
            }
        });
        importPeople(builder, sheets.people());
    }

    private void importPeople(Viewer builder, byte[] list) {
        builder.call(() -> {
            try (Table table = Table.open(list, List.of(MemberImport.LAYOUT))) {
                return memberImport.apply(builder, table, Ids.next(), 0, _ -> {});
            }
        });
    }

    private Map<String, Unit> appoint(Viewer builder, DemoOffices held) {
        Map<String, Unit> byCode = new HashMap<>();
        Unit province = find(builder, DemoSheets.PROVINCE);
        byCode.put(province.code(), province);
        held.appoint(province, Role.ADMINISTRATOR, "Quản trị hệ thống");
        held.appoint(province, Role.ANALYST, "Chuyên viên Ban Tổ chức Tỉnh ủy");
        for (DemoSheets.Committee committee : DemoSheets.WARDS) {
            appointWard(builder, held, byCode, committee);
        }
        for (DemoSheets.Committee committee : DemoSheets.WORKPLACES) {
            Unit workplace = find(builder, committee.code());
            byCode.put(workplace.code(), workplace);
            held.appoint(
                    workplace, Role.WORKPLACE_OFFICE, "Văn phòng " + workplace.committeeName());
            for (Unit cell : cells(builder, workplace)) {
                byCode.put(cell.code(), cell);
                held.appoint(cell, Role.WORKPLACE_CELL_SECRETARY, "Bí thư " + cell.name());
            }
        }
        return byCode;
    }

    private void appointWard(
            Viewer builder,
            DemoOffices held,
            Map<String, Unit> byCode,
            DemoSheets.Committee committee) {
        Unit ward = find(builder, committee.code());
        byCode.put(ward.code(), ward);
        held.appoint(ward, Role.RESIDENCE_OFFICE, "Văn phòng " + ward.committeeName());
        held.appoint(ward, Role.AUDITOR, "Ủy ban Kiểm tra " + ward.committeeName());
        for (Unit cell : cells(builder, ward)) {
            byCode.put(cell.code(), cell);
            held.appoint(cell, Role.RESIDENCE_CELL_SECRETARY, "Bí thư " + cell.name());
            held.appoint(cell, Role.COMMITTEE_MEMBER_IN_CHARGE, "Chi ủy viên " + cell.name());
            if (committee.equals(DemoSheets.HOA_BAN)) {
                for (int n = 1; n <= 2; n++) {
                    String name = "Tổ đảng " + n;
                    Unit group =
                            builder.call(() ->
                                    units.addGroup(builder, cell.no(), name, DemoOffices.SINCE));
                    held.appoint(
                            group, Role.GROUP_LEADER, "Tổ trưởng " + name + ", " + cell.name());
                }
            }
        }
    }

    private Unit find(Viewer builder, String code) {
        return units.byCode(builder.scope(), code, LocalDate.now(clock)).orElseThrow();
    }

    private List<Unit> cells(Viewer builder, Unit committee) {
        List<Unit> cells = new ArrayList<>();
        for (Unit unit : units.children(builder.scope(), committee.no())) {
            if (unit.kind() == UnitKind.CELL) {
                cells.add(unit);
            }
        }
        return cells;
    }
}
