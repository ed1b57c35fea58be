package vn.ganbo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A record in docs/decisions: a law that fails names the one that says why it is a law. */
final class Decision {
    private static final Path FOLDER = Path.of("docs/decisions");

    private Decision() {}

    /** The end of a failure message; throws when there is no such record. */
    static String because(int number) {
        return "docs/decisions/" + file(number) + " says why";
    }

    private static String file(int number) {
        String prefix = "%04d-".formatted(number);
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> found =
                    files.map(path -> path.getFileName().toString())
                            .filter(name -> name.startsWith(prefix) && name.endsWith(".md"))
                            .toList();
            if (found.size() != 1) {
                throw new IllegalStateException("decision " + number + " is in " + found);
            }
            return found.getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
