package vn.ganbo.screening;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.Problems;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** Reads what was typed on the pages of screening. */
final class ScreeningForms {
    private ScreeningForms() {}

    /** What came with a form, and where the answer goes. */
    record Sent(
            HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
        /** Does the act and leads on, or draws the page again. */
        String act(String path, String said, Consumer<Typed> work, Function<Typed, String> again) {
            return new Redraw(request, response)
                    .run(
                            () -> {
                                work.accept(Typed.of(request.getParameterMap()));
                                return Acts.done(redirect, path, said);
                            },
                            again);
        }
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
