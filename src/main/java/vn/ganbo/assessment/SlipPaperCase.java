package vn.ganbo.assessment;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.PaperCase;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;

/** A comment slip that was returned belongs to its case. */
@Component
class SlipPaperCase implements PaperCase {
    static final Sql OF_PAPER =
            Sql.of(
                    """
                    select c.id
                      from assessment.comment c
                     where c.paper_id = :paper::uuid
                       and ((c.unit_no between :low and :high and c.unit_no <@ :scope::int4multirange)
                            or (c.work_no between :low and :high and c.work_no <@ :scope::int4multirange)
                            or c.member_id = :self::uuid)
                    """);

    private final Db db;

    SlipPaperCase(Db db) {
        this.db = db;
    }

    @Override
    public Optional<String> path(Viewer viewer, UUID paper) {
        return db.one(
                viewer.scope(),
                OF_PAPER,
                row -> "/comments/" + row.getObject("id", UUID.class),
                "paper",
                paper);
    }
}
