package vn.ganbo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Show;

/**
 * Runs an act; when it is refused the same page comes back with what was typed and the reason.
 *
 * @param request the form that was sent
 * @param response gets 422 or 409
 */
public record Redraw(HttpServletRequest request, HttpServletResponse response) {

    /**
     * Does the act.
     *
     * @param act gives the redirect
     * @param again draws the page again from what was typed
     */
    public String run(Supplier<String> act, Function<Typed, String> again) {
        Typed typed = Typed.of(request.getParameterMap());
        try {
            return act.get();
        } catch (Problems e) {
            response.setStatus(422);
            return again.apply(typed.with(e));
        } catch (Refusal e) {
            response.setStatus(409);
            return again.apply(typed.with(Labels.say("refusal." + e.key(), e.words())));
        } catch (Conflict e) {
            response.setStatus(409);
            return again.apply(
                    typed.with(Labels.say("conflict.changed", e.who(), Show.moment(e.at()))));
        }
    }
}
