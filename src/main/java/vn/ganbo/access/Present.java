package vn.ganbo.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Viewer;

/**
 * Who is there in this request.
 *
 * @param offices all that the person holds today, the chosen one included
 * @param mustChange whether a password of one's own must be set first
 */
record Present(SignedIn signedIn, Viewer viewer, List<Offices.Office> offices, boolean mustChange) {
    private static final String KEY = Present.class.getName();

    static @Nullable Present of(HttpServletRequest request) {
        return request.getAttribute(KEY) instanceof Present present ? present : null;
    }

    void bindTo(HttpServletRequest request) {
        request.setAttribute(KEY, this);
    }

    static void unbind(HttpServletRequest request) {
        request.removeAttribute(KEY);
    }
}
