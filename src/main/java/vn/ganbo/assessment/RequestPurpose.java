package vn.ganbo.assessment;

import vn.ganbo.kernel.Labels;

/**
 * What a workplace asks a comment for; labels under requestPurpose.*, and as the paper says it
 * after "Để" under requestPurpose.paper.*. The yearly assessment is answered by the round's slip
 * where there is one.
 */
public enum RequestPurpose {
    ASSESSMENT,
    PERSONNEL,
    REWARD,
    DISCIPLINE,
    TRAINING,
    OTHER;

    /** What stands on the paper after "Để"; only the yearly assessment names its year. */
    String onPaper(int year) {
        return Labels.say("requestPurpose.paper." + name(), String.valueOf(year));
    }
}
