package vn.ganbo.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The program as ./run starts it on a database that exists, until it prints its address. */
final class StartupBench {
    private static final double AIM = 4;
    private static final int ROUNDS = 5;
    private static final String READY = "Gắn Bó: http";

    private StartupBench() {}

    /** Seconds until the address stands there, and of processor time of the program until then. */
    private record Start(double wall, double cpu) {}

    static BenchResult measure(Path data) throws IOException {
        start(data, _ -> true);
        Start[] with = new Start[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            with[round] = start(data, _ -> true);
        }
        Start without = start(data, flag -> !flag.startsWith("-XX:AOTCache"));
        return BenchResult.of(
                "startup",
                median(with, true),
                AIM,
                "s",
                "<= 4 s",
                String.format(
                        Locale.ROOT,
                        "median of %d starts with the cache: %.1f s of processor time beside it; without the cache %.1f s, %.1f s of processor time",
                        ROUNDS,
                        median(with, false),
                        without.wall,
                        without.cpu));
    }

    private static double median(Start[] starts, boolean wall) {
        double[] values = new double[starts.length];
        for (int i = 0; i < starts.length; i++) {
            values[i] = wall ? starts[i].wall : starts[i].cpu;
        }
        return BenchResult.percentile(values, 50);
    }

    private static Start start(Path data, Predicate<String> flags) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.startsWith("-Dlogging"))
                .filter(flags)
                .forEach(command::add);
        command.add("-Dganbo.demo=true");
        command.add("-Dganbo.data=" + data);
        command.add("-Dserver.port=0");
        command.add("-Dstdout.encoding=UTF-8");
        command.add("-jar");
        command.add(System.getProperty("java.class.path"));
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            StringBuilder said = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.contains(READY)) {
                    double wall = (System.nanoTime() - begin) / 1e9;
                    Duration cpu =
                            process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
                    return new Start(wall, cpu.toMillis() / 1e3);
                }
            }
            throw new IllegalStateException("the program did not start:\n" + said);
        } finally {
            stop(process);
        }
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
