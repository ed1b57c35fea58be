package vn.ganbo.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.ganbo.access.DemoPeople;
import vn.ganbo.kernel.Role;

/**
 * How 844 committees answered one another in a year, as their superior reads it, and the
 * half-yearly sheets of one ward, counted anew for each page.
 */
final class ExchangeBench {
    private static final int WARM = 100;
    private static final int MEASURED = 200;
    private static final double BOARD_MILLIS = 300;
    private static final double SHEETS_MILLIS = 100;

    private ExchangeBench() {}

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
            context.getBean(Province.class).exchange(System.err::println);
            DemoPeople people = context.getBean(DemoPeople.class);
            int port =
                    context.getEnvironment()
                            .getRequiredProperty("local.server.port", Integer.class);
            double[] board =
                    pages(
                            port,
                            RosterBench.office(people, Role.ANALYST, ""),
                            "/exchange/board",
                            "đã gửi 11.195");
            double[] sheets =
                    pages(
                            port,
                            RosterBench.office(people, Role.RESIDENCE_OFFICE, "Hoa Ban"),
                            "/half-sheets",
                            "6 tháng đầu năm 2026");
            return List.of(
                    result(
                            "exchange-board",
                            board,
                            BOARD_MILLIS,
                            "11,195 notices and 50,592 sheets of 844 committees, for their superior"),
                    result(
                            "exchange-sheets",
                            sheets,
                            SHEETS_MILLIS,
                            "the sheets of a ward of 1,655, counted from letters, register and roll-calls"));
        }
    }

    private static BenchResult result(String scenario, double[] took, double aim, String what) {
        return BenchResult.of(
                scenario,
                BenchResult.percentile(took, 99),
                aim,
                "ms",
                "p99 <= " + (int) aim + " ms",
                String.format(
                        Locale.ROOT,
                        "p99 of %d pages, after %d, through HTTP: %s; median %.1f ms",
                        MEASURED,
                        WARM,
                        what,
                        BenchResult.percentile(took, 50)));
    }

    private static double[] pages(int port, UUID office, String path, String words)
            throws IOException {
        RosterBench.Browser browser = new RosterBench.Browser(port);
        browser.become(office);
        double[] took = new double[MEASURED];
        for (int i = -WARM; i < MEASURED; i++) {
            long start = System.nanoTime();
            String page = browser.get(path);
            double millis = (System.nanoTime() - start) / 1e6;
            if (!page.contains(words)) {
                throw new IllegalStateException(path + " does not say " + words);
            }
            if (i >= 0) {
                took[i] = millis;
            }
        }
        return took;
    }
}
