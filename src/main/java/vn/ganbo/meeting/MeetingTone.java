package vn.ganbo.meeting;

import vn.ganbo.kernel.Tone;

/** The pill's tone of a state. */
final class MeetingTone {
    private MeetingTone() {}

    static Tone of(MeetingState state) {
        return switch (state) {
            case PLANNED -> Tone.WAIT;
            case INVITED -> Tone.ACT;
            case HELD -> Tone.DONE;
            case CANCELLED -> Tone.REST;
        };
    }

    static Tone of(OpinionState state) {
        return switch (state) {
            case HEARD -> Tone.WAIT;
            case PASSED_ON -> Tone.ACT;
            case SETTLED -> Tone.DONE;
        };
    }
}
