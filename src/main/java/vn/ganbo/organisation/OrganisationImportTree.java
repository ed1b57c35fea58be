package vn.ganbo.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Scope;
import vn.ganbo.organisation.OrganisationImportStore.Form;
import vn.ganbo.spreadsheet.Fault;

/**
 * Puts the rows of a list into the tree as it is: parents may stand below their children, and a row
 * whose parent is not taken is not taken either.
 */
final class OrganisationImportTree {
    /** Levels of a tree, more than any Party organisation has. */
    private static final int DEEPEST = 20;

    private final Scope scope;
    private final Map<String, Form> present = new HashMap<>();
    private final Map<Integer, Form> byNo = new HashMap<>();
    private final Map<String, OrganisationImportRow> rows = new LinkedHashMap<>();
    private final Map<String, Integer> refused = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    OrganisationImportTree(Scope scope, Collection<Form> tree) {
        this.scope = scope;
        for (Form unit : tree) {
            present.put(OrganisationImportRow.bare(unit.code()), unit);
            byNo.put(unit.no(), unit);
        }
    }

    List<Fault> faults() {
        return faults;
    }

    /** The unit that has this code today, or null. */
    @Nullable Form present(String code) {
        return present.get(OrganisationImportRow.bare(code));
    }

    /** A good row, keyed by its code; a second one with the same code is a fault. */
    void add(OrganisationImportRow row) {
        OrganisationImportRow first = rows.putIfAbsent(OrganisationImportRow.bare(row.code()), row);
        if (first != null) {
            fault(row.row(), "code", "Trùng mã với dòng " + first.row() + ".");
        }
    }

    /** A row that could not be read; those below it wait for its correction. */
    void refuse(String code, int row) {
        refused.putIfAbsent(OrganisationImportRow.bare(code), row);
    }

    /** Takes out the rows that have no place, and gives those that have one. */
    Collection<OrganisationImportRow> placed() {
        for (OrganisationImportRow row : List.copyOf(rows.values())) {
            check(row);
        }
        circles();
        orphans();
        return rows.values();
    }

    /** The side of a row: its own word, else that of the unit above it, else by its kind. */
    UnitSide side(OrganisationImportRow row) {
        UnitSide said = row.side();
        if (said != null) {
            return said;
        }
        switch (row.kind()) {
            case PROVINCE -> {
                return UnitSide.SUPERIOR;
            }
            case COMMUNE -> {
                return UnitSide.RESIDENCE;
            }
            default -> {}
        }
        OrganisationImportRow parent = parentRow(row);
        if (parent != null) {
            UnitSide side = side(parent);
            return side == UnitSide.SUPERIOR ? UnitSide.WORKPLACE : side;
        }
        Form above = row.parent() == null ? null : present(row.parent());
        return above == null || above.side() == UnitSide.SUPERIOR
                ? UnitSide.WORKPLACE
                : above.side();
    }

    /** The row of the unit above, if this list has one. */
    @Nullable OrganisationImportRow parentRow(OrganisationImportRow row) {
        return row.parent() == null ? null : rows.get(OrganisationImportRow.bare(row.parent()));
    }

    private void check(OrganisationImportRow row) {
        String parent = row.parent();
        Form known = present(row.code());
        if (parent == null) {
            boolean everything = scope.sees(1) && scope.sees(Scope.LAST);
            if (known == null && !everything) {
                drop(row, "parent", "Chỉ quản trị toàn hệ thống được thêm tổ chức ở gốc cây.");
            }
            return;
        }
        if (OrganisationImportRow.bare(parent).equals(OrganisationImportRow.bare(row.code()))) {
            drop(row, "parent", "Tổ chức này ghi chính nó là cấp trên. Ghi lại mã cấp trên.");
            return;
        }
        OrganisationImportRow above = parentRow(row);
        Form aboveNow = present(parent);
        if (above == null && aboveNow == null) {
            unknownParent(row, parent);
            return;
        }
        UnitKind kind = above != null ? above.kind() : aboveNow == null ? null : aboveNow.kind();
        if (kind != null && !fits(kind, row.kind())) {
            drop(row, "parent", misfit(row.kind()));
            return;
        }
        if (known == null && aboveNow != null && !scope.sees(aboveNow.no())) {
            drop(row, "parent", "Cấp trên này nằm ngoài phạm vi quản trị của bạn.");
        }
    }

    /** A row that would change a unit, or hang it below one, outside the scope is taken out. */
    boolean mayChange(OrganisationImportRow row, Form known, Form wanted) {
        Integer above = wanted.parentNo();
        boolean moved = !java.util.Objects.equals(known.parentNo(), above);
        Form aboveNow = above == null ? null : byNo.get(above);
        if (scope.sees(known.no()) && (!moved || aboveNow == null || scope.sees(aboveNow.no()))) {
            return true;
        }
        fault(
                row.row(),
                "code",
                "Tổ chức này nằm ngoài phạm vi quản trị của bạn nên không sửa được.");
        return false;
    }

    private void unknownParent(OrganisationImportRow row, String parent) {
        Integer faulty = refused.get(OrganisationImportRow.bare(parent));
        if (faulty != null) {
            drop(row, "parent", waits(faulty));
        } else {
            drop(
                    row,
                    "parent",
                    "Không có tổ chức mã "
                            + parent
                            + " trong tệp này và trong chương trình. Kiểm tra mã, hoặc thêm một dòng"
                            + " cho tổ chức cấp trên.");
        }
    }

    private static boolean fits(UnitKind above, UnitKind below) {
        return switch (below) {
            case PROVINCE -> false;
            case GROUP -> above == UnitKind.CELL;
            default -> above != UnitKind.CELL && above != UnitKind.GROUP;
        };
    }

    private static String misfit(UnitKind kind) {
        return switch (kind) {
            case PROVINCE -> "Đảng bộ tỉnh, thành phố không có cấp trên trong cây này: để trống ô.";
            case GROUP -> "Tổ đảng phải trực thuộc một chi bộ.";
            default -> "Cấp trên ghi ở đây là chi bộ hoặc tổ đảng; ghi mã của đảng bộ.";
        };
    }

    private void circles() {
        Set<String> circle = new HashSet<>();
        for (OrganisationImportRow row : List.copyOf(rows.values())) {
            Set<String> seen = new HashSet<>();
            String at = OrganisationImportRow.bare(row.code());
            while (at != null && seen.size() <= DEEPEST && seen.add(at)) {
                at = above(at);
            }
            if (seen.size() > DEEPEST) {
                fault(
                        row.row(),
                        "parent",
                        "Tổ chức này nằm sâu hơn "
                                + DEEPEST
                                + " cấp. Kiểm tra mã cấp trên của các dòng phía trên nó.");
                refused.put(OrganisationImportRow.bare(row.code()), row.row());
                circle.add(OrganisationImportRow.bare(row.code()));
            } else if (at != null && at.equals(OrganisationImportRow.bare(row.code()))) {
                fault(
                        row.row(),
                        "parent",
                        "Các dòng ghi cấp trên vòng tròn: đi lên từ tổ chức này lại về chính nó. Sửa"
                                + " mã cấp trên.");
                refused.put(at, row.row());
                circle.add(at);
            }
        }
        circle.forEach(rows::remove);
    }

    private @Nullable String above(String code) {
        OrganisationImportRow row = rows.get(code);
        if (row != null) {
            return row.parent() == null ? null : OrganisationImportRow.bare(row.parent());
        }
        Form unit = present.get(code);
        Form parent = unit == null || unit.parentNo() == null ? null : byNo.get(unit.parentNo());
        return parent == null ? null : OrganisationImportRow.bare(parent.code());
    }

    private void orphans() {
        boolean again = true;
        while (again) {
            again = false;
            for (OrganisationImportRow row : List.copyOf(rows.values())) {
                String parent = row.parent();
                if (parent != null && parentRow(row) == null && present(parent) == null) {
                    int faulty = refused.getOrDefault(OrganisationImportRow.bare(parent), 0);
                    drop(row, "parent", waits(faulty));
                    again = true;
                }
            }
        }
    }

    private static String waits(int row) {
        return "Tổ chức cấp trên ở dòng " + row + " chưa nhận được. Sửa dòng đó trước.";
    }

    private void drop(OrganisationImportRow row, String column, String sentence) {
        String code = OrganisationImportRow.bare(row.code());
        rows.remove(code);
        refused.put(code, row.row());
        fault(row.row(), column, sentence);
    }

    private void fault(int row, String column, String sentence) {
        faults.add(new Fault(row, OrganisationImportRow.LAYOUT.title(column), sentence));
    }
}
