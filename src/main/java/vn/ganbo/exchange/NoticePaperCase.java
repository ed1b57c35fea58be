package vn.ganbo.exchange;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.PaperCase;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;

/** The công văn of a notice belongs to its case. */
@Component
class NoticePaperCase implements PaperCase {
    static final Sql OF_PAPER =
            Sql.of(
                    """
                    select n.id
                      from exchange.notice n
                     where n.paper_id = :paper::uuid
                       and ((n.work_no between :low and :high and n.work_no <@ :scope::int4multirange)
                            or (n.res_no between :low and :high and n.res_no <@ :scope::int4multirange)
                            or n.member_id = :self::uuid)
                    """);

    private final Db db;

    NoticePaperCase(Db db) {
        this.db = db;
    }

    @Override
    public Optional<String> path(Viewer viewer, UUID paper) {
        return db.one(
                viewer.scope(),
                OF_PAPER,
                row -> "/exchange/" + row.getObject("id", UUID.class),
                "paper",
                paper);
    }
}
