package vn.ganbo.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import vn.ganbo.database.OwnerReading;
import vn.ganbo.database.OwnerScripts;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Texts;
import vn.ganbo.organisation.Units;

/**
 * Provinces with nothing but organisations and members, as many as the whole country has: where the
 * search is measured. Province by province, so that whoever waits sees how far it is.
 */
@Component
class Country {
    /** 5.6 million members in 34 provinces. */
    private static final int A_PROVINCE = 164_706;

    private static final int A_WORKPLACE = 99;
    private static final int NAMES = 200_000;

    private final OwnerScripts scripts;
    private final OwnerReading reading;
    private final Units units;

    Country(OwnerScripts scripts, OwnerReading reading, Units units) {
        this.scripts = scripts;
        this.reading = reading;
        this.units = units;
    }

    /**
     * How large.
     *
     * @param provinces each with {@link #WARDS} communes
     * @param members all members
     */
    record Size(int provinces, int members) {
        static final int WARDS = 98;

        static Size of(int people) {
            return new Size((people + A_PROVINCE - 1) / A_PROVINCE, people);
        }

        /** Workplaces of one province. */
        int workplaces() {
            return members / provinces / A_WORKPLACE;
        }

        /** Number of a province, counted from 1, in the tree. */
        int province(int which) {
            return 1 + (which - 1) * (1 + WARDS * 40 + workplaces() * 5);
        }

        /** Number of its greatest commune. */
        int ward(int which) {
            return province(which) + 1;
        }

        /** Number of its greatest workplace. */
        int workplace(int which) {
            return province(which) + 1 + WARDS * 40;
        }

        private int members(int which) {
            return (int)
                    ((long) members * which / provinces - (long) members * (which - 1) / provinces);
        }
    }

    /**
     * Makes all of it, with the statistics that the server would make by itself in time. Refuses in
     * a database that holds any organisation.
     */
    void all(Size size, Consumer<String> progress) {
        if (!units.roots(Scope.system("size of a demonstration")).isEmpty()) {
            throw new Refusal("demo.not-empty");
        }
        List<DemoNames.Name> names = CommonNames.drawn(NAMES, 56);
        Map<String, Object> values = new HashMap<>();
        values.put("wards", Size.WARDS);
        values.put("workplaces", size.workplaces());
        values.put("full", texts(names, name -> name));
        values.put("folded", texts(names, Texts::folded));
        values.put("initials", texts(names, Texts::initials));
        values.put("sort_keys", texts(names, Texts::sortKey));
        values.put("women", names.stream().map(DemoNames.Name::woman).toArray(Boolean[]::new));
        for (int which = 1; which <= size.provinces(); which++) {
            progress.accept("tỉnh " + which + " / " + size.provinces());
            values.put("province", which);
            values.put("first", size.province(which));
            values.put("members", size.members(which));
            scripts.run("worlds/country.sql", values, _ -> {});
        }
        progress.accept("thống kê cho bộ tối ưu truy vấn");
        reading.settle();
    }

    private static String[] texts(
            List<DemoNames.Name> names, java.util.function.UnaryOperator<String> of) {
        return names.stream().map(name -> of.apply(name.full())).toArray(String[]::new);
    }
}
