package vn.ganbo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import vn.ganbo.kernel.Show;

/**
 * The time of the product's tests: it runs as the real one does, and begins at ten in the morning
 * in Vietnam on the same Wednesday each time, so that no test depends on the day it is run. {@code
 * -Dganbo.test-day=2027-01-04} tries another day; there, tests that need a year with a past may
 * fail. Contexts with properties of their own bring their own time.
 */
public final class TestClock
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Instant BEGIN =
            LocalDate.parse(System.getProperty("ganbo.test-day", "2026-11-25"))
                    .atTime(LocalTime.of(10, 0))
                    .atZone(Show.ZONE)
                    .toInstant();
    private static final Clock CLOCK = beginningNow(BEGIN);

    private static Clock beginningNow(Instant begin) {
        Clock real = Clock.system(Show.ZONE);
        return Clock.offset(real, Duration.between(real.instant(), begin));
    }

    /** Today, for tests that have no bean at hand. */
    public static LocalDate today() {
        return LocalDate.now(CLOCK);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("testClock", CLOCK);
    }
}
