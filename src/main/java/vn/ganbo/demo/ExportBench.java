package vn.ganbo.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.ganbo.access.DemoPeople;
import vn.ganbo.kernel.Role;

/**
 * The members of a province as .xlsx through HTTP, beside fastexcel alone writing the same cells
 * from memory to nowhere; and the heap that ten at once need.
 */
final class ExportBench {
    private static final int ROUNDS = 5;
    private static final int AT_ONCE = 10;
    private static final int FLUSH = 500;
    private static final int HEAD = 5;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private ExportBench() {}

    static BenchResult measure(Class<?> program, Path data) throws IOException {
        try (ConfigurableApplicationContext context =
                new SpringApplicationBuilder(program)
                        .run(
                                "--ganbo.demo=true",
                                "--ganbo.data=" + data,
                                "--ganbo.database.url=",
                                "--server.port=0",
                                "--db-scheduler.enabled=false",
                                "--logging.level.root=warn")) {
            RosterBench.Browser browser =
                    new RosterBench.Browser(
                            context.getEnvironment()
                                    .getRequiredProperty("local.server.port", Integer.class));
            browser.become(
                    RosterBench.office(context.getBean(DemoPeople.class), Role.ADMINISTRATOR, ""));
            long heap = ten(browser);
            List<Object[]> rows = rows(browser);
            double[] ours = new double[ROUNDS];
            double[] limit = new double[ROUNDS];
            for (int round = -1; round < ROUNDS; round++) {
                long start = System.nanoTime();
                take(browser);
                double took = (System.nanoTime() - start) / 1e9;
                start = System.nanoTime();
                alone(rows);
                if (round >= 0) {
                    ours[round] = took;
                    limit[round] = (System.nanoTime() - start) / 1e9;
                }
            }
            return BenchResult.of(
                    "export",
                    BenchResult.percentile(ours, 50),
                    BenchResult.percentile(limit, 50),
                    "s",
                    "ratio <= 2",
                    String.format(
                            Locale.ROOT,
                            "%d rows of 20 columns as .xlsx, median of %d rounds; %d at once: heap outside Eden at most %d MB more (aim <= 64 MB)",
                            rows.size(),
                            ROUNDS,
                            AT_ONCE,
                            heap >> 20));
        }
    }

    private static void take(RosterBench.Browser browser) throws IOException {
        if (browser.drain("/members/export?as=xlsx") < 1 << 20) {
            throw new IllegalStateException("this is not the list of a province");
        }
    }

    /** The same cells in memory, from the list as .csv. */
    private static List<Object[]> rows(RosterBench.Browser browser) throws IOException {
        List<Object[]> rows = new ArrayList<>();
        String csv = browser.get("/members/export?as=csv");
        try (BufferedReader in = new BufferedReader(new StringReader(csv))) {
            for (int i = 0; i < HEAD; i++) {
                in.readLine();
            }
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] texts = line.split(",", -1);
                Object[] cells = new Object[texts.length];
                for (int i = 0; i < texts.length; i++) {
                    cells[i] =
                            texts[i].matches("\\d\\d/\\d\\d/\\d{4}")
                                    ? LocalDate.parse(texts[i], DAY)
                                    : texts[i];
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    private static void alone(List<Object[]> rows) throws IOException {
        try (Workbook book = new Workbook(OutputStream.nullOutputStream(), "Bench", "1.0")) {
            Worksheet sheet = book.newWorksheet("Danh sách");
            for (int i = 0; i < rows.size(); i++) {
                Object[] cells = rows.get(i);
                for (int column = 0; column < cells.length; column++) {
                    if (cells[column] instanceof LocalDate day) {
                        sheet.value(i, column, day);
                        sheet.style(i, column).format("dd/mm/yyyy").set();
                    } else if (cells[column] instanceof String text && !text.isEmpty()) {
                        sheet.inlineString(i, column, text);
                    }
                }
                if (i % FLUSH == 0) {
                    sheet.flush();
                }
            }
            book.finish();
        }
    }

    /** How much more of the heap outlives a young collection while ten take the list at once. */
    private static long ten(RosterBench.Browser browser) throws IOException {
        take(browser);
        ManagementFactory.getMemoryMXBean().gc();
        long before = kept();
        AtomicLong most = new AtomicLong();
        Thread watch =
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> {
                            while (!Thread.currentThread().isInterrupted()) {
                                most.accumulateAndGet(kept(), Math::max);
                                java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
                            }
                        });
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> taken = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                taken.add(
                        threads.submit(() -> {
                            take(browser);
                            return null;
                        }));
            }
            for (Future<?> one : taken) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            watch.interrupt();
        }
        return Math.max(0, most.get() - before);
    }

    private static long kept() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .filter(pool -> !pool.getName().contains("Eden"))
                .mapToLong(pool -> pool.getUsage().getUsed())
                .sum();
    }
}
