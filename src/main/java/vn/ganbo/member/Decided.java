package vn.ganbo.member;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Căn cứ: the paper by which a period begins.
 *
 * @param number or null where it has none
 */
public record Decided(@Nullable String number, @Nullable LocalDate on, @Nullable String issuer) {}
