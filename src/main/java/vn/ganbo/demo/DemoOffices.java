package vn.ganbo.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.access.Offices;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.Units;

/** Fills the offices of the invented world, and makes viewers of them. */
class DemoOffices {
    static final LocalDate SINCE = LocalDate.of(2025, 7, 1);

    private final Offices offices;
    private final Units units;
    private final DemoNames names;
    private final Viewer builder;
    private final Map<String, Viewer> viewers = new HashMap<>();
    private final Map<Integer, List<UUID>> committees = new HashMap<>();

    DemoOffices(Offices offices, Units units, DemoNames names, Viewer builder) {
        this.offices = offices;
        this.units = units;
        this.names = names;
        this.builder = builder;
    }

    /** A new person in an office; the viewer is found again by role and unit. */
    UUID appoint(Unit unit, Role role, String title) {
        String name = names.name(names.woman());
        UUID person = builder.call(() -> offices.person(builder, null, name));
        hold(person, null, name, unit, role, title);
        return person;
    }

    /** A member gets the office of a member: the own page, the own answers. */
    void member(UUID memberId, String name, Unit cell) {
        UUID person = builder.call(() -> offices.person(builder, memberId, name));
        hold(person, memberId, name, cell, Role.MEMBER, "Đảng viên " + cell.name());
    }

    private void hold(
            UUID person, @Nullable UUID member, String name, Unit unit, Role role, String title) {
        UUID office =
                builder.call(() ->
                        offices.grant(
                                builder,
                                new Offices.Grant(person, role, unit.no(), title, SINCE, null)));
        Scope scope = member != null ? Scope.self(member) : Scope.of(List.of());
        Viewer viewer =
                new Viewer(
                        null,
                        person,
                        name,
                        office,
                        role,
                        new Viewer.Unit(unit.id(), unit.no(), unit.name()),
                        scope);
        viewers.putIfAbsent(key(role, unit.no(), member), viewer);
        if (role == Role.RESIDENCE_CELL_SECRETARY || role == Role.COMMITTEE_MEMBER_IN_CHARGE) {
            committees.computeIfAbsent(unit.no(), _ -> new ArrayList<>()).add(person);
        }
    }

    private static String key(Role role, int unitNo, @Nullable UUID member) {
        return role + "/" + (member == null ? unitNo : member);
    }

    /** The holder, with the scope as the tree is now. */
    Viewer of(Role role, Unit unit) {
        Viewer viewer = viewers.get(key(role, unit.no(), null));
        if (viewer == null) {
            throw new IllegalStateException("nobody holds " + role + " at " + unit.name());
        }
        return new Viewer(
                viewer.account(),
                viewer.person(),
                viewer.name(),
                viewer.office(),
                role,
                viewer.unit(),
                units.scopeOf(Scope.system("demonstration"), unit.no(), SINCE.plusYears(1)));
    }

    /** Persons of the cell's committee, the secretary first. */
    List<UUID> committee(Unit cell) {
        return committees.getOrDefault(cell.no(), List.of());
    }
}
