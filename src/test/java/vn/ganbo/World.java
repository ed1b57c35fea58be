package vn.ganbo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import vn.ganbo.database.TestDatabase;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;

/**
 * A small invented world for one test: a province, a ward with two cells, a workplace with a cell
 * and some members. Every world has numbers of its own, so that tests do not see each other.
 */
public final class World {
    private static final AtomicInteger WORLDS = new AtomicInteger(100);

    /** The world's base number: units are base + 0 (province) … */
    public final int base = WORLDS.getAndIncrement() * 1000;

    public final int province = base;
    public final int ward = base + 100;
    public final int cell1 = base + 110;
    public final int group1 = base + 111;
    public final int cell2 = base + 120;
    public final int otherWard = base + 200;
    public final int workplace = base + 500;
    public final int workCell = base + 510;
    private int people;

    /** Makes the units. */
    public World() {
        unit(province, "Đảng bộ tỉnh Sông Thử " + base, "PROVINCE", "SUPERIOR", null, null);
        unit(ward, "Đảng bộ phường Bến Thử", "COMMUNE", "RESIDENCE", province, commune());
        unit(cell1, "Chi bộ Tổ dân phố 1", "CELL", "RESIDENCE", ward, commune());
        unit(group1, "Tổ đảng 1", "GROUP", "RESIDENCE", cell1, commune());
        unit(cell2, "Chi bộ Tổ dân phố 2", "CELL", "RESIDENCE", ward, commune());
        unit(otherWard, "Đảng bộ xã Đồi Thử", "COMMUNE", "RESIDENCE", province, commune() + "x");
        unit(workplace, "Đảng bộ Trường Thử Nghiệm", "GRASSROOTS", "WORKPLACE", province, null);
        unit(workCell, "Chi bộ Phòng Một", "CELL", "WORKPLACE", workplace, null);
    }

    /** The commune code of the ward. */
    public String commune() {
        return "T" + base;
    }

    private void unit(
            int no, String name, String kind, String side, Integer parent, String commune) {
        run("insert into organisation.unit (no, id) values (?, ?)", no, Ids.next());
        run(
                """
                insert into organisation.unit_period
                       (unit_no, code, name, kind, side, parent_no, commune_code, valid)
                values (?, ?, ?, ?, ?, ?, ?, '[2020-01-01,)')
                """,
                no,
                "T." + no,
                name,
                kind,
                side,
                parent,
                commune);
    }

    /** A member of the workplace's cell who lives in the ward; returns the id. */
    public UUID member(String fullName) {
        UUID id = Ids.next();
        people++;
        run(
                """
                insert into member.member
                       (work_no, id, full_name, folded, initials, sort_key, birth, birth_precision, sex,
                        card_no, admitted, official, phone, residence_address, residence_commune)
                values (?, ?, ?, ?, ?, ?, date '1980-04-12', 'DAY', 'FEMALE', ?, date '2005-05-19',
                        date '2006-05-19', '0601234567', 'Số 1 đường Thử', ?)
                """,
                workCell,
                id,
                fullName,
                Texts.folded(fullName),
                Texts.initials(fullName),
                Texts.sortKey(fullName),
                card(),
                commune());
        run(
                "insert into member.placement (id, member_id, unit_no, valid) values (?, ?, ?, '[2020-01-01,)')",
                Ids.next(),
                id,
                workCell);
        return id;
    }

    /** A card number that no other world gives: four digits of the world, four of the person. */
    private String card() {
        String digits = "%04d%04d".formatted(base / 1000, people);
        return digits.substring(0, 2) + "." + digits.substring(2);
    }

    /** A person holding an office at a unit; returns the person's id. */
    public UUID officer(String fullName, Role role, int unitNo) {
        UUID person = Ids.next();
        run(
                "insert into member.person (id, full_name, folded, sort_key) values (?, ?, ?, ?)",
                person,
                fullName,
                Texts.folded(fullName),
                Texts.sortKey(fullName));
        run(
                """
                insert into member.office (id, person_id, unit_no, role, title, valid)
                values (?, ?, ?, ?, 'Bí thư', '[2020-01-01,)')
                """,
                Ids.next(),
                person,
                unitNo,
                role.name());
        return person;
    }

    /** A viewer of a role at a unit, seeing numbers from {@code unitNo} to {@code last}. */
    public Viewer viewer(Role role, int unitNo, int last) {
        return new Viewer(
                null,
                null,
                "Người Thử",
                Ids.next(),
                role,
                new Viewer.Unit(Ids.next(), unitNo, "đơn vị thử"),
                Scope.of(List.of(new Scope.Range(unitNo, last))));
    }

    public Viewer workplaceOffice() {
        return viewer(Role.WORKPLACE_OFFICE, workplace, workplace + 99);
    }

    public Viewer wardOffice() {
        return viewer(Role.RESIDENCE_OFFICE, ward, ward + 99);
    }

    public Viewer otherWardOffice() {
        return viewer(Role.RESIDENCE_OFFICE, otherWard, otherWard + 99);
    }

    public Viewer cellSecretary() {
        return viewer(Role.RESIDENCE_CELL_SECRETARY, cell1, cell1 + 9);
    }

    /** The member, signed in for the own rows only. */
    public Viewer memberViewer(UUID member) {
        return new Viewer(
                null,
                null,
                "Đảng viên Thử",
                Ids.next(),
                Role.MEMBER,
                new Viewer.Unit(Ids.next(), workCell, "Chi bộ Phòng Một"),
                Scope.self(member));
    }

    /** The texts of the first column, read as owner. */
    public static List<String> texts(String sql, Object... values) {
        try (Connection owner = TestDatabase.current().connect("owner");
                PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs one statement as owner; its current_date is the day of the tests. */
    public static void run(String sql, Object... values) {
        String day = "date '%s'".formatted(TestClock.today());
        try (Connection owner = TestDatabase.current().connect("owner");
                PreparedStatement statement =
                        owner.prepareStatement(sql.replace("current_date", day))) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
