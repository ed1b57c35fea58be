package vn.ganbo.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import vn.ganbo.kernel.Role;

/**
 * Bảng quyền: rights.txt, which role may call which route. A route without a line is refused; an
 * auditor reads only.
 */
@Component
final class Rights {
    /** Who may call a route, beside the roles. */
    enum Who {
        /** Before sign-in, too. */
        ANYONE,
        /** As ANYONE, and mapped in the demonstration only. */
        DEMO,
        /** Every office. */
        SIGNED_IN,
        /** The roles of the line. */
        ROLES
    }

    record Line(String method, PathPattern pattern, Who who, Set<Role> roles) {
        boolean beforeSignIn() {
            return who == Who.ANYONE || who == Who.DEMO;
        }

        boolean allows(Role role) {
            return who != Who.ROLES || roles.contains(role);
        }

        String key() {
            return method + " " + pattern.getPatternString();
        }
    }

    private final Map<String, Line> lines;

    Rights() {
        this(text());
    }

    Rights(List<String> text) {
        lines = new LinkedHashMap<>();
        for (String raw : text) {
            String line = raw.strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                Line read = read(line);
                if (lines.put(read.key(), read) != null) {
                    throw new IllegalArgumentException("rights.txt has twice: " + read.key());
                }
            }
        }
    }

    Collection<Line> lines() {
        return lines.values();
    }

    /** The line of a route, by Spring's own pattern; HEAD is GET. */
    @Nullable Line line(String method, String pattern) {
        return lines.get(("HEAD".equals(method) ? "GET" : method) + " " + pattern);
    }

    /** The line that a path of ours would meet, most special first; null for any other path. */
    @Nullable Line meets(String method, String path) {
        PathContainer container = PathContainer.parsePath(path);
        return lines.values().stream()
                .filter(l -> l.method().equals(method) && l.pattern().matches(container))
                .min((a, b) -> PathPattern.SPECIFICITY_COMPARATOR.compare(a.pattern(), b.pattern()))
                .orElse(null);
    }

    private static Line read(String line) {
        String[] parts = line.split("\\s+");
        if (parts.length != 3) {
            throw new IllegalArgumentException("rights.txt: three words a line, not: " + line);
        }
        PathPattern pattern = PathPatternParser.defaultInstance.parse(parts[1]);
        for (Who who : List.of(Who.ANYONE, Who.DEMO, Who.SIGNED_IN)) {
            if (who.name().equals(parts[2])) {
                return new Line(parts[0], pattern, who, Set.of());
            }
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String role : parts[2].split(",")) {
            roles.add(Role.valueOf(role));
        }
        if (!"GET".equals(parts[0]) && roles.contains(Role.AUDITOR)) {
            throw new IllegalArgumentException("rights.txt: an auditor reads only: " + line);
        }
        return new Line(parts[0], pattern, Who.ROLES, roles);
    }

    private static List<String> text() {
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        Rights.class.getResourceAsStream("/rights.txt")),
                                StandardCharsets.UTF_8))) {
            return new ArrayList<>(in.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
