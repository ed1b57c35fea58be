package vn.ganbo.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/**
 * A form came in without a session, or without the mark that our own forms carry (CSRF): shows a
 * page that keeps what was typed. The page itself is drawn by {@link SignInPages}.
 */
@Component
class SessionEnded implements AccessDeniedHandler {
    static final String PATH = "/session-ended";

    private static final String KEY = SessionEnded.class.getName();

    @Override
    public void handle(
            HttpServletRequest request,
            HttpServletResponse response,
            AccessDeniedException exception)
            throws IOException, ServletException {
        show(request, response);
    }

    void show(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.setAttribute(KEY, Carried.late(request));
        Objects.requireNonNull(request.getRequestDispatcher(PATH)).forward(request, response);
    }

    /** The same without a look into the form. */
    void showUnread(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.setAttribute(KEY, Carried.unread(request));
        Objects.requireNonNull(request.getRequestDispatcher(PATH)).forward(request, response);
    }

    /** The late form, in the forwarded request; null when the path was called from outside. */
    static @org.jspecify.annotations.Nullable Carried late(HttpServletRequest request) {
        return request.getAttribute(KEY) instanceof Carried carried ? carried : null;
    }
}
