package vn.ganbo.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.ganbo.access.DemoPeople;
import vn.ganbo.database.OwnerScripts;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.organisation.Units;

/**
 * The coverage view of a ward of 40 cells, 12,000 households and 5,000 people, beside its bare SQL
 * without row security.
 */
final class CoverageBench {
    private static final int WARM = 300;
    private static final int BLOCKS = 8;
    private static final int IN_BLOCK = 50;
    private static final int HOURS = 20;
    private static final double AIM_MILLIS = 100;

    private CoverageBench() {}

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
            Province province = context.getBean(Province.class);
            province.tasks(System.err::println);
            province.ward(Province.Size.PROVINCE, System.err::println);

            RosterBench.Browser office =
                    new RosterBench.Browser(
                            context.getEnvironment()
                                    .getRequiredProperty("local.server.port", Integer.class));
            office.become(
                    RosterBench.office(
                            context.getBean(DemoPeople.class), Role.RESIDENCE_OFFICE, "Sao Mai"));
            Map<String, Object> values = values(context.getBean(Units.class));
            OwnerScripts owner = context.getBean(OwnerScripts.class);
            pages(office, WARM);
            double[] ours = new double[BLOCKS * IN_BLOCK];
            double[] bare = new double[BLOCKS * IN_BLOCK];
            for (int block = 0; block < BLOCKS; block++) {
                System.arraycopy(pages(office, IN_BLOCK), 0, ours, block * IN_BLOCK, IN_BLOCK);
                // the first time of a new connection is none of the statement's
                double[] alone = owner.times("worlds/ward-bare.sql", values, IN_BLOCK + 1);
                System.arraycopy(alone, 1, bare, block * IN_BLOCK, IN_BLOCK);
            }
            return BenchResult.of(
                    "coverage",
                    BenchResult.percentile(ours, 99),
                    BenchResult.percentile(bare, 99),
                    "ms",
                    "p99 <= " + (int) AIM_MILLIS + " ms",
                    String.format(
                            Locale.ROOT,
                            "p99 of %d views of 40 cells, 12,000 households and 5,000 people, after %d, through HTTP; median %.1f ms, bare SQL median %.1f ms",
                            ours.length,
                            WARM,
                            BenchResult.percentile(ours, 50),
                            BenchResult.percentile(bare, 50)));
        }
    }

    private static Map<String, Object> values(Units units) {
        Scope all = Scope.system("measuring the coverage view");
        LocalDate on = DemoClock.BEGIN.toLocalDate();
        int ward = units.byCode(all, "97.900.000.000.000", on).orElseThrow().no();
        Scope scope = units.scopeOf(all, ward, on);
        return Map.of(
                "low", scope.low(), "high", scope.high(), "today", on.toString(), "hours", HOURS);
    }

    private static double[] pages(RosterBench.Browser office, int times) throws IOException {
        double[] took = new double[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            String page = office.get("/assignments/coverage");
            took[i] = (System.nanoTime() - start) / 1e6;
            if (!page.contains("trong 2.000 nhiệm vụ") || !page.contains("Khu phố 40")) {
                throw new IllegalStateException("this is not the ward of 2,000 tasks");
            }
        }
        return took;
    }
}
