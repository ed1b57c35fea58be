package vn.ganbo.kernel;

import java.time.Instant;

/** Somebody else changed the record meanwhile (409): who and when. */
public final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String who;
    private final Instant at;

    public Conflict(String who, Instant at) {
        super("changed by another office at " + at);
        this.who = who;
        this.at = at;
    }

    public String who() {
        return who;
    }

    public Instant at() {
        return at;
    }
}
