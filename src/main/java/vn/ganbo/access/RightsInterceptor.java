package vn.ganbo.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Role;

/**
 * Holds every route against the table of rights, by the pattern that Spring itself matched. What
 * the office may not do does not exist (404); who is not signed in is asked to.
 */
class RightsInterceptor implements HandlerInterceptor {
    private static final Set<String> WITH_A_GIVEN_PASSWORD = Set.of("/password", "/sign-out");

    private final Rights rights;
    private final SessionEnded ended;

    RightsInterceptor(Rights rights, SessionEnded ended) {
        this.rights = rights;
        this.ended = ended;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            return true;
        }
        if (handler instanceof ResourceHttpRequestHandler && isReading(request)) {
            return true;
        }
        Rights.@Nullable Line line = line(request);
        if (line == null) {
            throw new NotFound();
        }
        if (line.beforeSignIn()) {
            return true;
        }
        Present present = Present.of(request);
        if (present == null) {
            askToSignIn(request, response);
            return false;
        }
        if (present.mustChange()
                && !WITH_A_GIVEN_PASSWORD.contains(line.pattern().getPatternString())) {
            response.sendRedirect("/password");
            return false;
        }
        if (drawnInOtherOffice(request, present)) {
            ended.show(request, response);
            return false;
        }
        @Nullable Role role = present.viewer().role();
        if (role == null || !line.allows(role)) {
            throw new NotFound();
        }
        return true;
    }

    /** Tomcat takes no cookie after a forward: the new session's must be written inside it. */
    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception thrown)
            throws IOException {
        if (request.getDispatcherType() == DispatcherType.FORWARD) {
            response.flushBuffer();
        }
    }

    /** The form says in which office it was drawn; the choice of office itself may say anything. */
    private static boolean drawnInOtherOffice(HttpServletRequest request, Present present) {
        if (isReading(request) || "/office".equals(request.getRequestURI())) {
            return false;
        }
        @Nullable String office = request.getParameter(Carried.OFFICE);
        return office != null && !office.equals(String.valueOf(present.viewer().office()));
    }

    private Rights.@Nullable Line line(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? null : rights.line(request.getMethod(), pattern.toString());
    }

    private void askToSignIn(HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (!isReading(request)) {
            ended.show(request, response);
            return;
        }
        String query = request.getQueryString();
        String next = request.getRequestURI() + (query == null ? "" : "?" + query);
        String where =
                "/".equals(next)
                        ? "/sign-in"
                        : "/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        goTo(request, response, where);
    }

    private static void goTo(
            HttpServletRequest request, HttpServletResponse response, String where) {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", where);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", where);
        }
    }

    private static boolean isReading(HttpServletRequest request) {
        return Set.of("GET", "HEAD").contains(request.getMethod());
    }
}
