package vn.ganbo.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Tone;
import vn.ganbo.kernel.Viewer;

/**
 * What every page has around its content. Made for each request by {@code access}; the model
 * attribute is named shell, in every page template.
 *
 * @param viewer who looks, or null before sign-in
 * @param offices the offices the person may choose in the header, the present one included
 * @param menu entries this role has, in order
 * @param path the path of the request, to mark the menu's entry
 * @param demo whether this is the demonstration, which every page says
 * @param csrfName name of the hidden field that every form carries
 * @param csrfToken its value
 * @param notice what the last act did, shown once, or null
 * @param unread notices not yet read
 * @param assets addresses of static files
 * @param doors whether a page of ours opens for the viewer's role
 */
public record Shell(
        @Nullable Viewer viewer,
        List<Office> offices,
        List<Item> menu,
        String path,
        boolean demo,
        String csrfName,
        String csrfToken,
        @Nullable Notice notice,
        long unread,
        Assets assets,
        Predicate<String> doors) {

    /** An office in the header's choice. */
    public record Office(UUID id, String title, String unit, boolean chosen) {}

    /** One menu entry; count is null where nothing is counted. */
    public record Item(String label, String link, String icon, @Nullable Long count, boolean here) {
        /** The desk's count is what waits today, so it stands out. */
        boolean hot() {
            return icon.equals("desk") && count != null && count > 0;
        }
    }

    /** What the last act did; waits in the session, which is kept in the database. */
    public record Notice(String sentence, Tone tone) implements java.io.Serializable {}

    /** Whether a link to this page would open; one that would not is not drawn. */
    public boolean opens(String link) {
        return doors.test(link);
    }

    /** The signed-in viewer. Throws IllegalStateException before sign-in. */
    public Viewer me() {
        if (viewer == null) {
            throw new IllegalStateException("nobody is signed in");
        }
        return viewer;
    }
}
