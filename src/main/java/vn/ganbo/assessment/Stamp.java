package vn.ganbo.assessment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Viewer;

/** When an act happens, by whom and in which office. */
record Stamp(Instant instant, LocalDate on, @Nullable Integer officeNo, String who) {
    static Stamp of(Viewer viewer, Clock clock) {
        Viewer.Unit unit = viewer.unit();
        return new Stamp(
                clock.instant(),
                LocalDate.now(clock),
                unit == null ? null : unit.no(),
                unit == null ? viewer.name() : viewer.name() + ", " + unit.name());
    }

    /** For a timestamptz. */
    OffsetDateTime at() {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
