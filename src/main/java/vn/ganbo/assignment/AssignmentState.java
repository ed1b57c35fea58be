package vn.ganbo.assignment;

import vn.ganbo.kernel.Tone;

/** Where an assignment stands; labels under assignmentState.* */
public enum AssignmentState {
    PROPOSED(Tone.WAIT),
    ADJUSTMENT_ASKED(Tone.ACT),
    ACCEPTED(Tone.DONE),
    WITHDRAWN(Tone.REST),
    ENDED(Tone.REST);

    private final Tone tone;

    AssignmentState(Tone tone) {
        this.tone = tone;
    }

    /** The pill's tone. */
    public Tone tone() {
        return tone;
    }

    /** Whether the person has, or may get, the work. */
    public boolean open() {
        return this != WITHDRAWN && this != ENDED;
    }
}
