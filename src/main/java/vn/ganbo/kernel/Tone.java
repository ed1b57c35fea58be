package vn.ganbo.kernel;

import java.util.Locale;

/** What a colour means (ui/UI.md); the words always stand beside it. */
public enum Tone {
    LATE,
    WAIT,
    ACT,
    DONE,
    REST,
    HOUSEHOLD;

    /** The CSS class of the pill. */
    public String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}
