package vn.ganbo.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.ganbo.access.DemoPeople;
import vn.ganbo.database.InsertLimit;
import vn.ganbo.kernel.Role;

/**
 * The comment round at province size: the board of all wards, and slips saved through session,
 * CSRF, checks, audit chain and event, beside bare transactions of three inserts.
 */
final class CommentsBench {
    private static final int WARM = 300;
    private static final int MEASURED = 400;

    /** As many secretaries as the demo's page of offices shows, each at two windows. */
    private static final int SECRETARIES = 4;

    private static final int WINDOWS = 2;
    private static final int WRITERS = SECRETARIES * WINDOWS;
    private static final int WARM_SAVES = 150;
    private static final int SAVES = 4_200;
    private static final double AIM_MILLIS = 50;
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Pattern SLIP = Pattern.compile("href=\"/comments/([0-9a-f-]{36})\"");

    private CommentsBench() {}

    static List<BenchResult> measure(Class<?> program, Path data) throws IOException {
        try (ConfigurableApplicationContext context =
                new SpringApplicationBuilder(program)
                        .run(
                                "--ganbo.demo=true",
                                "--ganbo.data=" + data,
                                "--ganbo.database.url=",
                                "--server.port=0",
                                "--db-scheduler.enabled=false",
                                "--logging.level.root=warn")) {
            int port =
                    context.getEnvironment()
                            .getRequiredProperty("local.server.port", Integer.class);
            DemoPeople people = context.getBean(DemoPeople.class);
            return List.of(
                    board(people, port), saves(people, port, context.getBean(InsertLimit.class)));
        }
    }

    private static BenchResult board(DemoPeople people, int port) throws IOException {
        RosterBench.Browser analyst = new RosterBench.Browser(port);
        analyst.become(RosterBench.office(people, Role.ANALYST, "Ban Tổ chức"));
        double[] took = new double[MEASURED];
        for (int i = -WARM; i < MEASURED; i++) {
            long start = System.nanoTime();
            String page = analyst.get("/rounds/wards");
            if (i >= 0) {
                took[i] = (System.nanoTime() - start) / 1e6;
            }
            if (!page.contains("phiếu đã trả")) {
                throw new IllegalStateException("this is not the board of the province");
            }
        }
        return BenchResult.of(
                "comment-board",
                BenchResult.percentile(took, 99),
                AIM_MILLIS,
                "ms",
                "p99 <= 50 ms",
                String.format(
                        Locale.ROOT,
                        "p99 of %d boards of the wards of a province, after %d; median %.1f ms",
                        MEASURED,
                        WARM,
                        BenchResult.percentile(took, 50)));
    }

    private static BenchResult saves(DemoPeople people, int port, InsertLimit limit)
            throws IOException {
        List<Writer> writers = new ArrayList<>();
        for (UUID secretary : secretaries(people).subList(0, SECRETARIES)) {
            for (int window = 0; window < WINDOWS; window++) {
                writers.add(Writer.of(port, secretary, window));
            }
        }
        together(writers.stream().map(w -> (Callable<double[]>) () -> w.save(WARM_SAVES)).toList());
        long start = System.nanoTime();
        double[] took =
                together(
                        writers.stream()
                                .map(w -> (Callable<double[]>) () -> w.save(SAVES))
                                .toList());
        double seconds = (System.nanoTime() - start) / 1e9;
        double rate = took.length / seconds;
        double bare = WRITERS * SAVES / (limit.measure(WRITERS, SAVES).toNanos() / 1e9);
        return BenchResult.of(
                "comments",
                rate,
                bare,
                "1/s",
                "ratio >= 0.1, >= 1000 1/s, p99 <= 100 ms",
                String.format(
                        Locale.ROOT,
                        "%d drafts saved from %d windows at once through HTTP; p99 %.1f ms, median %.1f ms; 33,585 would take %.0f s",
                        took.length,
                        WRITERS,
                        BenchResult.percentile(took, 99),
                        BenchResult.percentile(took, 50),
                        33_585 / rate));
    }

    private static List<UUID> secretaries(DemoPeople people) {
        return people.groups().stream()
                .filter(group -> group.role() == Role.RESIDENCE_CELL_SECRETARY)
                .flatMap(group -> group.people().stream())
                .map(DemoPeople.Person::office)
                .toList();
    }

    private static double[] together(List<Callable<double[]>> work) {
        try (ExecutorService pool = Executors.newFixedThreadPool(work.size())) {
            List<double[]> parts = new ArrayList<>();
            for (Future<double[]> part : pool.invokeAll(work)) {
                parts.add(part.get());
            }
            return parts.stream().flatMapToDouble(java.util.Arrays::stream).toArray();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A secretary who fills in the slips of the own cell, again and again. */
    private static final class Writer {
        private static final List<String> MEETINGS = List.of("full", "partly");

        private final RosterBench.Browser browser;
        private final Map<String, Integer> versions;

        private Writer(RosterBench.Browser browser, Map<String, Integer> versions) {
            this.browser = browser;
            this.versions = versions;
        }

        /** Each window has its own slips, as two people at one cell would. */
        static Writer of(int port, UUID secretary, int window) throws IOException {
            RosterBench.Browser browser = new RosterBench.Browser(port);
            browser.become(secretary);
            Map<String, Integer> versions = new LinkedHashMap<>();
            Matcher slip = SLIP.matcher(browser.get("/comments?tab=to-fill"));
            for (int i = 0; slip.find() && versions.size() < 10; i++) {
                if (i % WINDOWS == window) {
                    Matcher version = VERSION.matcher(browser.get("/comments/" + slip.group(1)));
                    if (version.find()) {
                        versions.put(slip.group(1), Integer.valueOf(version.group(1)));
                    }
                }
            }
            if (versions.isEmpty()) {
                throw new IllegalStateException("the cell has no drafts");
            }
            return new Writer(browser, versions);
        }

        double[] save(int times) throws IOException {
            double[] took = new double[times];
            List<String> slips = List.copyOf(versions.keySet());
            try (KeptConnection connection = browser.connection()) {
                for (int i = 0; i < times; i++) {
                    String slip = slips.get(i % slips.size());
                    int version = versions.merge(slip, 1, Integer::sum) - 1;
                    long start = System.nanoTime();
                    String form =
                            browser.form(
                                    Map.of(
                                            "version",
                                            Integer.toString(version),
                                            "example",
                                            "good",
                                            "meetings",
                                            MEETINGS.get(i % MEETINGS.size()),
                                            "other",
                                            "Lần ghi " + i));
                    int status = connection.post("/comments/" + slip, form);
                    took[i] = (System.nanoTime() - start) / 1e6;
                    if (status / 100 != 3) {
                        throw new IllegalStateException("a slip was answered with " + status);
                    }
                }
            }
            return took;
        }
    }
}
