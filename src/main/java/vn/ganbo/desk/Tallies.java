package vn.ganbo.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.DeskSheet;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Tally;
import vn.ganbo.kernel.Told;
import vn.ganbo.kernel.Viewer;

/**
 * Counts what waits for an office. They are kept in one row per office, so a page costs one
 * statement; a fact throws away the rows of the offices whose units it touches.
 */
@Component
class Tallies implements Tally {
    static final Sql FIND =
            Sql.byKey(
                    """
                    select t.counts
                      from desk.tally t
                     where t.office_id = :office::uuid
                       and t.day = :today::date
                       and t.scope = :scope::int4multirange
                    """);

    static final Sql KEEP =
            Sql.byKey(
                    """
                    insert into desk.tally (office_id, day, scope, self, counts)
                    values (:office::uuid, :today::date, :scope::int4multirange, :self::uuid, :counts::jsonb)
                    on conflict (office_id) do update
                       set day = excluded.day, scope = excluded.scope, self = excluded.self,
                           counts = excluded.counts
                    """);

    /** Every office that sees the acting unit, or a unit of somebody the fact is about. */
    static final Sql FORGET =
            Sql.byKey(
                    """
                    delete from desk.tally t
                     where t.scope @> :office_no::int
                        or t.self = any (:members::uuid[])
                        or exists (select from unnest(:units::int[]) as n (no) where t.scope @> n.no)
                        or exists (select from member.seats(:members::uuid[]) s
                                    where t.scope @> s.work_no or t.scope @> s.res_no)
                    """);

    private static final TypeReference<LinkedHashMap<String, Long>> COUNTS =
            new TypeReference<>() {};

    private final Db db;
    private final List<DeskSheet> sheets;
    private final JsonMapper json;
    private final Clock clock;

    Tallies(Db db, ObjectProvider<DeskSheet> sheets, JsonMapper json, Clock clock) {
        this.db = db;
        this.sheets = sheets.stream().toList();
        this.json = json;
        this.clock = clock;
    }

    /** The sheets of this viewer's role, each with its count, worst first, empty ones left out. */
    List<Counted> sheetsOf(Viewer viewer) {
        Map<String, Long> counts = counts(viewer);
        return sheets.stream()
                .filter(sheet -> viewer.role() != null && sheet.roles().contains(viewer.role()))
                .map(sheet -> new Counted(sheet, counts.getOrDefault(sheet.key(), 0L)))
                .filter(counted -> counted.n() > 0)
                .sorted(java.util.Comparator.comparing(c -> c.sheet().tone()))
                .toList();
    }

    record Counted(DeskSheet sheet, long n) {}

    @Override
    @Transactional
    public Map<String, Long> of(Viewer viewer) {
        Map<String, Long> byLink = new HashMap<>();
        long all = 0;
        Map<String, Long> counts = counts(viewer);
        for (DeskSheet sheet : sheets) {
            long n = counts.getOrDefault(sheet.key(), 0L);
            if (n > 0 && !sheet.menu().isEmpty()) {
                byLink.merge(sheet.menu(), n, Long::sum);
            }
            all += n;
        }
        if (all > 0) {
            byLink.put("/", all);
        }
        return byLink;
    }

    private Map<String, Long> counts(Viewer viewer) {
        @Nullable UUID office = viewer.office();
        if (office == null) {
            return Map.of();
        }
        return db.one(viewer.scope(), FIND, row -> row.getString("counts"), "office", office)
                .<Map<String, Long>>map(text -> json.readValue(text, COUNTS))
                .orElseGet(() -> count(viewer, office));
    }

    /** All counts of the office in one statement, made of the sheets' own. */
    private Map<String, Long> count(Viewer viewer, UUID office) {
        List<DeskSheet> mine =
                sheets.stream()
                        .filter(sheet ->
                                viewer.role() != null && sheet.roles().contains(viewer.role()))
                        .toList();
        Map<String, Long> counts = new LinkedHashMap<>();
        if (!mine.isEmpty()) {
            db.list(
                            viewer.scope(),
                            together(mine),
                            row -> Map.entry(row.getString(1), row.getLong(2)))
                    .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        }
        db.update(
                viewer.scope(), KEEP, "office", office, "counts", json.writeValueAsString(counts));
        return counts;
    }

    private static Sql together(List<DeskSheet> mine) {
        List<String> parts = new ArrayList<>();
        for (DeskSheet sheet : mine) {
            parts.add("select '" + sheet.key() + "', (" + sheet.count().text() + ")");
        }
        return new Sql(String.join(" union all ", parts));
    }

    @EventListener
    void forget(Told told) {
        Scope scope = told.viewer().scope();
        db.update(
                scope,
                FORGET,
                "office_no",
                told.viewer().unitNo(),
                "members",
                told.fact().members().toArray(UUID[]::new),
                "units",
                told.fact().units().toArray(Integer[]::new));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
