package vn.ganbo.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.ganbo.kernel.Labels;

/**
 * What is said when something could not be done: what happened, what to do, and what was typed.
 *
 * @param status of the answer
 * @param title one line
 * @param sentence what to do now
 * @param reasons what is wrong, one sentence each; may be empty
 * @param typed what came with the form, to be copied
 * @param back address of the page from which one came, or of the desk
 * @param number under which a fault of the program is logged, or null
 */
record Failure(
        HttpStatus status,
        String title,
        String sentence,
        List<String> reasons,
        List<Kept> typed,
        String back,
        @Nullable String number) {

    private static final Pattern AN_ID =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final int AT_MOST = 60;

    /**
     * One value that was typed; the label is null where labels.properties has no field.* for it.
     */
    record Kept(@Nullable String label, String value) {
        boolean isLong() {
            return value.length() > 60 || value.contains("\n");
        }
    }

    static Failure of(
            HttpServletRequest request,
            HttpStatus status,
            String title,
            String sentence,
            List<String> reasons) {
        return new Failure(status, title, sentence, reasons, kept(request), back(request), null);
    }

    /** What kind of trouble a bare status tells of. */
    static Failure of(HttpServletRequest request, HttpStatus status) {
        String key =
                "failure."
                        + (Labels.keys().contains("failure." + status.value())
                                ? status.value()
                                : status.is4xxClientError() ? 400 : 500);
        return of(request, status, Labels.of(key), Labels.of(key + ".advice"), List.of());
    }

    Failure withNumber(String logged) {
        return new Failure(status, title, sentence, reasons, typed, back, logged);
    }

    /** Values of a sent form without keys, versions, marks and secrets. */
    static List<Kept> kept(HttpServletRequest request) {
        List<Kept> out = new ArrayList<>();
        if ("GET".equals(request.getMethod())) {
            return out;
        }
        for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
            String name = field.getKey();
            if (name.startsWith("_") || "version".equals(name) || Typed.isSecret(name)) {
                continue;
            }
            for (String value : field.getValue()) {
                if (!value.isBlank() && !AN_ID.matcher(value).matches() && out.size() < AT_MOST) {
                    String key = "field." + name;
                    out.add(new Kept(Labels.keys().contains(key) ? Labels.of(key) : null, value));
                }
            }
        }
        return out;
    }

    /** Where one came from, when that is a page of ours; else the desk. */
    private static String back(HttpServletRequest request) {
        @Nullable String referer = request.getHeader("Referer");
        if (referer == null) {
            return "/";
        }
        try {
            URI from = new URI(referer);
            @Nullable String authority = from.getRawAuthority();
            @Nullable String path = from.getRawPath();
            if (authority == null
                    || !authority.equals(request.getHeader("Host"))
                    || path == null
                    || !path.startsWith("/")
                    || path.startsWith("//")) {
                return "/";
            }
            return from.getRawQuery() == null ? path : path + "?" + from.getRawQuery();
        } catch (URISyntaxException e) {
            return "/";
        }
    }
}
