package vn.ganbo.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import vn.ganbo.database.OwnerScripts;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Texts;
import vn.ganbo.organisation.Units;

/**
 * Thế giới theo cỡ: an invented province of a given size, made set-based for measurements. It has
 * no history of facts and no papers: those come from acts, and acts made this world's rows not.
 */
@Component
class Province {
    /** Of each residential cell. */
    private static final int TASKS = 12;

    private final OwnerScripts scripts;
    private final Units units;

    Province(OwnerScripts scripts, Units units) {
        this.scripts = scripts;
        this.units = units;
    }

    /**
     * How large.
     *
     * @param wards residence committees, each with twelve cells of two groups
     * @param workplaces grassroots committees of workplaces, each with four cells
     * @param members all members
     * @param contacts those of them who are on a residence's register; they work at the workplaces,
     *     all others have their Party life in a residential cell
     * @param big how many of these the first ward has
     */
    record Size(int wards, int workplaces, int members, int contacts, int big) {
        /** 844 grassroots organisations, as a real province has them (DOMAIN 10.1). */
        static final Size PROVINCE = new Size(100, 744, 73_587, 33_585, 1_655);
    }

    /** Makes the tree alone. Refuses in a database that holds any organisation. */
    void tree(Size size, Consumer<String> progress) {
        if (!units.roots(Scope.system("size of a demonstration")).isEmpty()) {
            throw new Refusal("demo.not-empty");
        }
        scripts.run("worlds/tree.sql", values(size), progress);
    }

    /** Makes the tree and everything over it. */
    void all(Size size, Consumer<String> progress) {
        tree(size, progress);
        scripts.run("worlds/people.sql", values(size), progress);
    }

    /** Adds workplaces of 19 cells whose 248 members nobody has introduced. */
    void letters(Size size, int rounds, Consumer<String> progress) {
        Map<String, Object> values = values(size);
        values.put("rounds", rounds);
        scripts.run("worlds/letters.sql", values, progress);
    }

    /** Tasks of all residential cells over the whole province, one for each of their people. */
    void tasks(Consumer<String> progress) {
        scripts.run("worlds/tasks.sql", Map.of("tasks", TASKS), progress);
    }

    /**
     * A ward of 40 cells, 12,000 households and 5,000 people with their tasks, beside the others.
     */
    void ward(Size size, Consumer<String> progress) {
        Map<String, Object> values = values(size);
        values.put("cells", 40);
        values.put("people", 5000);
        scripts.run("worlds/ward.sql", values, progress);
    }

    /** What the committees of the whole province tell each other in a year. */
    void exchange(Consumer<String> progress) {
        scripts.run("worlds/exchange.sql", Map.of(), progress);
    }

    /** Something due or late for every nightly job, over the whole province and its tasks. */
    void night(Consumer<String> progress) {
        scripts.run("worlds/night.sql", Map.of(), progress);
    }

    /** Everybody on the register of a ward is to be commented on, and no round is open there. */
    void beforeRound(int ward, Consumer<String> progress) {
        scripts.run("worlds/round.sql", Map.of("low", ward, "high", ward), progress);
    }

    /** The same in every ward. */
    void beforeRounds(Consumer<String> progress) {
        scripts.run("worlds/round.sql", Map.of("low", 1, "high", Integer.MAX_VALUE), progress);
    }

    private static Map<String, Object> values(Size size) {
        List<DemoNames.Name> names = DemoNames.all();
        List<String> folded = new ArrayList<>();
        List<String> initials = new ArrayList<>();
        List<String> sortKeys = new ArrayList<>();
        for (DemoNames.Name name : names) {
            folded.add(Texts.folded(name.full()));
            initials.add(Texts.initials(name.full()));
            sortKeys.add(Texts.sortKey(name.full()));
        }
        Map<String, Object> values = new HashMap<>();
        values.put("wards", size.wards());
        values.put("workplaces", size.workplaces());
        values.put("members", size.members());
        values.put("contacts", size.contacts());
        values.put("big", size.big());
        values.put("full", names.stream().map(DemoNames.Name::full).toArray(String[]::new));
        values.put("folded", folded.toArray(String[]::new));
        values.put("initials", initials.toArray(String[]::new));
        values.put("sort_keys", sortKeys.toArray(String[]::new));
        values.put("women", names.stream().map(DemoNames.Name::woman).toArray(Boolean[]::new));
        return values;
    }
}
