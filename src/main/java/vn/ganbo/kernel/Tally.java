package vn.ganbo.kernel;

import java.util.Map;

/** Counts beside the menu's entries, one row per office; implemented by desk. */
public interface Tally {
    /** By the link of the menu entry; entries without a count are absent. */
    Map<String, Long> of(Viewer viewer);
}
