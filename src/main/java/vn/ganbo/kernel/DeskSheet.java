package vn.ganbo.kernel;

import java.util.Set;

/**
 * Something that waits on the desk of an office, contributed by a capability as a bean.
 *
 * @param key stable, such as {@code liaison.letters-waiting}
 * @param title what waits, in Vietnamese
 * @param hint what to do, in Vietnamese
 * @param tone late first, then wait, act, rest
 * @param link where the waiting things are listed
 * @param menu the menu entry (its link) whose count this adds to, or an empty text
 * @param roles whose desk it lies on
 * @param count a select of one bigint; may use :low, :high, :scope, :self, :today
 */
public record DeskSheet(
        String key,
        String title,
        String hint,
        Tone tone,
        String link,
        String menu,
        Set<Role> roles,
        Sql count) {}
