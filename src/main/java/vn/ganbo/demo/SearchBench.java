package vn.ganbo.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import vn.ganbo.database.Db;
import vn.ganbo.database.OwnerReading;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.member.MemberSearch;
import vn.ganbo.organisation.Units;

/**
 * The search for members as the page asks for it (units, lines and count, as the program's role,
 * under row security) in the greatest commune, the greatest workplace and a whole province, beside
 * plain SQL of the owner; and whether it finds exactly whom {@link PlainSearch} finds.
 */
final class SearchBench {
    private static final int WARM = 100;
    private static final int MEASURED = 500;
    private static final int COMPARED = 1_000;
    private static final int SIZE = 51;

    /** As far as hits are counted; all of them up to here are compared. */
    private static final int MOST = 10_001;

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    /** A text becomes a multirange once, not for each row: hence the subselects. */
    static final Sql BY_NAME =
            Sql.of(
                    """
                    select m.id, m.full_name, m.birth, m.birth_precision, m.post, m.status, m.card_no,
                           m.residence_address
                      from (select n.id
                              from member.published_member n
                             where n.work_no between :low and :high
                               and n.work_no <@ (select :scope::int4multirange)
                               and (' ' || n.folded like all (:patterns::text[])
                                    or n.initials = :initials
                                    or n.work_no <@ (select :units::int4multirange))
                             order by n.sort_key, n.id
                             limit :size) f
                      join member.published_member m on m.id = f.id
                     order by m.sort_key, m.id
                    """);

    static final Sql COUNT_BY_NAME =
            Sql.of(
                    """
                    select count(*)
                      from (select
                              from member.published_member n
                             where n.work_no between :low and :high
                               and n.work_no <@ (select :scope::int4multirange)
                               and (' ' || n.folded like all (:patterns::text[])
                                    or n.initials = :initials
                                    or n.work_no <@ (select :units::int4multirange))
                             limit :most) f
                    """);

    static final Sql BY_NUMBER =
            Sql.of(
                    """
                    select m.id, m.full_name, m.birth, m.birth_precision, m.post, m.status, m.card_no,
                           m.residence_address
                      from member.published_member m
                     where m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                       and (m.card_no = :card or m.phone = :phone)
                     order by m.sort_key, m.id
                     limit :size
                    """);

    private final MemberSearch search;
    private final Units units;
    private final OwnerReading owner;
    private final PlainSearch people;
    private final Country.Size size;

    SearchBench(ApplicationContext context, Country.Size size) {
        this.search = context.getBean(MemberSearch.class);
        this.units = context.getBean(Units.class);
        this.owner = context.getBean(OwnerReading.class);
        this.people = PlainSearch.load(context.getBean(Db.class));
        this.size = size;
    }

    /** Makes the world in a folder that does not exist yet. */
    static void make(Class<?> program, Country.Size size, Path data) {
        try (ConfigurableApplicationContext context = SizeCommand.start(program, data, 0)) {
            context.getBean(Country.class).all(size, System.err::println);
        }
    }

    static List<BenchResult> measure(Class<?> program, Country.Size size, Path data) {
        try (ConfigurableApplicationContext context = SizeCommand.start(program, data, 0)) {
            SearchBench bench = new SearchBench(context, size);
            int compared = bench.compare(COMPARED);
            int which = size.provinces() / 2 + 1;
            return List.of(
                    bench.measure("commune", size.ward(which), 60, compared),
                    bench.measure("workplace", size.workplace(which), 60, compared),
                    bench.measure("province", size.province(which), 300, compared));
        }
    }

    /**
     * Asks random questions in random places of each kind and fails where the search finds others
     * than the plain one, in another order, or counts them differently.
     *
     * @return how many questions were compared
     */
    int compare(int questions) {
        Random random = new Random(1_000);
        long hits = 0;
        for (int i = 0; i < questions; i++) {
            int which = 1 + random.nextInt(size.provinces());
            int unitNo =
                    switch (i % 3) {
                        case 0 -> size.ward(which) + 40 * random.nextInt(Country.Size.WARDS);
                        case 1 -> size.workplace(which) + 5 * random.nextInt(size.workplaces());
                        default -> size.province(which);
                    };
            PlainSearch.Place place = people.below(unitNo);
            String typed = Typed.drawn(random, people, place);
            MemberSearch.Hits ours = search.find(scope(unitNo), unitNo, typed, MOST);
            List<UUID> plain = people.find(place, typed);
            if (!ours.members().equals(plain.subList(0, Math.min(MOST, plain.size())))
                    || ours.count() != Math.min(MOST, plain.size())) {
                throw new IllegalStateException(
                        String.format(
                                Locale.ROOT,
                                "unit %d, typed \"%s\": the search finds %d, counted as %d, the plain one %d",
                                unitNo,
                                typed,
                                ours.members().size(),
                                ours.count(),
                                plain.size()));
            }
            hits += plain.size();
        }
        System.err.printf(
                Locale.ROOT, "%d questions with %d hits: none differs%n", questions, hits);
        return questions;
    }

    private BenchResult measure(String office, int unitNo, int aim, int compared) {
        PlainSearch.Place place = people.below(unitNo);
        Scope scope = scope(unitNo);
        Random random = new Random(unitNo);
        List<String> asked = new ArrayList<>();
        List<OwnerReading.Question> questions = new ArrayList<>();
        for (int i = 0; i < WARM + MEASURED; i++) {
            String typed = Typed.drawn(random, people, place);
            asked.add(typed);
            questions.add(question(scope, place, typed));
        }
        double[] ours = new double[MEASURED];
        for (int i = 0; i < WARM + MEASURED; i++) {
            long start = System.nanoTime();
            search.find(scope, unitNo, asked.get(i), SIZE);
            if (i >= WARM) {
                ours[i - WARM] = (System.nanoTime() - start) / 1e6;
            }
        }
        slowest(office, asked.subList(WARM, WARM + MEASURED), ours);
        owner.measure(questions.subList(0, WARM));
        double[] bare = owner.measure(questions.subList(WARM, WARM + MEASURED));
        return BenchResult.of(
                "search-" + office,
                BenchResult.percentile(ours, 99),
                BenchResult.percentile(bare, 99),
                "ms",
                "p99 <= " + aim + " ms",
                String.format(
                        Locale.ROOT,
                        "%d searches among %d of %d people, after %d; median %.1f ms, bare SQL median %.1f ms; %d random searches found exactly whom a plain comparison finds",
                        MEASURED,
                        place.size(),
                        people.size(),
                        WARM,
                        BenchResult.percentile(ours, 50),
                        BenchResult.percentile(bare, 50),
                        compared));
    }

    /** The same for the owner, with the words and units as the plain search understands them. */
    private OwnerReading.Question question(Scope scope, PlainSearch.Place place, String typed) {
        PlainSearch.Question question = people.question(place, typed);
        Map<String, Object> values = new HashMap<>();
        values.put("low", scope.low());
        values.put("high", scope.high());
        values.put("scope", scope.multirange());
        values.put(
                "patterns",
                question.words().stream().map(word -> "% " + word + "%").toArray(String[]::new));
        values.put("initials", question.initials());
        values.put(
                "card",
                question.card().isEmpty()
                        ? ""
                        : question.card().substring(0, 2) + "." + question.card().substring(2));
        values.put("phone", question.phone());
        values.put("units", multirange(question.units()));
        values.put("size", SIZE);
        values.put("most", MOST);
        return new OwnerReading.Question(
                question.words().isEmpty() ? List.of(BY_NUMBER) : List.of(BY_NAME, COUNT_BY_NAME),
                values);
    }

    private static String multirange(BitSet numbers) {
        StringJoiner ranges = new StringJoiner(",", "{", "}");
        numbers.stream().forEach(no -> ranges.add("[" + no + "," + no + "]"));
        return ranges.toString();
    }

    private Scope scope(int unitNo) {
        return units.scopeOf(Scope.system("measuring the search"), unitNo, TODAY);
    }

    private static void slowest(String office, List<String> asked, double[] took) {
        int slowest = 0;
        for (int i = 1; i < took.length; i++) {
            slowest = took[i] > took[slowest] ? i : slowest;
        }
        System.err.printf(
                Locale.ROOT,
                "%s: p99 %.1f ms, slowest \"%s\" with %.1f ms; now the owner's SQL …%n",
                office,
                BenchResult.percentile(took, 99),
                asked.get(slowest),
                took[slowest]);
    }
}
