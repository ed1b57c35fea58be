package vn.ganbo.screening;

import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Told;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.member.MemberFacts;
import vn.ganbo.member.WorkMoved;

/** What a cell noted of a member, and an open case, go along to the new cell. */
@Component
class ScreeningMoves {
    static final Sql FOLLOW = Sql.of("select screening.follow_work(:member::uuid)");

    private final Db db;

    ScreeningMoves(Db db) {
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
