package vn.ganbo.regulation;

import java.io.StringReader;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One mapping of a yaml file that knows where it stands. It works on the nodes, so that every fault
 * names file, line and key, "no" stays a word and dates stay text; keys that nobody asked for are
 * faults too, because they are misspelt.
 */
final class YamlEntry {
    private final String file;
    private final String path;
    private final RulebookFaults.Gatherer faults;
    private final @Nullable MappingNode node;
    private final int line;
    private final Set<String> asked = new HashSet<>();

    private YamlEntry(String file, String path, RulebookFaults.Gatherer faults, Node node) {
        this.file = file;
        this.path = path;
        this.faults = faults;
        this.line = line(node);
        this.node = node instanceof MappingNode mapping ? mapping : null;
        if (this.node == null) {
            faults.add(place(line, path) + "expected key: value lines");
        } else {
            refuseDoubledKeys(this.node);
        }
    }

    /** The whole file, or nothing with a fault when it is not yaml. */
    static Optional<YamlEntry> file(String file, String text, RulebookFaults.Gatherer faults) {
        try {
            @Nullable Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root == null) {
                faults.add(file + ":1 the file is empty");
                return Optional.empty();
            }
            if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
                faults.add(file + ":1 the text is not in NFC");
            }
            return Optional.of(new YamlEntry(file, "", faults, root));
        } catch (MarkedYAMLException e) {
            int at = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            faults.add(file + ":" + at + " not yaml: " + e.getProblem());
            return Optional.empty();
        }
    }

    String text(String key) {
        return optionalText(key)
                .orElseGet(() -> {
                    fault(key, "is missing");
                    return "";
                });
    }

    Optional<String> optionalText(String key) {
        return value(key)
                .flatMap(n -> {
                    if (n instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                        return Optional.of(scalar.getValue().strip());
                    }
                    fault(key, "expected words");
                    return Optional.empty();
                });
    }

    <T> T parsed(String key, T otherwise, String expected, Function<String, T> parse) {
        if (value(key).isEmpty()) {
            fault(key, "is missing");
            return otherwise;
        }
        return optionalParsed(key, expected, parse).orElse(otherwise);
    }

    <T> Optional<T> optionalParsed(String key, String expected, Function<String, T> parse) {
        return optionalText(key)
                .flatMap(text -> {
                    try {
                        return Optional.of(parse.apply(text));
                    } catch (DateTimeException | IllegalArgumentException e) {
                        fault(key, "expected " + expected + ", found \"" + text + "\"");
                        return Optional.empty();
                    }
                });
    }

    int number(String key, int least, int most) {
        return parsed(
                key,
                least,
                "a number from " + least + " to " + most,
                t -> {
                    int n = Integer.parseInt(t);
                    if (n < least || n > most) {
                        throw new IllegalArgumentException(t);
                    }
                    return n;
                });
    }

    boolean truth(String key, boolean otherwise) {
        return optionalParsed(
                        key,
                        "true or false",
                        t ->
                                switch (t) {
                                    case "true" -> true;
                                    case "false" -> false;
                                    default -> throw new IllegalArgumentException(t);
                                })
                .orElse(otherwise);
    }

    LocalDate date(String key) {
        return parsed(key, LocalDate.EPOCH, "a date yyyy-MM-dd", LocalDate::parse);
    }

    MonthDay monthDay(String key) {
        return parsed(key, MonthDay.of(1, 1), "a day MM-dd", t -> MonthDay.parse("--" + t));
    }

    <E extends Enum<E>> E oneOf(String key, Class<E> type, Function<E, String> name) {
        E[] all = type.getEnumConstants();
        List<String> names = new ArrayList<>();
        for (E one : all) {
            names.add(name.apply(one));
        }
        return parsed(
                key,
                all[0],
                "one of " + String.join(", ", names),
                t -> all[index(names.indexOf(t), t)]);
    }

    boolean has(String key) {
        return value(key).isPresent();
    }

    /** The mapping under a key; a fault when it is missing. */
    YamlEntry entry(String key) {
        return optionalEntry(key)
                .orElseGet(() -> {
                    fault(key, "is missing");
                    return new YamlEntry(
                            file,
                            under(key),
                            new RulebookFaults.Gatherer(),
                            new MappingNode(
                                    org.yaml.snakeyaml.nodes.Tag.MAP,
                                    List.of(),
                                    org.yaml.snakeyaml.DumperOptions.FlowStyle.BLOCK));
                });
    }

    Optional<YamlEntry> optionalEntry(String key) {
        return value(key).map(n -> new YamlEntry(file, under(key), faults, n));
    }

    /** The mappings listed under a key; none when the key is absent. */
    List<YamlEntry> entries(String key) {
        List<YamlEntry> out = new ArrayList<>();
        int i = 0;
        for (Node n : sequence(key)) {
            out.add(new YamlEntry(file, under(key) + "[" + ++i + "]", faults, n));
        }
        return out;
    }

    /** The words listed under a key; none when the key is absent. */
    List<String> texts(String key) {
        List<String> out = new ArrayList<>();
        for (Node n : sequence(key)) {
            if (n instanceof ScalarNode scalar) {
                out.add(scalar.getValue());
            } else {
                fault(key, "expected a list of words");
            }
        }
        return out;
    }

    List<Integer> numbers(String key) {
        List<Integer> out = new ArrayList<>();
        for (String text : texts(key)) {
            try {
                out.add(Integer.valueOf(text));
            } catch (NumberFormatException e) {
                fault(key, "expected numbers, found \"" + text + "\"");
            }
        }
        return out;
    }

    void fault(String key, String what) {
        Optional<Node> value = peek(key);
        faults.add(place(value.map(YamlEntry::line).orElse(line), under(key)) + what);
    }

    /** To be called when everything was read: the keys that nobody asked for. */
    void done() {
        if (node == null) {
            return;
        }
        for (NodeTuple tuple : node.getValue()) {
            String key = key(tuple);
            if (!asked.contains(key)) {
                faults.add(place(line(tuple.getKeyNode()), under(key)) + "unknown key");
            }
        }
    }

    private void refuseDoubledKeys(MappingNode mapping) {
        Set<String> seen = new HashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!seen.add(key(tuple))) {
                faults.add(
                        place(line(tuple.getKeyNode()), under(key(tuple))) + "stands there twice");
            }
        }
    }

    private Optional<Node> value(String key) {
        asked.add(key);
        return peek(key);
    }

    private Optional<Node> peek(String key) {
        return node == null
                ? Optional.empty()
                : node.getValue().stream()
                        .filter(t -> key(t).equals(key))
                        .map(NodeTuple::getValueNode)
                        .findFirst();
    }

    private List<Node> sequence(String key) {
        Optional<Node> value = value(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        fault(key, "expected a list");
        return List.of();
    }

    private String under(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private String place(int at, String where) {
        return file + ":" + at + " " + (where.isEmpty() ? "" : where + ": ");
    }

    private static int line(Node node) {
        return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
    }

    private static String key(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
    }

    private static int index(int i, String text) {
        if (i < 0) {
            throw new IllegalArgumentException(text);
        }
        return i;
    }
}
