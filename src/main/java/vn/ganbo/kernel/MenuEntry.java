package vn.ganbo.kernel;

import java.util.List;
import java.util.Set;

/**
 * One entry of the menu, contributed by a capability as a bean.
 *
 * @param order from 0 (desk) downwards
 * @param label in Vietnamese
 * @param link path
 * @param icon name in the SVG sprite: desk, letter, people, calendar, exchange, pen, away, tasks,
 *     chart, tree, import, shield, person, bell
 * @param roles who has it
 * @param also paths outside the link where the reader is still at this entry
 */
public record MenuEntry(
        int order, String label, String link, String icon, Set<Role> roles, List<String> also) {
    public MenuEntry {
        also = List.copyOf(also);
    }

    /** An entry whose pages all lie under its link. */
    public MenuEntry(int order, String label, String link, String icon, Set<Role> roles) {
        this(order, label, link, icon, roles, List.of());
    }

    /**
     * How well this entry says where the reader is: the more of the path, the better, and its own
     * link before a neighbour's; 0 when the reader is elsewhere.
     */
    public int covers(String path) {
        int best = isAt(path, link) ? 2 * link.length() + 1 : 0;
        for (String other : also) {
            if (isAt(path, other)) {
                best = Math.max(best, 2 * other.length());
            }
        }
        return best;
    }

    private static boolean isAt(String path, String link) {
        return path.equals(link) || (!"/".equals(link) && path.startsWith(link + "/"));
    }
}
