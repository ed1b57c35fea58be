package vn.ganbo.document;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How often one address may ask for a code without signing in: ten digits are not a secret, and are
 * not to be tried out one after the other.
 */
@Component
class Patience {
    private static final int EACH = 30;
    private static final int TOGETHER = 3000;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Integer> asked = new HashMap<>();
    private Instant since = Instant.EPOCH;
    private int together;

    Patience(Clock clock) {
        this.clock = clock;
    }

    /** Counts a question; whether it may be answered. */
    synchronized boolean mayAsk(String address) {
        Instant now = clock.instant();
        if (!now.isBefore(since.plus(WINDOW)) || now.isBefore(since)) {
            asked.clear();
            together = 0;
            since = now;
        }
        together++;
        return together <= TOGETHER && asked.merge(address, 1, Integer::sum) <= EACH;
    }
}
