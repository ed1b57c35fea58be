package vn.ganbo.kernel;

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
 */
public record MenuEntry(int order, String label, String link, String icon, Set<Role> roles) {}
