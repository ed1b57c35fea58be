package vn.ganbo.web;

import org.jspecify.annotations.Nullable;

/**
 * One of the numbered or dated steps of a case or of a long piece of work.
 *
 * @param title what is done in it
 * @param detail date and person, or what is still missing; null for nothing
 * @param state where it stands
 */
public record Step(String title, @Nullable String detail, State state) {
    /** Where a step stands. */
    public enum State {
        DONE("done", "xong"),
        NOW("now", "đang ở bước này"),
        LATER("todo-step", "chưa tới"),
        STOPPED("stopped", "dừng lại");

        private final String css;
        private final String words;

        State(String css, String words) {
            this.css = css;
            this.words = words;
        }

        public String css() {
            return css;
        }

        /** Said to those who do not see the colour. */
        public String words() {
            return words;
        }
    }

    public static Step done(String title, @Nullable String detail) {
        return new Step(title, detail, State.DONE);
    }

    public static Step now(String title, @Nullable String detail) {
        return new Step(title, detail, State.NOW);
    }

    public static Step later(String title, @Nullable String detail) {
        return new Step(title, detail, State.LATER);
    }

    public static Step stopped(String title, @Nullable String detail) {
        return new Step(title, detail, State.STOPPED);
    }
}
