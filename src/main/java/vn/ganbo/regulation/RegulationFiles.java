package vn.ganbo.regulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds the yaml files: those of the program, then those an installation adds in a folder. */
final class RegulationFiles {
    private RegulationFiles() {}

    /**
     * Regulations by file name: {@code regulations/*.yaml} of the program and of the folder, if one
     * is set; a file of the folder replaces one of the same name.
     */
    static SequencedMap<String, String> regulations(String folder) {
        SequencedMap<String, String> files = program("classpath*:/regulations/*.yaml");
        files.putAll(folder(folder));
        files.keySet().removeIf(name -> name.endsWith(".examples.yaml"));
        return files;
    }

    /** Holidays by file name, the same way, from {@code regulations/holidays}. */
    static SequencedMap<String, String> holidays(String folder) {
        SequencedMap<String, String> files = program("classpath*:/regulations/holidays/*.yaml");
        files.putAll(folder(folder.isBlank() ? folder : folder + "/holidays"));
        return files;
    }

    private static SequencedMap<String, String> program(String pattern) {
        try {
            SequencedMap<String, String> files = new TreeMap<>();
            for (Resource found : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                String name = found.getFilename();
                if (name != null) {
                    files.put(name, found.getContentAsString(StandardCharsets.UTF_8));
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SequencedMap<String, String> folder(String folder) {
        SequencedMap<String, String> files = new TreeMap<>();
        if (folder.isBlank() || !Files.isDirectory(Path.of(folder))) {
            return files;
        }
        try (Stream<Path> found = Files.list(Path.of(folder))) {
            for (Path file : found.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
