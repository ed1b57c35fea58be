package vn.ganbo.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./run bench [--people NUMBER] [--papers NUMBER] [SCENARIO…]}: measures the program against
 * its limits in the same run, prints a table and writes target/bench.json. The province, and the
 * people among whom is searched, are made once in target/bench; what a scenario changes of it is
 * changed in a copy.
 */
public final class BenchCommand {
    private static final Path FOLDER = Path.of("target/bench");
    private static final Path RESULT = Path.of("target/bench.json");
    private static final List<String> SCENARIOS =
            List.of(
                    "import",
                    "export",
                    "papers",
                    "letters",
                    "signatures",
                    "comments",
                    "roster",
                    "coverage",
                    "nightly",
                    "exchange",
                    "round",
                    "search",
                    "startup");

    private static final int PAPERS = 2000;

    private BenchCommand() {}

    /**
     * What was asked for.
     *
     * @param people among whom is searched: as many as a province has where nothing is said
     * @param papers that are drawn
     */
    record Options(List<String> scenarios, int people, int papers) {
        /** Null where the words are not understood. */
        static @Nullable Options of(String... args) {
            List<String> scenarios = new ArrayList<>();
            int papers = PAPERS;
            int people = Province.Size.PROVINCE.members();
            for (int i = 0; i < args.length; i++) {
                if (args[i].equals("--people")) {
                    if (++i == args.length || !args[i].matches("[1-9][0-9]{3,6}")) {
                        return null;
                    }
                    people = Integer.parseInt(args[i]);
                } else if (args[i].equals("--papers")) {
                    if (++i == args.length || !args[i].matches("[1-9][0-9]{1,4}")) {
                        return null;
                    }
                    papers = Integer.parseInt(args[i]);
                } else if (SCENARIOS.contains(args[i])) {
                    scenarios.add(args[i]);
                } else {
                    return null;
                }
            }
            return new Options(scenarios.isEmpty() ? SCENARIOS : scenarios, people, papers);
        }
    }

    /**
     * Runs the scenarios that are named, or all.
     *
     * @param program the class that the program starts from
     * @param args names of scenarios, and among how many people (1,000 to 9,999,999) is searched
     * @return 0 when everything was measured, 2 for a word that is not understood
     */
    public static int run(Class<?> program, String... args) {
        Options options = Options.of(args);
        if (options == null) {
            System.err.println(
                    "Usage: ./run bench [--people 5600000] [--papers 33585] ["
                            + String.join("] [", SCENARIOS)
                            + "]");
            return 2;
        }
        try {
            Files.createDirectories(FOLDER);
            List<BenchResult> results = new ArrayList<>();
            for (String scenario : options.scenarios) {
                System.err.println("Measuring " + scenario + " …");
                results.addAll(measure(program, scenario, options.people, options.papers));
            }
            write(results, RESULT);
            System.out.print(BenchResult.table(results));
            return 0;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<BenchResult> measure(
            Class<?> program, String scenario, int people, int papers) throws IOException {
        return switch (scenario) {
            case "import" -> List.of(ImportBench.measure(program, fresh("import")));
            case "export" -> List.of(ExportBench.measure(program, province(program)));
            case "papers" -> PapersBench.measure(program, fresh("papers"), papers);
            case "roster" -> List.of(RosterBench.measure(program, province(program)));
            case "coverage" -> List.of(CoverageBench.measure(program, copied(program, "coverage")));
            case "nightly" -> NightlyBench.measure(program, copied(program, "nightly"));
            case "exchange" -> ExchangeBench.measure(program, copied(program, "exchange"));
            case "round" -> RoundBench.measure(program, copied(program, "round"));
            case "search" -> {
                Country.Size size = Country.Size.of(people);
                yield SearchBench.measure(program, size, country(program, size));
            }
            case "letters" -> List.of(LettersBench.measure(program, fresh("letters")));
            case "comments" -> CommentsBench.measure(program, province(program));
            case "signatures" -> List.of(SignatureBench.measure());
            case "startup" -> List.of(StartupBench.measure(province(program)));
            default -> throw new IllegalArgumentException(scenario);
        };
    }

    static void write(List<BenchResult> results, Path file) throws IOException {
        Files.writeString(file, JsonMapper.builder().build().writeValueAsString(results) + "\n");
    }

    private static Path province(Class<?> program) throws IOException {
        return once(
                "province",
                folder -> {
                    if (SizeCommand.run(program, "--data", folder.toString()) != 0) {
                        throw new IllegalStateException("the province could not be made");
                    }
                });
    }

    private static Path country(Class<?> program, Country.Size size) throws IOException {
        return once("people-" + size.members(), folder -> SearchBench.make(program, size, folder));
    }

    /** A world that is made when it is not there yet, and stays for the next time. */
    private static Path once(String name, Consumer<Path> making) throws IOException {
        Path made = FOLDER.resolve(name + "-made");
        if (!Files.exists(made)) {
            making.accept(fresh(name));
            Files.writeString(made, "");
        }
        return FOLDER.resolve(name);
    }

    /** The province again, to be changed; its clock begins anew. */
    private static Path copied(Class<?> program, String name) throws IOException {
        Path from = province(program);
        Path to = fresh(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        }
        Files.deleteIfExists(to.resolve("clock"));
        return to;
    }

    /** A folder that does not exist yet, below target/bench. */
    private static Path fresh(String name) throws IOException {
        Path folder = FOLDER.resolve(name);
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return folder;
    }
}
