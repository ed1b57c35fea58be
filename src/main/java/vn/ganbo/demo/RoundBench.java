package vn.ganbo.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;
import vn.ganbo.assessment.Rounds;
import vn.ganbo.database.InsertLimit;
import vn.ganbo.document.Papers;
import vn.ganbo.document.PrintLayout;
import vn.ganbo.document.Prints;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;

/**
 * The rounds of a province opened at once, the whole round of the ward of 1,655 through the acts,
 * in a program that has just started, and its slips in one file for the printer.
 */
final class RoundBench {
    private static final int WARD = 2;
    private static final int PEOPLE = Province.Size.PROVINCE.big();
    private static final int ALL = Province.Size.PROVINCE.contacts();
    private static final int YEAR = 2026;
    private static final double AIM_SECONDS = 60;
    private static final LocalDate TODAY = DemoClock.BEGIN.toLocalDate();

    private final ConfigurableApplicationContext context;
    private final WardRound round;
    private final Map<String, Double> took = new LinkedHashMap<>();

    private RoundBench(ConfigurableApplicationContext context) {
        this.context = context;
        this.round = new WardRound(context, WARD, TODAY);
    }

    static List<BenchResult> measure(Class<?> program, Path data) {
        try (ConfigurableApplicationContext context = SizeCommand.start(program, data, 0)) {
            context.getBean(Province.class).beforeRounds(System.err::println);
            return new RoundBench(context).run();
        }
    }

    private List<BenchResult> run() {
        double opened = openAll();
        step("drafts", () -> round.cells().forEach(cell -> round.fill(cell, _ -> "")));
        step("meetings", () -> round.cells().forEach(round::meet));
        step("sign", () -> round.cells().forEach(round::sign));
        step("confirm", round::confirm);
        step("return", round::giveOut);
        List<WardRound.Slip> returned = round.slips("RETURNED");
        int[] received = new int[1];
        step("receive", () -> received[0] = round.receive());
        double acts = took.values().stream().mapToDouble(Double::doubleValue).sum();
        if (returned.size() != PEOPLE || received[0] != PEOPLE) {
            throw new IllegalStateException(
                    returned.size() + " slips are returned and " + received[0] + " received");
        }
        String words =
                took.entrySet().stream()
                        .map(one ->
                                String.format(
                                        Locale.ROOT, "%s %.2f s", one.getKey(), one.getValue()))
                        .collect(Collectors.joining(", "));
        return List.of(
                BenchResult.of(
                        "rounds-open",
                        opened,
                        bare(ALL),
                        "s",
                        "seconds of one act",
                        String.format(
                                Locale.ROOT,
                                "%d rounds with %d drafts opened by the province at once; the limit is one bare transaction of three inserts a draft",
                                Province.Size.PROVINCE.wards(),
                                ALL)),
                BenchResult.of(
                        "round",
                        acts,
                        bare(PEOPLE),
                        "s",
                        "seconds of each step",
                        String.format(
                                Locale.ROOT,
                                "%d slips of %d cells, received by %d workplaces, just after the start: %s; the limit is one bare transaction of three inserts a slip",
                                PEOPLE,
                                round.cells().size(),
                                round.workplaces().size(),
                                words)),
                pdf(
                        returned.stream()
                                .map(WardRound.Slip::paperId)
                                .map(Objects::requireNonNull)
                                .toList()));
    }

    /** The first act after the start: all wards at once. */
    private double openAll() {
        Rounds rounds = context.getBean(Rounds.class);
        Viewer province = round.viewer(Role.ANALYST, 1);
        long start = System.nanoTime();
        Rounds.Opened opened =
                province.call(
                        () -> rounds.openAll(province, YEAR, rounds.proposed(province, YEAR)));
        if (opened.slips() != ALL) {
            throw new IllegalStateException(opened + " instead of " + ALL + " drafts");
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private double bare(int rows) {
        return context.getBean(InsertLimit.class).measure(1, rows).toNanos() / 1e9;
    }

    private BenchResult pdf(List<UUID> papers) {
        Viewer ward = round.office();
        long start = System.nanoTime();
        byte[] file =
                ward.call(() ->
                        context.getBean(Prints.class)
                                .draw(
                                        context.getBean(Papers.class).stored(ward, papers),
                                        PrintLayout.A4));
        return BenchResult.of(
                "round-pdf",
                (System.nanoTime() - start) / 1e9,
                AIM_SECONDS,
                "s",
                "<= 60 s",
                String.format(
                        Locale.ROOT,
                        "%d stored slips drawn as one PDF of %.1f MB",
                        papers.size(),
                        file.length / 1e6));
    }

    private void step(String name, Runnable work) {
        long start = System.nanoTime();
        work.run();
        took.put(name, (System.nanoTime() - start) / 1e9);
    }
}
