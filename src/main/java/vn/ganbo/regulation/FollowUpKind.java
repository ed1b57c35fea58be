package vn.ganbo.regulation;

import vn.ganbo.kernel.Tone;

/** What an answer of a slip asks the workplace to do; labels under followUpKind.* */
public enum FollowUpKind {
    COMMEND,
    CONSIDER;

    /** How it is shown in lists. */
    public Tone tone() {
        return this == COMMEND ? Tone.DONE : Tone.WAIT;
    }

    /** Whether the person must have been heard before the workplace concludes. */
    public boolean hearsFirst() {
        return this == CONSIDER;
    }
}
