package vn.ganbo.kernel;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Vietnamese words for enums, refusals and facts: one file, labels.properties. */
public final class Labels {
    private static final Properties WORDS = load();

    private Labels() {}

    /** The label of an enum constant: {@code Role.MEMBER} is {@code role.MEMBER}. */
    public static String of(Enum<?> constant) {
        String type = constant.getDeclaringClass().getSimpleName();
        return of(
                Character.toLowerCase(type.charAt(0)) + type.substring(1) + "." + constant.name());
    }

    /** The words of a key. Throws IllegalArgumentException when the file has none. */
    public static String of(String key) {
        @Nullable String words = WORDS.getProperty(key);
        if (words == null) {
            throw new IllegalArgumentException("labels.properties has no " + key);
        }
        return words;
    }

    /** The words of a key with {0}, {1} … filled in. */
    public static String say(String key, Object... words) {
        String sentence = of(key);
        for (int i = 0; i < words.length; i++) {
            sentence = sentence.replace("{" + i + "}", String.valueOf(words[i]));
        }
        return sentence;
    }

    /** The words of a key with {name} … filled in. */
    public static String say(String key, Map<String, String> words) {
        String sentence = of(key);
        for (Map.Entry<String, String> word : words.entrySet()) {
            sentence = sentence.replace("{" + word.getKey() + "}", word.getValue());
        }
        return sentence;
    }

    /** Why something was refused, without names of persons, as it may stand in a fact. */
    public static String told(Refusal why) {
        String key = "refusal." + why.key();
        return say(WORDS.containsKey(key + ".told") ? key + ".told" : key, why.words());
    }

    /** All keys, for tests. */
    public static Set<String> keys() {
        return WORDS.stringPropertyNames();
    }

    private static Properties load() {
        Properties properties = new Properties();
        try (Reader in =
                new InputStreamReader(
                        java.util.Objects.requireNonNull(
                                Labels.class.getResourceAsStream("/labels.properties")),
                        StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
