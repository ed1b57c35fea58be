package vn.ganbo.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Labels;
import vn.ganbo.regulation.ClassificationLevel;
import vn.ganbo.regulation.ReviewFormKind;

/**
 * How many of one group may be excellent (Quy định 366, Art. 11). Members with the same form stand
 * for "vị trí tương đồng". The document's base is the number classified as good; the other reading
 * is shown beside it and decides nothing.
 *
 * @param form null for cells
 * @param percent of the base, 20 or where raised 25
 * @param excellent how many would be excellent, those decided before included
 * @param good how many would be good
 * @param classified how many have any level
 */
record ExcellentCap(
        @Nullable ReviewFormKind form, int percent, long excellent, long good, long classified) {

    /** Who is counted: members with one form, or cells. */
    String label() {
        return form == null ? "Tập thể chi bộ" : Labels.of(form);
    }

    /** floor(percent of those classified as good). */
    long most() {
        return good * percent / 100;
    }

    /** The other reading: floor(percent of all classified). */
    long mostOfAll() {
        return classified * percent / 100;
    }

    boolean exceeded() {
        return excellent > most();
    }

    /** Over cells. */
    static ExcellentCap ofCells(List<ClassificationLevel> levels, int percent) {
        return of(null, levels, percent);
    }

    private static ExcellentCap of(
            @Nullable ReviewFormKind form, List<ClassificationLevel> levels, int percent) {
        return new ExcellentCap(
                form,
                percent,
                count(levels, ClassificationLevel.EXCELLENT),
                count(levels, ClassificationLevel.GOOD),
                levels.size());
    }

    /** One for each form that somebody has, in the order of the forms. */
    static List<ExcellentCap> of(
            Map<ReviewFormKind, List<ClassificationLevel>> given, int percent) {
        List<ExcellentCap> caps = new ArrayList<>();
        for (ReviewFormKind form : ReviewFormKind.values()) {
            List<ClassificationLevel> levels = given.getOrDefault(form, List.of());
            if (!levels.isEmpty()) {
                caps.add(of(form, levels, percent));
            }
        }
        return caps;
    }

    private static long count(List<ClassificationLevel> levels, ClassificationLevel level) {
        return levels.stream().filter(one -> one == level).count();
    }
}
