package vn.ganbo.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./run bench [SCENARIO…]}: measures the program against its limits in the same run, prints
 * a table and writes target/bench.json. The province is made once in target/bench.
 */
public final class BenchCommand {
    private static final Path FOLDER = Path.of("target/bench");
    private static final Path RESULT = Path.of("target/bench.json");
    private static final List<String> SCENARIOS = List.of("import", "export", "roster", "startup");

    private BenchCommand() {}

    /**
     * Runs the scenarios that are named, or all.
     *
     * @param program the class that the program starts from
     * @param args names of scenarios
     * @return 0 when everything was measured, 2 for a name that is none
     */
    public static int run(Class<?> program, String... args) {
        List<String> chosen = args.length == 0 ? SCENARIOS : List.of(args);
        if (!SCENARIOS.containsAll(chosen)) {
            System.err.println("Usage: ./run bench [" + String.join("] [", SCENARIOS) + "]");
            return 2;
        }
        try {
            Files.createDirectories(FOLDER);
            List<BenchResult> results = new ArrayList<>();
            for (String scenario : chosen) {
                System.err.println("Measuring " + scenario + " …");
                results.add(measure(program, scenario));
            }
            write(results, RESULT);
            System.out.print(BenchResult.table(results));
            return 0;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static BenchResult measure(Class<?> program, String scenario) throws IOException {
        return switch (scenario) {
            case "import" -> ImportBench.measure(program, fresh("import"));
            case "export" -> ExportBench.measure(program, province(program));
            case "roster" -> RosterBench.measure(program, province(program));
            case "startup" -> StartupBench.measure(province(program));
            default -> throw new IllegalArgumentException(scenario);
        };
    }

    static void write(List<BenchResult> results, Path file) throws IOException {
        Files.writeString(file, JsonMapper.builder().build().writeValueAsString(results) + "\n");
    }

    private static Path province(Class<?> program) throws IOException {
        Path folder = FOLDER.resolve("province");
        Path made = FOLDER.resolve("province-made");
        if (!Files.exists(made)) {
            fresh("province");
            if (SizeCommand.run(program, "--data", folder.toString()) != 0) {
                throw new IllegalStateException("the province could not be made");
            }
            Files.writeString(made, "");
        }
        return folder;
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
