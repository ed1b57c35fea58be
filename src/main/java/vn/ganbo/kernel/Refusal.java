package vn.ganbo.kernel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rule says no (409): the sentence stands in labels.properties under {@code refusal.<key>}. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String key;
    private final transient Object[] words;
    private final @Nullable UUID thing;

    public Refusal(String key, Object... words) {
        this(key, null, words);
    }

    private Refusal(String key, @Nullable UUID thing, Object[] words) {
        super(key);
        this.key = key;
        this.thing = thing;
        this.words = words.clone();
    }

    /** The same, of a case or a paper in whose history the attempt belongs. */
    public Refusal about(@Nullable UUID of) {
        return new Refusal(key, of, words);
    }

    /** The case or paper that was meant, or null. */
    public @Nullable UUID thing() {
        return thing;
    }

    public String key() {
        return key;
    }

    /** For {0}, {1} … of the sentence. */
    public Object[] words() {
        return words.clone();
    }
}
