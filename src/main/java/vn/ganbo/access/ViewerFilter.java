package vn.ganbo.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks up who is there, anew on every request, and binds the scope of the chosen office to the
 * thread: every transaction of the request sees only that.
 */
class ViewerFilter extends OncePerRequestFilter {
    private final Viewers viewers;

    ViewerFilter(Viewers viewers) {
        this.viewers = viewers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/webjars/") || path.lastIndexOf('.') > path.lastIndexOf('/');
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SignedIn signedIn = SessionContext.signedIn(request);
        if (signedIn == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Present> present = viewers.of(signedIn);
        if (present.isEmpty()) {
            request.getSession().invalidate();
            SecurityContextHolder.clearContext();
            chain.doFilter(request, response);
            return;
        }
        present.get().bindTo(request);
        within(present.get(), request, response, chain);
    }

    private static void within(
            Present present,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        Exception[] thrown = new Exception[1];
        present.viewer()
                .scope()
                .run(() -> {
                    try {
                        chain.doFilter(request, response);
                    } catch (ServletException | IOException e) {
                        thrown[0] = e;
                    }
                });
        if (thrown[0] instanceof ServletException e) {
            throw e;
        }
        if (thrown[0] instanceof IOException e) {
            throw e;
        }
    }
}
