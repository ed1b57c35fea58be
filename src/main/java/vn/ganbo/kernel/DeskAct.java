package vn.ganbo.kernel;

import java.util.Set;

/**
 * The one main act at the top of an office's desk, contributed by a capability as a bean.
 *
 * @param label what happens, such as "Lập giấy giới thiệu"
 * @param link the page where it is done
 * @param icon name in the SVG sprite
 * @param roles whose desk it lies on; each role has at most one
 */
public record DeskAct(String label, String link, String icon, Set<Role> roles) {}
