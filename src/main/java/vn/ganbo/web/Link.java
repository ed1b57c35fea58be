package vn.ganbo.web;

import org.jspecify.annotations.Nullable;

/**
 * A place to go: a crumb above a title, or a tab.
 *
 * @param label what is read
 * @param href where it leads, or null where one is already
 * @param count shown behind the label of a tab, or null
 */
public record Link(String label, @Nullable String href, @Nullable Long count) {
    public static Link to(String label, String href) {
        return new Link(label, href, null);
    }

    public static Link to(String label, String href, long count) {
        return new Link(label, href, count);
    }

    /** Where one is: the last crumb, the present tab. */
    public static Link here(String label) {
        return new Link(label, null, null);
    }

    public static Link here(String label, long count) {
        return new Link(label, null, count);
    }
}
