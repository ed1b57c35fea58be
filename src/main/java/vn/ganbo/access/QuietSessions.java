package vn.ganbo.access;

import jakarta.servlet.Filter;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * The stored sessions, each read once in a request: Spring Session asks again for the one that it
 * has just saved, to learn whether the browser knows it.
 */
final class QuietSessions implements SessionRepository<QuietSession> {
    private static final ThreadLocal<@Nullable QuietSession> READ = new ThreadLocal<>();

    private final SessionRepository<Session> stored;

    /** What comes back from a repository goes to no other one. */
    @SuppressWarnings("unchecked")
    QuietSessions(SessionRepository<? extends Session> stored) {
        this.stored = (SessionRepository<Session>) stored;
    }

    /** Stands before Spring Session's own filter and forgets, after a request, what it read. */
    static Filter aroundRequest() {
        return (request, response, chain) -> {
            try {
                chain.doFilter(request, response);
            } finally {
                READ.remove();
            }
        };
    }

    @Override
    public QuietSession createSession() {
        return new QuietSession(stored.createSession());
    }

    @Override
    public void save(QuietSession session) {
        stored.save(session.stored());
    }

    @Override
    public @Nullable QuietSession findById(String id) {
        @Nullable QuietSession known = READ.get();
        if (known != null && known.getId().equals(id)) {
            return known;
        }
        @Nullable Session found = stored.findById(id);
        if (found == null) {
            return null;
        }
        QuietSession session = new QuietSession(found);
        READ.set(session);
        return session;
    }

    @Override
    public void deleteById(String id) {
        READ.remove();
        stored.deleteById(id);
    }
}
