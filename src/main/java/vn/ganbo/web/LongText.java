package vn.ganbo.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Show;

/**
 * Refuses a text that no form of an office has room for, before any act sees it: what was pasted by
 * mistake comes back to be copied. Forms ask for less where their field is shorter.
 */
final class LongText implements HandlerInterceptor {
    /** Characters of one field, as many as five pages of writing. */
    static final int MOST = 10_000;

    /** Before the fields that a sign-in form carries along for a late one. */
    private static final String ON_ITS_WAY = "typed.";

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            return true;
        }
        Problems.Gatherer problems = new Problems.Gatherer();
        request.getParameterMap()
                .forEach((name, values) -> {
                    for (String value : values) {
                        if (value.length() > MOST && !name.startsWith(ON_ITS_WAY)) {
                            problems.add(name, sentence(name, value));
                        }
                    }
                });
        problems.check();
        return true;
    }

    private static String sentence(String name, String value) {
        String key = "field." + name;
        return Labels.say(
                "failure.problems.long",
                Labels.of(Labels.keys().contains(key) ? key : "field.other"),
                Show.number(value.length()),
                Show.number(MOST));
    }
}
