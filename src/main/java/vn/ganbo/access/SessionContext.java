package vn.ganbo.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;

/**
 * Keeps {@link SignedIn} in the session instead of Spring Security's own objects: an upgrade of the
 * library then ends no session, and nothing personal is stored.
 */
class SessionContext implements SecurityContextRepository {
    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return context(holder.getRequest());
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(request);
    }

    @Override
    public void saveContext(
            SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        @Nullable Authentication authentication = context.getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
            keep(request, signedIn);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return signedIn(request) != null;
    }

    static @Nullable SignedIn signedIn(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(SignedIn.KEY) instanceof SignedIn signedIn
                ? signedIn
                : null;
    }

    static void keep(HttpServletRequest request, SignedIn signedIn) {
        HttpSession session = request.getSession();
        session.setAttribute(SignedIn.KEY, signedIn);
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, signedIn.getName());
    }

    private static SecurityContext context(HttpServletRequest request) {
        SignedIn signedIn = signedIn(request);
        return signedIn == null
                ? new SecurityContextImpl()
                : new SecurityContextImpl(
                        UsernamePasswordAuthenticationToken.authenticated(
                                signedIn, null, List.of()));
    }

    private static final class Deferred implements DeferredSecurityContext {
        private final HttpServletRequest request;
        private @Nullable SecurityContext loaded;

        Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            SecurityContext context = loaded;
            if (context == null) {
                context = context(request);
                loaded = context;
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            return signedIn(request) == null;
        }
    }
}
