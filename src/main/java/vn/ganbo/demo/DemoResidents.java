package vn.ganbo.demo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;

/** The own members of an invented cell, so that each story is told of somebody else. */
@Component
@ConditionalOnProperty(name = "ganbo.demo", havingValue = "true")
class DemoResidents {
    static final Sql OWN =
            Sql.of(
                    """
                    select m.id, m.full_name
                      from member.published_member m
                     where m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                     order by m.birth, m.id
                    """);

    private static final int LAST = 13;

    private final Db db;

    DemoResidents(Db db) {
        this.db = db;
    }

    record Resident(UUID id, String fullName) {
        /** The person, who sees the own rows only. */
        Viewer self(Unit cell) {
            return self(new Viewer.Unit(cell.id(), cell.no(), cell.name()));
        }

        Viewer self(Viewer.Unit cell) {
            return new Viewer(null, null, fullName, Ids.next(), Role.MEMBER, cell, Scope.self(id));
        }
    }

    /** Members of the units in scope, the eldest first. */
    List<Resident> of(Scope scope) {
        return db.list(scope, OWN, Resident.class);
    }

    /** The one at this place; from 10 on counted from the youngest, who is at {@value #LAST}. */
    static Resident at(List<Resident> own, int place) {
        return own.get(place < 10 ? place : own.size() - 1 - (LAST - place));
    }

    static Unit unit(Map<String, Unit> byCode, String code) {
        Unit unit = byCode.get(code);
        if (unit == null) {
            throw new IllegalStateException("the invented world has no unit " + code);
        }
        return unit;
    }
}
