package vn.ganbo.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sources of the house as text, for tests that hold them against a table. */
final class Sources {
    private Sources() {}

    /** All files below src/main/… that end so, by path, in order. */
    static Map<Path, String> of(String folder, String ending) {
        Map<Path, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", folder))) {
            for (Path file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
                found.put(file, Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** The first group of each match, in all texts, in order and once. */
    static Set<String> all(Iterable<String> texts, String regex) {
        Set<String> found = new TreeSet<>();
        for (String text : texts) {
            Pattern.compile(regex).matcher(text).results().map(m -> m.group(1)).forEach(found::add);
        }
        return found;
    }

    /** What matches in one text. */
    static List<String> in(String text, String regex) {
        return Pattern.compile(regex).matcher(text).results().map(MatchResult::group).toList();
    }

    /** The enums of the house, from the compiled classes. */
    static List<Class<?>> enums() {
        Path classes = Path.of("target", "classes");
        try (Stream<Path> files = Files.walk(classes.resolve(Path.of("vn", "ganbo")))) {
            return files.map(f -> classes.relativize(f).toString())
                    .filter(f -> f.endsWith(".class"))
                    .map(f -> f.substring(0, f.length() - 6).replace('/', '.').replace('\\', '.'))
                    .<Class<?>>map(Sources::load)
                    .filter(Class::isEnum)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Sources.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
