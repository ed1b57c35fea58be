package vn.ganbo.away;

import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Told;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.member.MemberFacts;
import vn.ganbo.member.WorkMoved;

/** Who goes on in another cell is asked after by that cell. */
@Component
class AwayMoves {
    static final Sql FOLLOW = Sql.of("select away.follow_work(:member::uuid)");

    private final Db db;

    AwayMoves(Db db) {
        this.db = db;
    }

    @EventListener
    void follow(Told told) {
        switch (told.fact()) {
            case MemberFacts.PeriodAdded added when added.ofWorkplace() ->
                    follow(told.viewer(), added.thing());
            case WorkMoved moved -> follow(told.viewer(), moved.member());
            default -> {
                // nobody has moved
            }
        }
    }

    private void follow(Viewer viewer, UUID member) {
        db.number(viewer.scope(), FOLLOW, "member", member);
    }
}
