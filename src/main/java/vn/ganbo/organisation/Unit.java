package vn.ganbo.organisation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Show;

/**
 * Tổ chức đảng: a Party organisation as it is on a day.
 *
 * @param no local number that never changes, the coin of scopes; never exported
 * @param code as the Party writes it, such as 99.101.001.000.001; gives no parent
 * @param name such as "Đảng bộ phường Hoa Ban" or "Chi bộ Tổ dân phố 3"
 * @param parentNo the unit above, or null at the root
 * @param communeCode five digits of the commune, or null
 */
public record Unit(
        UUID id,
        int no,
        String code,
        String name,
        UnitKind kind,
        UnitSide side,
        @Nullable Integer parentNo,
        @Nullable String communeCode) {

    /**
     * The committee that acts and signs: "Đảng ủy phường Hoa Ban"; a cell and a group act as
     * themselves.
     */
    public String committeeName() {
        return Show.committee(name);
    }

    /** Without "Đảng bộ" or "Chi bộ", for narrow columns: "Tổ dân phố 3". */
    public String shortName() {
        for (String prefix : new String[] {"Đảng bộ ", "Chi bộ ", "Tổ đảng "}) {
            if (name.startsWith(prefix) && kind != UnitKind.GROUP) {
                String rest = name.substring(prefix.length());
                return rest.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + rest.substring(1);
            }
        }
        return name;
    }
}
