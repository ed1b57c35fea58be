package vn.ganbo.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Kế hoạch công tác, học tập of a member for a year.
 *
 * @param halfWords what the member says at half-year, or null
 * @param sentAt when it was sent to the cell, or null: the member's own
 */
record Plan(
        UUID id,
        int year,
        String unitName,
        String fullName,
        String targets,
        String measures,
        String study,
        @Nullable String halfWords,
        @Nullable LocalDate halfOn,
        @Nullable Instant sentAt,
        int version) {}
