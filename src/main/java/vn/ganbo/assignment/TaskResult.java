package vn.ganbo.assignment;

import vn.ganbo.kernel.Tone;

/** How the work of a period went, as the cell sees it; labels under taskResult.* */
public enum TaskResult {
    EXCEEDED(Tone.DONE),
    ON_TIME(Tone.DONE),
    LATE(Tone.WAIT),
    NOT_DONE(Tone.LATE);

    private final Tone tone;

    TaskResult(Tone tone) {
        this.tone = tone;
    }

    Tone tone() {
        return tone;
    }

    /** Whether the work was done in time. */
    public boolean done() {
        return this == EXCEEDED || this == ON_TIME;
    }

    /** Whether the cell says why. */
    boolean needsWords() {
        return this == LATE || this == NOT_DONE;
    }
}
