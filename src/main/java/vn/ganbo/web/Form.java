package vn.ganbo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.ui.Model;
import org.springframework.web.servlet.support.RequestContextUtils;
import vn.ganbo.kernel.Tone;

/**
 * A form that was sent, as a handler takes it: what was typed, and where its answer goes.
 *
 * @param model of the page that comes back when the act is refused
 */
public record Form(HttpServletRequest request, HttpServletResponse response, Model model) {

    /** What was typed, without problems. */
    public Typed typed() {
        return Typed.of(request.getParameterMap());
    }

    /** As {@link Redraw#run}: the act, or the same page with what was typed and the reason. */
    public String run(Supplier<String> act, Function<Typed, String> again) {
        return new Redraw(request, response).run(act, again);
    }

    /** Redirects to a path of ours and says there once what was done. */
    public String done(String path, String sentence) {
        RequestContextUtils.getOutputFlashMap(request)
                .put("notice", new Shell.Notice(sentence, Tone.DONE));
        return "redirect:" + path;
    }
}
