package vn.ganbo.journey;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import vn.ganbo.kernel.Show;

/** A clock that a test moves on to the day of the next act, and never back. */
public final class MovingClock extends Clock {
    private volatile Instant now;

    public MovingClock(String day) {
        now = moment(day);
    }

    public void moveTo(String day) {
        Instant next = moment(day);
        if (next.isBefore(now)) {
            throw new IllegalArgumentException("back to " + day);
        }
        now = next;
    }

    private static Instant moment(String day) {
        return LocalDateTime.parse(day + "T08:00").atZone(Show.ZONE).toInstant();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return Show.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
