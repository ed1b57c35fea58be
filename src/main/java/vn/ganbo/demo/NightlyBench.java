package vn.ganbo.demo;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ResolvableType;
import vn.ganbo.database.LockWatch;

/**
 * One night in a province: every job that is not run each second, one after the other, with
 * something due and late for each; somebody looks on who locks what.
 */
final class NightlyBench {
    private static final double AIM_SECONDS = 60;
    private static final double AIM_LOCK_SECONDS = 1;

    /** Runs every second all day long. */
    private static final String SEALING = "seal-facts";

    private NightlyBench() {}

    static List<BenchResult> measure(Class<?> program, Path data) {
        try (ConfigurableApplicationContext context = SizeCommand.start(program, data, 0)) {
            Province province = context.getBean(Province.class);
            province.tasks(System.err::println);
            province.night(System.err::println);
            LockWatch locks = context.getBean(LockWatch.class);
            Map<String, LockWatch.Seen> seen = new LinkedHashMap<>();
            Map<String, Double> took = new LinkedHashMap<>();
            for (RecurringTask<Void> job : jobs(context)) {
                seen.put(
                        job.getName(),
                        locks.during(() -> {
                            long start = System.nanoTime();
                            job.execute(new TaskInstance<>(job.getName(), "bench"), null);
                            took.put(job.getName(), (System.nanoTime() - start) / 1e9);
                        }));
            }
            double total = took.values().stream().mapToDouble(Double::doubleValue).sum();
            double longest =
                    seen.values().stream().mapToDouble(LockWatch.Seen::writing).max().orElse(0);
            return List.of(
                    BenchResult.of(
                            "nightly",
                            total,
                            AIM_SECONDS,
                            "s",
                            "<= 60 s",
                            took.size()
                                    + " jobs over 73,587 members: "
                                    + took.entrySet().stream()
                                            .map(one ->
                                                    one.getKey() + " " + seconds(one.getValue()))
                                            .collect(Collectors.joining(", "))),
                    BenchResult.of(
                            "nightly-locks",
                            longest,
                            AIM_LOCK_SECONDS,
                            "s",
                            "no lock over 1 s",
                            "how long a job kept rows it had written: "
                                    + seen.entrySet().stream()
                                            .map(one -> one.getKey() + ' ' + words(one.getValue()))
                                            .collect(Collectors.joining(", "))));
        }
    }

    private static List<RecurringTask<Void>> jobs(ConfigurableApplicationContext context) {
        ObjectProvider<RecurringTask<Void>> jobs =
                context.getBeanProvider(
                        ResolvableType.forClassWithGenerics(RecurringTask.class, Void.class));
        return jobs.stream()
                .filter(job -> !job.getName().equals(SEALING))
                .sorted(Comparator.comparing(RecurringTask::getName))
                .toList();
    }

    private static String words(LockWatch.Seen seen) {
        return seconds(seen.writing())
                + (seen.waiting() > 0 ? " (waited " + seconds(seen.waiting()) + ")" : "")
                + (seen.tables().isEmpty() ? "" : " (" + seen.tables() + ")");
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.2f s", value);
    }
}
