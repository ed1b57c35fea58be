package vn.ganbo.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Show;
import vn.ganbo.web.Typed;

/**
 * What was typed into a form whose session had ended. It travels in hidden fields of the sign-in
 * form and is stored nowhere (DECISIONS 13). Files cannot travel and passwords do not.
 *
 * @param path where the form was sent to: a path of ours, without query
 * @param who account for which the form was drawn, or null where it did not say
 * @param office office in which it was drawn, or null
 * @param files names of files that must be chosen again
 */
record Carried(
        String path,
        @Nullable UUID who,
        @Nullable UUID office,
        List<Field> fields,
        List<String> files) {
    static final String PATH = "_path";
    static final String WHO = "_who";
    static final String OFFICE = "_office";
    static final String FILE = "_file";

    /** Before the name of each carried field. */
    static final String PREFIX = "typed.";

    private static final Set<String> ABOUT_THE_SIGN_IN =
            Set.of("/password", "/office", "/sign-out");
    private static final int SHOWN = 40;

    /** One value of one field. */
    record Field(String name, String value) {}

    /** A field that the reader wrote, under the label that the form had. */
    record Shown(String label, String value) {}

    /** From the form that came too late. */
    static Carried late(HttpServletRequest request) {
        List<Field> fields = new ArrayList<>();
        for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
            if (!parameter.getKey().startsWith("_") && !Typed.isSecret(parameter.getKey())) {
                for (String value : parameter.getValue()) {
                    fields.add(new Field(parameter.getKey(), value));
                }
            }
        }
        return new Carried(
                request.getRequestURI(),
                id(request.getParameter(WHO)),
                id(request.getParameter(OFFICE)),
                fields,
                fileNames(request));
    }

    /** Only where it was sent to. */
    static Carried unread(HttpServletRequest request) {
        return new Carried(request.getRequestURI(), null, null, List.of(), List.of());
    }

    /** Back from the hidden fields of the sign-in form; null when it carried nothing. */
    static @Nullable Carried back(HttpServletRequest request) {
        @Nullable String path = request.getParameter(PATH);
        if (path == null) {
            return null;
        }
        List<Field> fields = new ArrayList<>();
        for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
            String name = parameter.getKey();
            if (name.startsWith(PREFIX)
                    && !name.startsWith(PREFIX + "_")
                    && !Typed.isSecret(name.substring(PREFIX.length()))) {
                for (String value : parameter.getValue()) {
                    fields.add(new Field(name.substring(PREFIX.length()), value));
                }
            }
        }
        String @Nullable [] files = request.getParameterValues(FILE);
        return new Carried(
                path,
                id(request.getParameter(WHO)),
                id(request.getParameter(OFFICE)),
                fields,
                files == null ? List.of() : List.of(files));
    }

    /**
     * Whether this may be offered for sending again: a POST route of ours that needs a sign-in, not
     * one that handles the sign-in itself.
     */
    boolean goesTo(Rights rights) {
        if (!Paths.ours(path)) {
            return false;
        }
        Rights.@Nullable Line line = rights.meets("POST", path);
        return line != null && !line.beforeSignIn() && !ABOUT_THE_SIGN_IN.contains(path);
    }

    /** What the reader wrote, without keys and versions, at most 40 lines. */
    List<Shown> shown() {
        return written().limit(SHOWN).toList();
    }

    /** How many more there are. */
    long more() {
        return Math.max(0, written().count() - SHOWN);
    }

    private java.util.stream.Stream<Shown> written() {
        return fields.stream()
                .filter(f -> !f.value().isBlank() && !"version".equals(f.name()))
                .filter(f -> id(f.value()) == null)
                .map(f -> new Shown(label(f.name()), said(f)));
    }

    private static String label(String name) {
        String key = "field." + name;
        return Labels.of(Labels.keys().contains(key) ? key : "field.other");
    }

    /** As it is read: the word of a choice, a day as it is written here. */
    private static String said(Field field) {
        String word = field.name() + "." + field.value();
        if (Labels.keys().contains(word)) {
            return Labels.of(word);
        }
        try {
            return Show.date(LocalDate.parse(field.value()));
        } catch (DateTimeParseException e) {
            return field.value();
        }
    }

    private static @Nullable UUID id(@Nullable String text) {
        if (text == null || text.length() != 36) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static List<String> fileNames(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null || !type.startsWith("multipart/")) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        try {
            for (Part part : request.getParts()) {
                String name = part.getSubmittedFileName();
                if (name != null && !name.isBlank()) {
                    names.add(name);
                }
            }
        } catch (IOException | ServletException | IllegalStateException e) {
            return List.of();
        }
        return names;
    }
}
