package vn.ganbo.document;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;

/** How the papers of an office look: what it has set itself, or the nearest one above. */
@Component
class Styles {
    static final Sql NEAREST =
            Sql.of(
                    """
                    with recursive up as (
                        select u.no, u.parent_no, 0 as far
                          from organisation.published_unit u
                         where u.no = :unit::int and u.valid @> :today::date
                        union all
                        select u.no, u.parent_no, up.far + 1
                          from up
                          join organisation.published_unit u
                            on u.no = up.parent_no and u.valid @> :today::date
                    )
                    select s.unit_no, s.style::text as style, s.version, s.changed_at, s.changed_by
                      from up
                      join document.office_style s on s.unit_no = up.no
                     order by up.far
                     limit 1
                    """);

    static final Sql ADD =
            Sql.of(
                    """
                    insert into document.office_style (unit_no, style, changed_at, changed_by)
                    values (:unit::int, :style::jsonb, :at::timestamptz, :by)
                        on conflict (unit_no) do nothing
                    """);

    static final Sql CHANGE =
            Sql.of(
                    """
                    update document.office_style s
                       set style = :style::jsonb,
                           version = s.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :by
                     where s.unit_no = :unit::int
                       and s.unit_no <@ :scope::int4multirange
                       and s.version = :version::int
                    """);

    private final Db db;
    private final Facts facts;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    Styles(Db db, Facts facts, Clock clock) {
        this.db = db;
        this.facts = facts;
        this.clock = clock;
    }

    /** What is set, and where. */
    record Set(
            int unitNo, Style style, int version, java.time.Instant changedAt, String changedBy) {}

    Optional<Set> nearest(Scope scope, int unitNo) {
        return db.one(
                scope,
                NEAREST,
                row ->
                        new Set(
                                row.getInt("unit_no"),
                                read(row.getString("style")),
                                row.getInt("version"),
                                row.getObject("changed_at", java.time.OffsetDateTime.class)
                                        .toInstant(),
                                row.getString("changed_by")),
                "unit",
                unitNo);
    }

    Style of(Scope scope, int unitNo) {
        return nearest(scope, unitNo).map(Set::style).orElse(Style.HOUSE);
    }

    Style read(@Nullable String text) {
        return text == null ? Style.HOUSE : json.readValue(text, Style.class);
    }

    /** A style as it is kept; null for the house's own. */
    @Nullable String written(Style style) {
        return style.equals(Style.HOUSE) ? null : json.writeValueAsString(style);
    }

    /**
     * Sets how the papers of the viewer's office look from now on; those that are kept stay.
     *
     * @param version what the form was drawn from; 0 where the office had set nothing itself
     */
    @Transactional
    void set(Viewer viewer, Style style, int version) {
        if (!viewer.scope().sees(viewer.unitNo())) {
            throw new NotFound();
        }
        @Nullable Object[] all = {
            "unit", viewer.unitNo(),
            "style", json.writeValueAsString(style),
            "version", version,
            "at", clock.instant().atOffset(ZoneOffset.UTC),
            "by", viewer.name()
        };
        int done = db.update(viewer.scope(), version == 0 ? ADD : CHANGE, all);
        if (done == 0) {
            Set there = nearest(viewer.scope(), viewer.unitNo()).orElseThrow(NotFound::new);
            throw new Conflict(there.changedBy(), there.changedAt());
        }

        facts.tell(viewer, new DocumentFacts.StyleSet(Ids.next()));
    }
}
