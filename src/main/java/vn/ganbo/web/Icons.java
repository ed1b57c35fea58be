package vn.ganbo.web;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The few icons in use, as paths on a grid of sixteen. */
final class Icons {
    private static final Map<String, String> PATHS =
            Map.ofEntries(
                    Map.entry("desk", "M2 3h12v7H2zM5 13h6"),
                    Map.entry("letter", "M1.5 3.5h13v9h-13zM2 4l6 5 6-5"),
                    Map.entry(
                            "people",
                            "M5.5 7a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM1 13c0-2.5 2-4 4.5-4s4.5"
                                    + " 1.5 4.5 4M11 7a2 2 0 1 0 0-4M12 9c2 .3 3 1.7 3 4"),
                    Map.entry("calendar", "M2 3.5h12v10H2zM2 6.5h12M5 2v3M11 2v3"),
                    Map.entry("exchange", "M2 5h11M10 2l3 3-3 3M14 11H3M6 8l-3 3 3 3"),
                    Map.entry("pen", "M3 13l.7-3L11 2.7l2.3 2.3L6 12.3zM9.5 4.2l2.3 2.3"),
                    Map.entry("away", "M2 8h9M8 4.5 11.5 8 8 11.5M14 3v10"),
                    Map.entry(
                            "tasks",
                            "M2.5 3.5l1 1 2-2M2.5 8l1 1 2-2M2.5 12.5l1 1 2-2M8 4h6M8 8.5h6M8"
                                    + " 13h6"),
                    Map.entry("chart", "M2 14V2M2 14h12M5 11V8M8.5 11V4M12 11V6"),
                    Map.entry(
                            "tree",
                            "M6 2h4v3H6zM1.5 11h4v3h-4zM10.5 11h4v3h-4zM8 5v3M3.5 11V8h9v3"),
                    Map.entry("import", "M8 2v8M5 7l3 3 3-3M2 11v3h12v-3"),
                    Map.entry("export", "M8 10V2M5 5l3-3 3 3M2 11v3h12v-3"),
                    Map.entry(
                            "shield",
                            "M8 1.5l5.5 2v4c0 3.5-2.3 5.7-5.5 7-3.2-1.3-5.5-3.5-5.5-7v-4z"),
                    Map.entry(
                            "person",
                            "M8 7.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 14.5c0-3 2.4-4.7 5.5-4.7s5.5 1.7"
                                    + " 5.5 4.7"),
                    Map.entry(
                            "bell",
                            "M3 11.5h10c-1-1-1.5-2-1.5-4.5a3.5 3.5 0 0 0-7 0c0 2.5-.5 3.5-1.5"
                                    + " 4.5zM6.5 13.5a1.5 1.5 0 0 0 3 0"),
                    Map.entry("search", "M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM11 11l3.5 3.5"),
                    Map.entry("file", "M4 1.5h5l3 3v10H4zM9 1.5v3h3"),
                    Map.entry("print", "M4.5 6V1.5h7V6M4.5 11.5H2V6h12v5.5h-2.5M4.5 9.5h7v5h-7z"),
                    Map.entry("check", "M2.5 8.5l3.5 3.5 7.5-8"),
                    Map.entry("warning", "M8 2l6.5 12h-13zM8 6.5v3.5M8 12v.2"),
                    Map.entry(
                            "info",
                            "M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM8 7.5v4M8 4.8v.2"),
                    Map.entry("arrow", "M2.5 8h11M9.5 4l4 4-4 4"),
                    Map.entry("back", "M13.5 8h-11M6.5 4l-4 4 4 4"),
                    Map.entry("more", "M2 4h12M2 8h12M2 12h12"),
                    Map.entry("close", "M3.5 3.5l9 9M12.5 3.5l-9 9"),
                    Map.entry("plus", "M8 2.5v11M2.5 8h11"),
                    Map.entry("minus", "M2.5 8h11"),
                    Map.entry("filter", "M1.5 3h13L9.5 9v5l-3-1.5V9z"),
                    Map.entry("down", "M3.5 6l4.5 4.5L12.5 6"),
                    Map.entry(
                            "phone",
                            "M3.5 1.5h2.5l1 3.5-1.7 1.2c.8 1.8 1.9 2.9 3.7 3.7l1.2-1.7 3.5"
                                    + " 1v2.5c0 1-.8 1.8-1.8 1.8C6.5 13.5 2 9 1.7 3.3c0-1 .8-1.8"
                                    + " 1.8-1.8z"),
                    Map.entry(
                            "place",
                            "M8 14.5C5 11 3.5 8.5 3.5 6.2a4.5 4.5 0 0 1 9 0C12.5 8.5 11 11 8 14.5zM8 8a1.7 1.7 0 1 0 0-3.4A1.7 1.7 0 0 0 8 8z"),
                    Map.entry("clock", "M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM8 4v4l3 2"),
                    Map.entry("lock", "M3.5 7h9v7.5h-9zM5.5 7V4.5a2.5 2.5 0 0 1 5 0V7"),
                    Map.entry("out", "M9.5 2.5H3v11h6.5M7 8h7M11 5l3 3-3 3"),
                    Map.entry("history", "M2 8a6 6 0 1 0 2-4.5M2 2v3h3M8 5v3.5l2.5 1.5"));

    private Icons() {}

    /** The path of an icon. Throws IllegalArgumentException for a name that is not drawn. */
    static String path(String name) {
        @Nullable String path = PATHS.get(name);
        if (path == null) {
            throw new IllegalArgumentException("no icon named " + name);
        }
        return path;
    }

    static Set<String> names() {
        return PATHS.keySet();
    }
}
