package vn.ganbo.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Bấm hai lần: the same form sent again at once is one act. Whoever presses a button twice, without
 * the script that prevents it, is led to where the first press leads, and nothing is done twice.
 * What was refused the first time is tried again.
 */
final class Once implements HandlerInterceptor {
    /** Later the same form is meant again. */
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    /** Sessions whose last form is remembered, by this program alone. */
    private static final int SESSIONS = 10_000;

    private static final String KEY = Once.class.getName();

    private final Clock clock;
    private final Map<String, Sent> last = new LinkedHashMap<>();

    Once(Clock clock) {
        this.clock = clock;
    }

    /** The last form of a session, and where its act leads: empty when it was refused. */
    private record Sent(String form, Instant at, CompletableFuture<Optional<String>> leadsTo) {
        static Sent of(String form, Instant at) {
            return new Sent(form, at, new CompletableFuture<>());
        }

        boolean isAgain(Sent now) {
            return form.equals(now.form) && Duration.between(at, now.at).compareTo(AT_ONCE) < 0;
        }
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        @Nullable HttpSession session = request.getSession(false);
        if (!"POST".equals(request.getMethod())
                || session == null
                || Present.of(request) == null
                || isUpload(request)) {
            return true;
        }
        Sent now = Sent.of(form(request), clock.instant());
        Sent before = remember(session.getId(), now);
        if (before != null && before.isAgain(now)) {
            Optional<String> where = wait(before);
            if (where.isPresent()) {
                now.leadsTo.complete(where);
                response.sendRedirect(where.get());
                return false;
            }
        }
        request.setAttribute(KEY, now);
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception thrown) {
        if (request.getAttribute(KEY) instanceof Sent sent) {
            boolean led = thrown == null && response.getStatus() / 100 == 3;
            sent.leadsTo.complete(
                    led ? Optional.ofNullable(response.getHeader("Location")) : Optional.empty());
        }
    }

    private synchronized @Nullable Sent remember(String session, Sent now) {
        Sent before = last.remove(session);
        last.put(session, now);
        if (last.size() > SESSIONS) {
            last.remove(last.keySet().iterator().next());
        }
        return before;
    }

    private static Optional<String> wait(Sent before) throws InterruptedException {
        try {
            return before.leadsTo.get(AT_ONCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        }
    }

    private static boolean isUpload(HttpServletRequest request) {
        @Nullable String type = request.getContentType();
        return type != null && type.startsWith("multipart/");
    }

    /** The form without a word of it that could be read. */
    private static String form(HttpServletRequest request) {
        StringBuilder text = new StringBuilder(request.getRequestURI());
        new TreeMap<>(request.getParameterMap())
                .forEach((name, values) ->
                        text.append('\n').append(name).append('=').append(Arrays.toString(values)));
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
