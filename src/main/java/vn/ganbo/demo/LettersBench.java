package vn.ganbo.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.liaison.Introductions;
import vn.ganbo.liaison.LetterRuns;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.Units;

/**
 * Issuing and signing the letters of 248 members of 19 cells in one act: the time until the first
 * paper is kept and can be opened, in a program that has just started.
 */
final class LettersBench {
    private static final Province.Size SIZE = Province.Size.PROVINCE;
    private static final int ROUNDS = 3;
    private static final int LETTERS = 248;
    private static final int CELLS = 19;

    /** As the pages do it: the first alone, then some together. */
    private static final int PART = 8;

    private static final double AIM_SECONDS = 5;

    static final Sql PEOPLE =
            Sql.of(
                    """
                    select m.id
                      from member.published_member m
                     where m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                     order by m.id
                    """);

    static final Sql PAPERS =
            Sql.of(
                    """
                    select count(distinct i.id)
                      from liaison.published_introduction i
                     where i.work_no between :low and :high
                       and i.work_no <@ :scope::int4multirange
                       and i.state = 'SIGNED'
                    """);

    private record Took(double first, double all) {}

    private LettersBench() {}

    static BenchResult measure(Class<?> program, Path data) {
        try (ConfigurableApplicationContext context = SizeCommand.start(program, data, 0)) {
            Province province = context.getBean(Province.class);
            province.tree(SIZE, System.err::println);
            province.letters(SIZE, ROUNDS, System.err::println);
            Took[] took = new Took[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                took[round] = round(context, round);
            }
            return BenchResult.of(
                    "letters",
                    took[0].first,
                    AIM_SECONDS,
                    "s",
                    "first paper <= 5 s",
                    String.format(
                            Locale.ROOT,
                            "%d letters of %d cells numbered and signed in one act, just after the start: all in %.1f s; the third time the first paper after %.2f s, all in %.1f s",
                            LETTERS,
                            CELLS,
                            took[0].all,
                            took[ROUNDS - 1].first,
                            took[ROUNDS - 1].all));
        }
    }

    private static Took round(ConfigurableApplicationContext context, int round) {
        Viewer office = office(context.getBean(Units.class), round);
        Db db = context.getBean(Db.class);
        LetterRuns runs = context.getBean(LetterRuns.class);
        List<UUID> people = db.list(office.scope(), PEOPLE, row -> row.getObject("id", UUID.class));
        long start = System.nanoTime();
        UUID run =
                office.call(() ->
                                runs.issue(
                                        office,
                                        people,
                                        new Introductions.Signer("Lò Văn Ký", "Bí thư")))
                        .run();
        office.call(() -> runs.work(office, run, 1));
        double first = (System.nanoTime() - start) / 1e9;
        boolean more = true;
        while (more) {
            more = office.call(() -> runs.work(office, run, PART));
        }
        double all = (System.nanoTime() - start) / 1e9;
        long signed = db.number(office.scope(), PAPERS);
        if (people.size() != LETTERS || signed != LETTERS) {
            throw new IllegalStateException(
                    signed + " letters of " + people.size() + " are signed");
        }
        return new Took(first, all);
    }

    private static Viewer office(Units units, int round) {
        Scope all = Scope.system("measuring letters");
        LocalDate on = LocalDate.of(2026, 11, 23);
        String code = String.format(Locale.ROOT, "98.9%02d.000.000.000", round);
        Unit unit = units.byCode(all, code, on).orElseThrow();
        return new Viewer(
                null,
                null,
                "Văn phòng Đảng ủy",
                Ids.next(),
                Role.WORKPLACE_OFFICE,
                new Viewer.Unit(unit.id(), unit.no(), unit.name()),
                units.scopeOf(all, unit.no(), on));
    }
}
