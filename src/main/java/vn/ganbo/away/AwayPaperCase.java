package vn.ganbo.away;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.PaperCase;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;

/** A decision or notice belongs to its application, a letter to its request. */
@Component
class AwayPaperCase implements PaperCase {
    static final Sql OF_PAPER =
            Sql.of(
                    """
                    select a.id, '/away/applications/'::text as at
                      from document.published_paper p
                      join away.application a on a.id = p.about_id
                     where p.id = :paper::uuid
                       and ((a.work_no between :low and :high and a.work_no <@ :scope::int4multirange)
                            or a.member_id = :self::uuid)
                    union all
                    select r.id, '/away/requests/'::text
                      from document.published_paper p
                      join away.stay_request r on r.id = p.about_id
                     where p.id = :paper::uuid
                       and r.work_no between :low and :high
                       and r.work_no <@ :scope::int4multirange
                    """);

    private final Db db;

    AwayPaperCase(Db db) {
        this.db = db;
    }

    @Override
    public Optional<String> path(Viewer viewer, UUID paper) {
        return db.one(
                viewer.scope(),
                OF_PAPER,
                row ->
                        viewer.is(Role.MEMBER)
                                ? MyAwayPages.PATH
                                : row.getString("at") + row.getObject("id", UUID.class),
                "paper",
                paper);
    }
}
