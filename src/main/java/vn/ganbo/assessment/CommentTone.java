package vn.ganbo.assessment;

import vn.ganbo.kernel.Tone;

/** The colours of states. */
public final class CommentTone {
    private CommentTone() {}

    /** Of a slip. */
    public static Tone of(CommentState state) {
        return switch (state) {
            case DRAFT -> Tone.ACT;
            case CELL_SIGNED, COMMUNE_CONFIRMED -> Tone.WAIT;
            case RETURNED -> Tone.DONE;
        };
    }

    /** Of a request. */
    static Tone of(RequestState state) {
        return switch (state) {
            case SENT -> Tone.WAIT;
            case TAKEN_UP -> Tone.ACT;
            case ANSWERED -> Tone.DONE;
        };
    }
}
