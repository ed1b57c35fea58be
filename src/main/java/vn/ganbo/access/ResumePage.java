package vn.ganbo.access;

import org.jspecify.annotations.Nullable;

/**
 * What was typed before the session ended, to be looked at and sent again.
 *
 * @param office the office in which it will be sent
 */
record ResumePage(Carried carried, String office, @Nullable String note) {}
