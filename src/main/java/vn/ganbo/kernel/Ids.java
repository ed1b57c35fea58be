package vn.ganbo.kernel;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes UUIDv7 keys (RFC 9562): time first, so they grow, and unguessable at the end. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static long lastMillis;
    private static int counter;

    private Ids() {}

    /** A new key; later calls in this program give greater keys. */
    public static UUID next() {
        long high = nextHigh();
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static synchronized long nextHigh() {
        long now = System.currentTimeMillis();
        if (now > lastMillis) {
            lastMillis = now;
            counter = RANDOM.nextInt(0x400);
        } else if (++counter > 0xFFF) {
            lastMillis++;
            counter = 0;
        }
        return (lastMillis << 16) | 0x7000L | counter;
    }
}
