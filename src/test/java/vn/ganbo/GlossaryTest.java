package vn.ganbo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/glossary.md and the code say the same words. */
class GlossaryTest {
    private static final Path CODE = Path.of("src/main/java/vn/ganbo");
    private static final Path TABLES = Path.of("src/main/resources/db/migration");
    private static final Pattern WORD = Pattern.compile("`([A-Za-z_]+)(?:\\.[A-Za-z]+\\(\\))?`");

    /** One line: the Vietnamese words, the code's words, the capabilities that have them. */
    private record Entry(String vietnamese, List<String> words, List<String> places) {}

    @Test
    void every_word_in_the_glossary_is_a_word_of_the_capability_beside_it() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Entry entry : entries()) {
            String code =
                    entry.places().stream().map(GlossaryTest::text).collect(Collectors.joining());
            entry.words().stream()
                    .filter(word -> !Pattern.compile("\\b" + word + "\\b").matcher(code).find())
                    .forEach(word -> missing.add(entry.vietnamese() + ": " + word));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void every_capability_has_an_entry() throws IOException {
        TreeSet<String> missing = new TreeSet<>(HouseTest.RANKS.keySet());
        missing.add("kernel");
        missing.removeIf(name -> !Files.exists(CODE.resolve(name)));
        assertThat(missing).hasSizeGreaterThan(10);
        entries().forEach(entry -> missing.removeAll(entry.places()));
        assertThat(missing).isEmpty();
    }

    @Test
    void no_vietnamese_word_stands_there_twice_or_decomposed() throws IOException {
        List<String> words =
                entries().stream()
                        .flatMap(entry -> Arrays.stream(entry.vietnamese().split("; ")))
                        .toList();
        assertThat(words).doesNotHaveDuplicates();
        assertThat(words).allMatch(word -> Normalizer.isNormalized(word, Normalizer.Form.NFC));
    }

    private static List<Entry> entries() throws IOException {
        return Files.readAllLines(Path.of("docs/glossary.md")).stream()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .map(line -> line.substring(2, line.lastIndexOf(" |")).split(" \\| "))
                .map(cells ->
                        new Entry(
                                cells[0],
                                WORD.matcher(cells[1]).results().map(m -> m.group(1)).toList(),
                                List.of(cells[2].split(", "))))
                .toList();
    }

    /** Everything a capability consists of: its Java and its tables. */
    private static String text(String capability) {
        return read(CODE.resolve(capability)) + read(TABLES.resolve(capability));
    }

    private static String read(Path folder) {
        if (!Files.exists(folder)) {
            return "";
        }
        try (Stream<Path> files = Files.walk(folder)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file)).append('\n');
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
