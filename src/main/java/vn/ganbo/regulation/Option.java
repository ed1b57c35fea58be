package vn.ganbo.regulation;

import org.jspecify.annotations.Nullable;

/**
 * One answer of a criterion.
 *
 * @param key stored with every comment, unique in its criterion, never renamed
 * @param label the exact words of the form
 * @param shortcoming whether it says that something is lacking: who gives it names a fact, a
 *     suggestion and a day, and the person is heard first
 * @param followUp what it asks the workplace to do, or null
 */
public record Option(
        String key, String label, boolean shortcoming, @Nullable FollowUpKind followUp) {}
