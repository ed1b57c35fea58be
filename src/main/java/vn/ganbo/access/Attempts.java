package vn.ganbo.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/**
 * Counts sign-ins by the typed name, existing or not, and makes the next one wait longer each time:
 * free up to the fourth, then 15 seconds, doubling up to a quarter of an hour. An attempt is
 * counted before the password is looked at, so that many at once gain nothing.
 */
@Component
class Attempts {
    private static final Sql COUNT =
            Sql.of(
                    """
                    insert into access.attempt as a (name_hash, failures, last_at, blocked_until)
                    values (:name::bytea, 1, :now::timestamptz, :now::timestamptz)
                    on conflict (name_hash) do update
                       set failures = a.failures + 1,
                           last_at = :now::timestamptz,
                           blocked_until = :now::timestamptz
                               + case when a.failures + 1 < 5 then interval '0'
                                      else make_interval(secs => least(900, 15 * power(2, least(a.failures + 1 - 5, 10))))
                                 end
                     where a.blocked_until <= :now::timestamptz
                    returning failures
                    """);

    private static final Sql BLOCKED_UNTIL =
            Sql.of(
                    """
                    select a.blocked_until
                      from access.attempt a
                     where a.name_hash = :name::bytea
                    """);

    private static final Sql FORGET =
            Sql.of("delete from access.attempt where name_hash = :name::bytea");

    private static final Sql FORGET_OLD =
            Sql.of("delete from access.attempt where last_at < :before::timestamptz");

    private final Db db;
    private final Clock clock;

    Attempts(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * One attempt that was counted.
     *
     * @param failures so many without success, this one included; 0 when it must wait
     * @param delay how long it must wait; zero when it may be tried
     */
    record Attempt(long failures, Duration delay) {
        /** From here on the next one waits. */
        boolean heldUp() {
            return failures >= 5;
        }
    }

    Attempt begin(Scope scope, String foldedName) {
        Instant now = clock.instant();
        byte[] name = hash(foldedName);
        db.update(scope, FORGET_OLD, "before", AccountStore.at(now.minus(Duration.ofDays(1))));
        long failures = db.number(scope, COUNT, "name", name, "now", AccountStore.at(now));
        if (failures > 0) {
            return new Attempt(failures, Duration.ZERO);
        }
        Instant until =
                db.one(scope, BLOCKED_UNTIL, row -> row.getTimestamp(1).toInstant(), "name", name)
                        .orElse(now);
        Duration left = Duration.between(now, until);
        return new Attempt(0, left.isPositive() ? left : Duration.ofSeconds(1));
    }

    /** After a sign-in that was good. */
    void forget(Scope scope, String foldedName) {
        db.update(scope, FORGET, "name", hash(foldedName));
    }

    private static byte[] hash(String name) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
