package vn.ganbo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.ganbo.kernel.Labels;

/** Every word that the program looks up stands in labels.properties, in Vietnamese, in NFC. */
class LabelsTest {
    private static final Map<Path, String> JAVA = Sources.of("java", ".java");
    private static final Map<Path, String> PAGES = Sources.of("jte", ".jte");

    @Test
    void every_refusal_has_a_sentence() {
        Set<String> refusals = Sources.all(JAVA.values(), "new Refusal\\(\\s*\"([^\"]+)\"");

        assertThat(refusals).isNotEmpty();
        assertThat(missing("refusal.", refusals)).isEmpty();
    }

    @Test
    void every_fact_has_a_sentence() {
        List<String> facts =
                JAVA.entrySet().stream()
                        .filter(f -> f.getKey().toString().endsWith("Facts.java"))
                        .map(Map.Entry::getValue)
                        .toList();
        Set<String> keys = Sources.all(facts, "\"([a-z]+\\.[a-z0-9]+(?:-[a-z0-9]+)+)\"");

        assertThat(keys).isNotEmpty();
        assertThat(missing("fact.", keys)).isEmpty();
    }

    @Test
    void every_key_that_is_looked_up_is_there() {
        List<String> texts = new ArrayList<>(JAVA.values());
        texts.addAll(PAGES.values());
        Set<String> keys = Sources.all(texts, "Labels\\.(?:of|say)\\(\\s*\"([^\"]+)\"\\s*[,)]");

        assertThat(missing("", keys)).isEmpty();
    }

    /** Enums of the same simple name share a prefix: one of them must be whole. */
    @Test
    void an_enum_with_one_label_has_all_and_one_that_is_offered_has_them() {
        List<String> texts = new ArrayList<>(JAVA.values());
        texts.addAll(PAGES.values());
        Set<String> offered =
                Sources.all(texts, "Choice\\.all\\((?:\\w+\\.)*(\\w+)\\.values\\(\\)");
        Map<String, List<String>> without = new TreeMap<>();
        Set<String> whole = new HashSet<>();
        for (Class<?> type : Sources.enums()) {
            String name = type.getSimpleName();
            String prefix = Character.toLowerCase(name.charAt(0)) + name.substring(1) + ".";
            List<String> constants = constants(type);
            List<String> missing = missing(prefix, constants);
            if (missing.isEmpty()) {
                whole.add(prefix);
            } else if (missing.size() < constants.size() || offered.contains(name)) {
                without.put(prefix, missing);
            }
        }
        without.keySet().removeAll(whole);

        assertThat(without).isEmpty();
    }

    @Test
    void a_constraint_that_two_clerks_can_run_into_has_a_sentence() {
        Set<String> names =
                Sources.all(
                        Sources.of("resources/db/migration", ".sql").values(),
                        "constraint\\s+(\\w+)\\s+(?:unique|exclude)\\b");

        assertThat(names).isNotEmpty();
        assertThat(missing("constraint.", names)).isEmpty();
    }

    @Test
    void a_failure_has_a_title_and_an_advice() {
        List<String> without =
                Labels.keys().stream()
                        .filter(k -> k.matches("failure\\.\\w+"))
                        .filter(k -> !Labels.keys().contains(k + ".advice"))
                        .toList();

        assertThat(without).isEmpty();
    }

    @Test
    void no_key_stands_twice() throws IOException {
        Set<String> seen = new HashSet<>();
        List<String> twice =
                Files.readAllLines(Path.of("src/main/resources/labels.properties")).stream()
                        .filter(l -> l.contains("=") && !l.startsWith("#"))
                        .map(l -> l.substring(0, l.indexOf('=')).strip())
                        .filter(key -> !seen.add(key))
                        .toList();

        assertThat(twice).isEmpty();
    }

    @Test
    void words_are_in_one_normal_form_and_one_spelling() {
        List<String> wrong = new ArrayList<>();
        for (String key : Labels.keys()) {
            String words = Labels.of(key);
            // the choice of the other spelling has to show it
            boolean shown = key.equals("toneMarks.SECOND");
            if (words.isBlank() || (!shown && !isOurSpelling(words))) {
                wrong.add(key);
            }
        }
        PAGES.forEach((file, text) -> {
            if (!isOurSpelling(text)) {
                wrong.add(file.toString());
            }
        });

        assertThat(wrong).isEmpty();
    }

    /** NFC, and the tone on the first vowel: ủy, hòa. */
    private static boolean isOurSpelling(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                && Sources.in(text, "(?i)u[ỷỵỳỹý](?![a-zà-ỹ])|o[àáảãạ](?![a-zà-ỹ])").stream()
                        .allMatch(s -> s.equalsIgnoreCase("uý") || isAfterQ(text, s));
    }

    private static boolean isAfterQ(String text, String vowels) {
        return Sources.in(text, "(?iu)(?<![qQ])" + vowels + "(?![a-zà-ỹ])").isEmpty();
    }

    private static List<String> constants(Class<?> type) {
        List<String> names = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            names.add(((Enum<?>) constant).name());
        }
        return names;
    }

    private static List<String> missing(String prefix, Iterable<String> keys) {
        List<String> without = new ArrayList<>();
        for (String key : keys) {
            if (!Labels.keys().contains(prefix + key)) {
                without.add(prefix + key);
            }
        }
        return without;
    }
}
