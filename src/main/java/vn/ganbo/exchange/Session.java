package vn.ganbo.exchange;

import java.time.LocalDate;

/**
 * Cuộc họp chi ủy that decided on a shortcoming.
 *
 * @param on the day, not in the future
 * @param present members of the committee present, at least 1
 * @param agreed how many of them agreed, from 1 to {@code present}
 */
record Session(LocalDate on, int present, int agreed) {}
