package vn.ganbo.regulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
     * is set. A file of the folder replaces one of the same name only where id and version are the
     * same too: under a higher version both are kept, for records made under the older one still
     * name it.
     */
    static SequencedMap<String, String> regulations(String folder) {
        SequencedMap<String, String> files = program("classpath*:/regulations/*.yaml");
        folder(folder)
                .forEach((name, text) -> {
                    String ours = files.get(name);
                    boolean corrected = ours != null && !reference(ours).equals(reference(text));
                    files.put(corrected ? folder + "/" + name : name, text);
                });
        files.keySet().removeIf(name -> name.endsWith(".examples.yaml"));
        return files;
    }

    /** The lines that say which regulation this is; the reader checks them. */
    private static List<String> reference(String text) {
        return text.lines().filter(line -> line.matches("(id|version):.*")).sorted().toList();
    }

    /** Holidays by file name, the same way, from {@code regulations/holidays}. */
    static SequencedMap<String, String> holidays(String folder) {
        SequencedMap<String, String> files = program("classpath*:/regulations/holidays/*.yaml");
        files.putAll(folder(folder.isBlank() ? folder : folder + "/holidays"));
        return files;
    }

    /** Rules of the yearly classification by file name, from {@code regulations/classification}. */
    static SequencedMap<String, String> classification(String folder) {
        SequencedMap<String, String> files =
                program("classpath*:/regulations/classification/*.yaml");
        files.putAll(folder(folder.isBlank() ? folder : folder + "/classification"));
        return files;
    }

    /** Drafts by file name, from {@code regulations/drafts}: never in force. */
    static SequencedMap<String, String> drafts(String folder) {
        SequencedMap<String, String> files = program("classpath*:/regulations/drafts/*.yaml");
        files.putAll(folder(folder.isBlank() ? folder : folder + "/drafts"));
        return files;
    }

    /** Rules of transfers by file name, from {@code regulations/transfer}. */
    static SequencedMap<String, String> transfer(String folder) {
        SequencedMap<String, String> files = program("classpath*:/regulations/transfer/*.yaml");
        files.putAll(folder(folder.isBlank() ? folder : folder + "/transfer"));
        return files;
    }

    /** Rules of screening by file name, from {@code regulations/screening}. */
    static SequencedMap<String, String> screening(String folder) {
        SequencedMap<String, String> files = program("classpath*:/regulations/screening/*.yaml");
        files.putAll(folder(folder.isBlank() ? folder : folder + "/screening"));
        return files;
    }

    /** Rules of exemption from Party life by file name, from {@code regulations/away}. */
    static SequencedMap<String, String> away(String folder) {
        SequencedMap<String, String> files = program("classpath*:/regulations/away/*.yaml");
        files.putAll(folder(folder.isBlank() ? folder : folder + "/away"));
        return files;
    }

    /** Rules of meetings from afar by file name, from {@code regulations/meeting}. */
    static SequencedMap<String, String> meeting(String folder) {
        SequencedMap<String, String> files = program("classpath*:/regulations/meeting/*.yaml");
        files.putAll(folder(folder.isBlank() ? folder : folder + "/meeting"));
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
