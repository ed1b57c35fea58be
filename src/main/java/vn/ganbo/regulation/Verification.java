package vn.ganbo.regulation;

/** How far a text or a figure was checked against its document; labels under verification.*. */
public enum Verification {
    /** The document's own words were read, or an article quoting the clause in full. */
    VERIFIED("V"),
    /** Known from the press or from forms printed by other software. */
    SECONDARY("S"),
    /** Not confirmed: the text itself says so and is to be replaced. */
    UNVERIFIED("M"),
    /** Decided by a local committee; see {@link LocalRule}. */
    LOCAL("L"),
    /** No rule of the Party: a setting of this program, to be replaced by local guidance. */
    OWN("OWN");

    private final String mark;

    Verification(String mark) {
        this.mark = mark;
    }

    /** The mark in the yaml files: V, S, M, L, OWN. */
    public String mark() {
        return mark;
    }
}
