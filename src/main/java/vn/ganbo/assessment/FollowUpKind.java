package vn.ganbo.assessment;

import java.util.List;
import vn.ganbo.kernel.Tone;

/** What a slip proposes to the workplace; labels under followUpKind.* */
enum FollowUpKind {
    COMMEND,
    CONSIDER;

    Tone tone() {
        return this == COMMEND ? Tone.DONE : Tone.WAIT;
    }

    /** What the workplace may answer with. */
    List<FollowUpOutcome> outcomes() {
        return switch (this) {
            case COMMEND -> List.of(FollowUpOutcome.COMMENDED, FollowUpOutcome.NOTED);
            case CONSIDER ->
                    List.of(
                            FollowUpOutcome.REMINDED,
                            FollowUpOutcome.REFERRED,
                            FollowUpOutcome.NO_GROUND);
        };
    }

    /** Whether the person must have been heard before the workplace concludes. */
    boolean hearsFirst() {
        return this == CONSIDER;
    }
}
