package vn.ganbo.liaison;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.liaison.Introductions.Placement;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;

/** Sổ theo dõi của nơi cư trú: opens, moves and closes a person's row. */
@Component
class Register {
    static final String PHONE = "[+0-9][0-9 .()-]{5,24}";
    static final String PHONE_WHY = "Số điện thoại chỉ gồm chữ số, như 0912 345 678.";

    private final ContactStore store;
    private final IntroductionQueries queries;
    private final Units units;

    Register(ContactStore store, IntroductionQueries queries, Units units) {
        this.store = store;
        this.queries = queries;
        this.units = units;
    }

    /** Checks that cell, group and person belong together and to the ward; all problems at once. */
    ContactStore.Place place(Viewer viewer, int wardNo, Placement asked) {
        Problems.Gatherer problems = new Problems.Gatherer();
        UUID cellId = asked.cellId();
        UUID groupId = asked.groupId();
        Unit cell = cellId == null ? null : units.find(viewer.scope(), cellId).orElse(null);
        Unit group = groupId == null ? null : units.find(viewer.scope(), groupId).orElse(null);
        if (cellId != null && !isCellOf(viewer, cell, wardNo)) {
            problems.add(
                    "cell", "Chi bộ này không thuộc Đảng ủy nơi tiếp nhận. Hãy chọn lại chi bộ.");
        }
        if (groupId != null && (cell == null || !isGroupOf(group, cell))) {
            problems.add("group", "Tổ đảng này không thuộc chi bộ đã chọn. Hãy chọn lại tổ đảng.");
        }
        String personName = null;
        if (asked.personId() != null && cell != null) {
            personName =
                    queries.inCharge(viewer.scope(), List.of(cell.no())).stream()
                            .filter(p -> p.id().equals(asked.personId()))
                            .map(IntroductionQueries.Person::name)
                            .findFirst()
                            .orElse(null);
            if (personName == null) {
                problems.add("person", "Người này không ở trong chi ủy của chi bộ đã chọn.");
            }
        }
        String phone = Texts.clean(asked.phone());
        if (!phone.isEmpty() && !phone.matches(PHONE)) {
            problems.add("phone", PHONE_WHY);
        }
        problems.check();
        return new ContactStore.Place(
                cell == null ? null : cell.no(),
                group == null ? null : group.no(),
                personName == null ? null : asked.personId(),
                personName,
                phone.isEmpty() ? null : phone);
    }

    private boolean isCellOf(Viewer viewer, @Nullable Unit cell, int wardNo) {
        return cell != null
                && cell.kind() == UnitKind.CELL
                && units.above(viewer.scope(), cell.no()).stream().anyMatch(u -> u.no() == wardNo);
    }

    private static boolean isGroupOf(@Nullable Unit group, Unit cell) {
        Integer parent = group == null ? null : group.parentNo();
        return group != null
                && group.kind() == UnitKind.GROUP
                && parent != null
                && parent == cell.no();
    }

    /** The name of the place for letters and facts: the cell (with its group), else the ward. */
    String nameOf(Viewer viewer, ContactStore.Place place, int wardNo) {
        Integer cellNo = place.cellNo();
        if (cellNo == null) {
            return units.require(viewer.scope(), wardNo).committeeName();
        }
        String cell = units.require(viewer.scope(), cellNo).name();
        Integer groupNo = place.groupNo();
        return groupNo == null ? cell : cell + ", " + units.require(viewer.scope(), groupNo).name();
    }

    void open(Viewer viewer, UUID introduction, ContactStore.Place place, LocalDate on) {
        store.open(viewer.scope(), introduction, Ids.next(), place, on);
    }

    void move(Viewer viewer, UUID introduction, ContactStore.Place place, LocalDate on) {
        ContactStore.Current row =
                store.current(viewer.scope(), introduction)
                        .orElseThrow(vn.ganbo.kernel.NotFound::new);
        if (row.since().isBefore(on)) {
            store.close(viewer.scope(), row.id(), on, null);
            store.continueIn(viewer.scope(), row.id(), Ids.next(), place, on);
        } else {
            store.correct(viewer.scope(), row.id(), place);
        }
    }

    void close(Viewer viewer, UUID introduction, LocalDate on, String because) {
        store.current(viewer.scope(), introduction)
                .ifPresent(row -> store.close(viewer.scope(), row.id(), on, because));
    }
}
