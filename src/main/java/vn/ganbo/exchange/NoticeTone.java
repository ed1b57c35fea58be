package vn.ganbo.exchange;

import vn.ganbo.kernel.Tone;

/** The colour that goes with a notice's state. */
final class NoticeTone {
    private NoticeTone() {}

    static Tone of(NoticeState state) {
        return switch (state) {
            case DRAFT, DROPPED -> Tone.REST;
            case HEARING, SENT -> Tone.WAIT;
            case RECEIVED -> Tone.ACT;
            case ANSWERED -> Tone.DONE;
        };
    }
}
