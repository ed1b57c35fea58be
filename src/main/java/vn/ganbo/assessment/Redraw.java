package vn.ganbo.assessment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Show;
import vn.ganbo.web.Typed;

/** An act behind a form: when it is refused the same page comes back with what was typed. */
record Redraw(HttpServletRequest request, HttpServletResponse response) {
    /**
     * Does the act.
     *
     * @param act gives the redirect
     * @param page draws the page again
     */
    String act(Supplier<String> act, Function<Typed, String> page) {
        Typed typed = Typed.of(request.getParameterMap());
        try {
            return act.get();
        } catch (Problems e) {
            response.setStatus(422);
            return page.apply(typed.with(e));
        } catch (Refusal e) {
            response.setStatus(409);
            return page.apply(typed.with(Labels.say("refusal." + e.key(), e.words())));
        } catch (Conflict e) {
            response.setStatus(409);
            return page.apply(
                    typed.with(Labels.say("conflict.changed", e.who(), Show.moment(e.at()))));
        }
    }
}
