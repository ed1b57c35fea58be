package vn.ganbo.screening;

import java.util.function.Function;
import vn.ganbo.web.Form;
import vn.ganbo.web.Typed;

/** What the handlers of screening have in common. */
final class ScreeningForms {
    private ScreeningForms() {}

    /**
     * Reads the form, does the act and leads on, or draws the page again.
     *
     * @param read gives the act from what was typed; it is done when all of it could be read
     */
    static String act(
            Form form,
            String path,
            String said,
            Function<Reading, Runnable> read,
            Function<Typed, String> again) {
        return form.run(
                () -> {
                    Reading reading = new Reading(form.typed());
                    Runnable work = read.apply(reading);
                    reading.check();
                    work.run();
                    return form.done(path, said);
                },
                again);
    }
}
