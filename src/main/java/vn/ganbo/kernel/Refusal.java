package vn.ganbo.kernel;

/** A rule says no (409): the sentence stands in labels.properties under {@code refusal.<key>}. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String key;
    private final transient Object[] words;

    public Refusal(String key, Object... words) {
        super(key);
        this.key = key;
        this.words = words.clone();
    }

    public String key() {
        return key;
    }

    /** For {0}, {1} … of the sentence. */
    public Object[] words() {
        return words.clone();
    }
}
