package vn.ganbo.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Headings;
import vn.ganbo.spreadsheet.Layout;
import vn.ganbo.spreadsheet.Letters;

/** Remembers for each unit which column was which in lists of a shape. */
@Component
class ImportMappings {
    static final Sql REMEMBER =
            Sql.of(
                    """
                    insert into member.import_mapping
                           (unit_no, headings, kind, keys, places, letters, list_unit)
                    values (:unit_no::int, :headings, :kind, :keys::text[], :places::int[],
                            :letters::text[], :list_unit::int)
                        on conflict (unit_no, headings)
                        do update set kind = excluded.kind,
                                      keys = excluded.keys,
                                      places = excluded.places,
                                      letters = excluded.letters,
                                      list_unit = excluded.list_unit
                    """);

    static final Sql KNOWN =
            Sql.of(
                    """
                    select m.kind, m.keys, m.places, m.letters, m.list_unit
                      from member.import_mapping m
                     where m.unit_no = :unit_no::int
                       and m.headings = :headings
                       and m.unit_no between :low and :high
                       and m.unit_no <@ :scope::int4multirange
                    """);

    private final Db db;

    ImportMappings(Db db) {
        this.db = db;
    }

    /** The columns as they were said last time, and the unit of the whole list, or 0. */
    record Known(Headings headings, int listUnit) {}

    void remember(Viewer viewer, Headings headings, int listUnit) {
        List<String> keys = new ArrayList<>(headings.places().keySet());
        db.update(
                viewer.scope(),
                REMEMBER,
                "unit_no",
                viewer.unitNo(),
                "headings",
                headings.shape(),
                "kind",
                headings.layout().kind(),
                "keys",
                keys.toArray(String[]::new),
                "places",
                keys.stream().map(headings::place).toArray(Integer[]::new),
                "letters",
                headings.letters().stream().map(Letters::name).toArray(String[]::new),
                "list_unit",
                listUnit);
    }

    /** Empty where the unit has not mapped a list of this shape, or its letters are other ones. */
    Optional<Known> known(Viewer viewer, Headings found) {
        if (found.row() == 0) {
            return Optional.empty();
        }
        return db
                .list(
                        viewer.scope(),
                        KNOWN,
                        row -> known(row, found),
                        "unit_no",
                        viewer.unitNo(),
                        "headings",
                        found.shape())
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Known> known(ResultSet row, Headings found) throws SQLException {
        String kind = row.getString("kind");
        Object[] keys = (Object[]) row.getArray("keys").getArray();
        Object[] places = (Object[]) row.getArray("places").getArray();
        List<Letters> letters =
                Arrays.stream((Object[]) row.getArray("letters").getArray())
                        .map(name -> Letters.valueOf((String) name))
                        .toList();
        Optional<Layout> layout =
                Imports.LAYOUTS.stream().filter(l -> l.kind().equals(kind)).findFirst();
        boolean others =
                !letters.equals(found.letters()) && !found.letters().contains(Letters.UNKNOWN);
        if (layout.isEmpty() || others) {
            return Optional.empty();
        }
        Map<String, Integer> said = new HashMap<>();
        for (int i = 0; i < keys.length; i++) {
            said.put((String) keys[i], (Integer) places[i]);
        }
        return Optional.of(
                new Known(found.with(layout.get(), said, letters), row.getInt("list_unit")));
    }
}
