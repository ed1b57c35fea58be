package vn.ganbo.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import vn.ganbo.kernel.Show;

/**
 * The demonstration's time: it begins on 23/11/2026 at the first start and goes on from there; the
 * difference to the real time is kept beside the data. While the world is built it stands where the
 * builder puts it.
 */
class DemoClock extends Clock {
    /** The moment at which the demonstration begins. */
    static final LocalDateTime BEGIN = LocalDateTime.of(2026, 11, 23, 8, 0);

    private final Clock real;
    private final ZoneId zone;
    private volatile Duration ahead;
    private volatile boolean standing;
    private volatile Instant at = Instant.EPOCH;

    DemoClock(Clock real, Duration ahead) {
        this.real = real;
        this.zone = Show.ZONE;
        this.ahead = ahead;
    }

    /** Reads the kept difference, or begins now and keeps it. */
    static DemoClock in(Path folder) {
        Path file = folder.resolve("clock");
        Clock real = Clock.system(Show.ZONE);
        try {
            if (Files.exists(file)) {
                return new DemoClock(real, Duration.parse(Files.readString(file).strip()));
            }
            Duration ahead = Duration.between(real.instant(), BEGIN.atZone(Show.ZONE).toInstant());
            Files.createDirectories(folder);
            Files.writeString(file, ahead.toString());
            return new DemoClock(real, ahead);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stands still at a moment of the world's past. */
    void standAt(LocalDateTime moment) {
        at = moment.atZone(zone).toInstant();
        standing = true;
    }

    /** Lets time pass again. */
    void run() {
        standing = false;
    }

    @Override
    public Instant instant() {
        return standing ? at : real.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return Clock.fixed(instant(), other);
    }
}
