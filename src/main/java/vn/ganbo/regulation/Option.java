package vn.ganbo.regulation;

/**
 * One answer of a criterion.
 *
 * @param key stored with every comment, unique in its criterion, never renamed
 * @param label the exact words of the form
 */
public record Option(String key, String label) {}
