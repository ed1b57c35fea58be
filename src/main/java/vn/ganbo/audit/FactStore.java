package vn.ganbo.audit;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Fact;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Told;
import vn.ganbo.kernel.Viewer;

/** Writes each fact in the transaction of its act; an act without one is rolled back with it. */
@Component
class FactStore {
    /**
     * The fact and whom it is about, at once. On whose side each person stands is kept with it, as
     * far as the side may see it.
     */
    static final Sql TELL =
            Sql.byKey(
                    """
                    with told as (
                        insert into audit.fact
                               (id, at, on_date, key, thing, side, office_no, account_id, office_id, who,
                                reason, details)
                        values (:id::uuid, :at::timestamptz, :on::date, :key, :thing::uuid, :side,
                                :office_no::int, :account::uuid, :office::uuid, :who, :reason::text,
                                :details::jsonb)
                    )
                    insert into audit.fact_about (work_no, res_no, fact_id, member_id, for_member)
                    select case when :side <> 'RESIDENCE' then s.work_no end,
                           case when :side <> 'WORKPLACE' then s.res_no end,
                           :id::uuid, s.id, :for_member::boolean
                      from member.seats(:members::uuid[]) s
                    """);

    private final Db db;
    private final JsonMapper json;

    FactStore(Db db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(Told told) {
        Viewer viewer = told.viewer();
        Fact fact = told.fact();
        Scope scope = viewer.scope();
        db.update(
                scope,
                TELL,
                "id",
                told.id(),
                "at",
                told.at().atOffset(ZoneOffset.UTC),
                "on",
                LocalDate.ofInstant(told.at(), Show.ZONE),
                "key",
                fact.key(),
                "thing",
                fact.thing(),
                "side",
                fact.side().name(),
                "office_no",
                viewer.unit() == null ? null : viewer.unitNo(),
                "account",
                viewer.account(),
                "office",
                viewer.office(),
                "who",
                who(viewer),
                "reason",
                scope.reason(),
                "details",
                json.writeValueAsString(fact.details()),
                "for_member",
                fact.toldToMember(),
                "members",
                fact.members().toArray(UUID[]::new));
    }

    private static String who(Viewer viewer) {
        return viewer.unit() == null
                ? viewer.name()
                : viewer.name() + ", " + Show.committee(viewer.unit().name());
    }
}
