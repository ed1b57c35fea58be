package vn.ganbo.regulation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hướng dẫn địa phương: one value of a rulebook that a province or a commune sets otherwise.
 *
 * @param unitNo the unit that decided it; it holds for everything below
 * @param rulebook id of the rulebook
 * @param key what it sets, one of {@link RuleKey#of}
 * @param value as stored: a number, MM-dd, or words
 * @param basis the paper of the committee; LOCAL, or VERIFIED where it brings the official wording
 * @param from first day, inclusive
 * @param until last day, inclusive, or null
 */
public record LocalRule(
        UUID id,
        int unitNo,
        String rulebook,
        String key,
        String value,
        Basis basis,
        LocalDate from,
        @Nullable LocalDate until) {}
