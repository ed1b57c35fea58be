package vn.ganbo.spreadsheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One visible sheet of a file.
 *
 * @param name as its tab says; empty where the file has no sheets
 * @param merged cells that stand for those below them too
 * @param font the way of writing that a font of the file belongs to, or null
 * @param bytes whether the letters are bytes that only the texts can tell how to read
 */
record Sheet(
        String name, Rows rows, List<Merged.Span> merged, @Nullable Letters font, boolean bytes) {
    /** The way of writing of a font's name, or null for fonts of Unicode. */
    static @Nullable Letters written(String font) {
        if (font.regionMatches(true, 0, ".Vn", 0, 3)) {
            return Letters.TCVN3;
        }
        return font.regionMatches(true, 0, "VNI-", 0, 4) ? Letters.VNI : null;
    }
}
