package vn.ganbo.kernel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * When an act happens, by whom and in which office.
 *
 * @param unitNo the office's organisation; 0 for a background job
 * @param who the person and the office, for people to read
 */
public record Stamp(Instant instant, LocalDate on, int unitNo, String who) {
    public static Stamp of(Viewer viewer, Clock clock) {
        Viewer.Unit unit = viewer.unit();
        return new Stamp(
                clock.instant(),
                LocalDate.now(clock),
                viewer.unitNo(),
                unit == null ? viewer.name() : viewer.name() + ", " + unit.name());
    }

    /** For a timestamptz. */
    public OffsetDateTime at() {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
