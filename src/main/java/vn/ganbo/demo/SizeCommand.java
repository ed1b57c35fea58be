package vn.ganbo.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.ganbo.database.OwnerReading;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Refusal;

/**
 * {@code ./run demo [--size demo|ward|province] [--data DIR]}: makes an invented world of a size in
 * a data folder of its own, which {@code GANBO_DATA=DIR ./run} then opens. The ward is one of 1,655
 * people whose round of comments has run from the request to the dossier.
 */
public final class SizeCommand {
    private static final String USAGE =
            "Usage: ./run demo [--size demo|ward|province] [--data DIR]";

    private SizeCommand() {}

    /** What was asked for. */
    record Options(String size, Path data) {
        /** Null where the words are not understood. */
        static @Nullable Options of(String... args) {
            String size = "province";
            @Nullable String data = null;
            for (int i = 0; i < args.length; i += 2) {
                if (i + 1 == args.length) {
                    return null;
                }
                switch (args[i]) {
                    case "--size" -> size = args[i + 1];
                    case "--data" -> data = args[i + 1];
                    default -> {
                        return null;
                    }
                }
            }
            return List.of("demo", "ward", "province").contains(size)
                    ? new Options(size, Path.of(data == null ? "data-" + size : data))
                    : null;
        }
    }

    /**
     * Runs the command.
     *
     * @param program the class that the program starts from
     * @param args what follows the word demo
     * @return 0 when the world stands, 2 with a sentence on standard error when it could not be
     *     made
     */
    public static int run(Class<?> program, String... args) {
        Options options = Options.of(args);
        if (options == null) {
            System.err.println(USAGE);
            return 2;
        }
        if (Files.exists(options.data)) {
            System.err.println(
                    options.data
                            + " exists already. Give another folder with --data, or remove it.");
            return 2;
        }
        long start = System.nanoTime();
        int members = options.size.equals("demo") ? 600 : 0;
        try (ConfigurableApplicationContext context = start(program, options.data, members)) {
            switch (options.size) {
                case "ward" -> {
                    DemoWard ward = context.getBean(DemoWard.class);
                    ward.make(DemoWard.PEOPLE, System.err::println);
                    ward.play(System.err::println);
                }
                case "province" ->
                        context.getBean(Province.class)
                                .all(Province.Size.PROVINCE, System.err::println);
                default -> {}
            }
            context.getBean(OwnerReading.class).settle();
        } catch (Refusal e) {
            System.err.println(Labels.say("refusal." + e.key(), e.words()));
            return 2;
        }
        System.err.printf(
                Locale.ROOT,
                "The world stands in %s, made in %d s. Open it with: GANBO_DATA=%s ./run%n",
                options.data,
                Duration.ofNanos(System.nanoTime() - start).toSeconds(),
                options.data);
        return 0;
    }

    /** A demonstration without a web server; {@code members} 0 leaves it empty. */
    static ConfigurableApplicationContext start(Class<?> program, Path data, int members) {
        return new SpringApplicationBuilder(program)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run(
                        "--ganbo.demo=true",
                        "--ganbo.demo.members=" + members,
                        "--ganbo.data=" + data,
                        "--ganbo.database.url=",
                        "--db-scheduler.enabled=false",
                        "--logging.level.root=warn");
    }
}
