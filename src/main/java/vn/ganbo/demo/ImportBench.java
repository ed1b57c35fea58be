package vn.ganbo.demo;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ConfigurableApplicationContext;
import vn.ganbo.database.CopyLimit;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.member.MemberImport;
import vn.ganbo.spreadsheet.Outcome;
import vn.ganbo.spreadsheet.Table;
import vn.ganbo.spreadsheet.TableWriter;

/** The members of a province from a spreadsheet, beside the owner's COPY of the same rows. */
final class ImportBench {
    private static final Province.Size SIZE = Province.Size.PROVINCE;
    private static final int WARM = 5_000;
    private static final int ROUNDS = 3;
    private static final List<String> TABLES =
            List.of(
                    "member.member",
                    "member.workplace_only",
                    "member.placement",
                    "member.exemption");

    private ImportBench() {}

    static BenchResult measure(Class<?> program, Path data) {
        try (ConfigurableApplicationContext context = SizeCommand.start(program, data, 0)) {
            context.getBean(Province.class).tree(SIZE, System.err::println);
            MemberImport members = context.getBean(MemberImport.class);
            CopyLimit copy = context.getBean(CopyLimit.class);
            take(members, sheet(WARM));
            copy.empty(TABLES);
            byte[] file = sheet(SIZE.members());
            double[] ours = new double[ROUNDS];
            double[] limit = new double[ROUNDS];
            long heap = 0;
            for (int round = 0; round < ROUNDS; round++) {
                System.gc();
                Peak peak = new Peak();
                long start = System.nanoTime();
                take(members, file);
                ours[round] = (System.nanoTime() - start) / 1e9;
                heap = Math.max(heap, peak.stop());
                limit[round] = copy.measure(TABLES).toNanos() / 1e9;
                copy.empty(TABLES);
            }
            return BenchResult.of(
                    "import",
                    BenchResult.percentile(ours, 50),
                    BenchResult.percentile(limit, 50),
                    "s",
                    "ratio <= 6",
                    String.format(
                            Locale.ROOT,
                            "%d rows of 16 columns, median of %d rounds; extra heap at most %d MB (aim <= 256 MB)",
                            SIZE.members(),
                            ROUNDS,
                            heap >> 20));
        }
    }

    private static void take(MemberImport members, byte[] file) {
        Viewer viewer = Viewer.system("measuring the import");
        try (Table table = Table.open(file, List.of(MemberImport.LAYOUT))) {
            Outcome outcome =
                    viewer.call(() -> members.apply(viewer, table, Ids.next(), 0, _ -> {}));
            if (outcome.created() != outcome.rows() || outcome.rows() == 0) {
                throw new IllegalStateException("not all rows went in: " + outcome.faults());
            }
        }
    }

    /** A list as an office hands it in, of people who work in the cells of the tree. */
    private static byte[] sheet(int rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<DemoNames.Name> names = DemoNames.all();
        try (TableWriter writer = new TableWriter(out, "Đảng viên", DemoSheets.PEOPLE_HEADINGS)) {
            for (int i = 0; i < rows; i++) {
                DemoNames.Name name = names.get((int) ((i * 7919L) % names.size()));
                int workplace = i % SIZE.workplaces();
                int ward = i % SIZE.wards();
                List<String> texts = new ArrayList<>();
                texts.add(Integer.toString(i + 1));
                texts.add(name.full());
                texts.add("%02d/%02d/%d".formatted(1 + i % 28, 1 + i % 12, 1966 + i % 34));
                texts.add(name.woman() ? "Nữ" : "Nam");
                texts.add(i % 3 == 0 ? "Tày" : "Kinh");
                texts.add("99.%06d".formatted(i));
                texts.add("%02d/%02d/%d".formatted(1 + i % 28, 1 + i % 12, 1990 + i % 34));
                texts.add("%02d/%02d/%d".formatted(1 + i % 28, 1 + i % 12, 1991 + i % 34));
                texts.add("Chuyên viên");
                texts.add(
                        "99.%03d.%03d.000.001"
                                .formatted(201 + workplace, 1 + i / SIZE.workplaces() % 4));
                texts.add("Số " + (1 + i % 399) + " đường Hoa Ban");
                texts.add("99.%03d.%03d.000.001".formatted(101 + ward, 1 + i % 12));
                texts.add("99%03d".formatted(1 + ward));
                texts.add("060%07d".formatted(i));
                texts.add("Pháp luật");
                texts.add(i % 25 == 0 ? "Miễn sinh hoạt nơi cư trú" : "");
                writer.add(texts);
            }
        }
        return out.toByteArray();
    }

    /** The greatest heap in use above that at the start, looked at every few milliseconds. */
    private static final class Peak {
        private final long before = used();
        private final AtomicLong most = new AtomicLong();
        private volatile boolean done;
        private final Thread thread = Thread.ofPlatform().daemon().start(this::look);

        private void look() {
            while (!done) {
                most.accumulateAndGet(used(), Math::max);
                java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
            }
        }

        long stop() {
            done = true;
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Math.max(0, most.get() - before);
        }

        private static long used() {
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }
    }
}
