package vn.ganbo.liaison;

import vn.ganbo.kernel.Tone;

/** The pill's tone of a letter's state. */
final class LetterTone {
    private LetterTone() {}

    static Tone of(LetterState state) {
        return switch (state) {
            case ISSUED, SIGNED, SENT, ACKNOWLEDGED -> Tone.WAIT;
            case PLACED -> Tone.DONE;
            case RETURNED -> Tone.LATE;
            case ENDED, WITHDRAWN -> Tone.REST;
        };
    }
}
