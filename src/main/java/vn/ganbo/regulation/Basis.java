package vn.ganbo.regulation;

import org.jspecify.annotations.Nullable;

/**
 * Căn cứ: where a rule comes from.
 *
 * @param verification how far it was checked
 * @param source who was read, in Vietnamese
 * @param note what else a reader should know, or null
 */
public record Basis(Verification verification, String source, @Nullable String note) {}
