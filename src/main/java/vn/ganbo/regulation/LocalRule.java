package vn.ganbo.regulation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hướng dẫn địa phương: one value of a rulebook that a province or a commune sets otherwise.
 *
 * @param unitNo the unit that decided it; it holds for everything below
 * @param rulebook id of the rulebook
 * @param key what it sets: meetings_per_year, clock.absence_answer, window.comment_due,
 *     duty.5.text, article.4.6.text, exemption.not-introduced-b.text, wording.…
 * @param value as text: a number, MM-dd, or words
 * @param source the paper of the local committee
 * @param from first day, inclusive
 * @param until last day, inclusive, or null
 */
public record LocalRule(
        UUID id,
        int unitNo,
        String rulebook,
        String key,
        String value,
        String source,
        LocalDate from,
        @Nullable LocalDate until) {}
