package vn.ganbo.screening;

import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Problems;
import vn.ganbo.web.Form;
import vn.ganbo.web.Typed;

/** Reads what was typed on the pages of screening. */
final class ScreeningForms {
    private ScreeningForms() {}

    /** Does the act and leads on, or draws the page again. */
    static String act(
            Form form,
            String path,
            String said,
            Consumer<Typed> work,
            Function<Typed, String> again) {
        return form.run(
                () -> {
                    work.accept(form.typed());
                    return form.done(path, said);
                },
                again);
    }

    static LocalDate day(Typed typed, String field) {
        Problems.Gatherer problems = new Problems.Gatherer();
        @Nullable LocalDate day = typed.day(field, "Ghi ngày.", problems);
        problems.check();
        return Objects.requireNonNull(day);
    }

    static String text(Typed typed, String field, int most) {
        Problems.Gatherer problems = new Problems.Gatherer();
        String text = typed.text(field, null, most, problems);
        problems.check();
        return text;
    }

    static <E extends Enum<E>> E constant(E[] all, Typed typed, String field, String missing) {
        String name = typed.or(field, "");
        for (E one : all) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        throw Problems.of(field, missing);
    }

    static int version(Typed typed) {
        String version = typed.or("version", "0");
        return version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0;
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
