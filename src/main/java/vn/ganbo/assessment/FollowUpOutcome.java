package vn.ganbo.assessment;

import java.util.List;
import vn.ganbo.regulation.FollowUpKind;

/** What the workplace did about a proposal; labels under followUpOutcome.* */
enum FollowUpOutcome {
    COMMENDED,
    NOTED,
    REMINDED,
    REFERRED,
    NO_GROUND;

    /** What the workplace may answer with. */
    static List<FollowUpOutcome> of(FollowUpKind kind) {
        return switch (kind) {
            case COMMEND -> List.of(COMMENDED, NOTED);
            case CONSIDER -> List.of(REMINDED, REFERRED, NO_GROUND);
        };
    }
}
