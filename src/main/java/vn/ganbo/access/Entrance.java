package vn.ganbo.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;

/** Begins and ends sessions. */
@Component
class Entrance {
    private final SessionAuthenticationStrategy fresh;
    private final Viewers viewers;

    Entrance(SessionAuthenticationStrategy fresh, Viewers viewers) {
        this.fresh = fresh;
        this.viewers = viewers;
    }

    /** A new session id and CSRF token; the request goes on as the one who came in. */
    Present begin(HttpServletRequest request, HttpServletResponse response, SignedIn signedIn) {
        Authentication authentication =
                UsernamePasswordAuthenticationToken.authenticated(
                        signedIn, null, java.util.List.of());
        fresh.onAuthentication(authentication, request, response);
        SessionContext.keep(request, signedIn);
        Present present =
                viewers.of(signedIn)
                        .orElseThrow(() -> new IllegalStateException("signed in to nothing"));
        present.bindTo(request);
        return present;
    }

    void end(HttpServletRequest request) {
        Present.unbind(request);
        @Nullable HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
