package vn.ganbo.transfer;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Retained;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.member.Stays;
import vn.ganbo.regulation.Retention;

/**
 * Who came for a time with a letter on paper, or left, is known here for a time only; papers stay.
 */
@Component
class GuestsRetained implements Retained {
    static final Sql DUE =
            Sql.of(
                    """
                    select k.kind, transfer.due(k.before_day) as due
                      from unnest(:kinds::text[], :days::date[]) as k (kind, before_day)
                     where k.kind = 'guests'
                    """);

    static final Sql DISPOSE = Sql.of("select transfer.dispose(:disposal::uuid)");

    static final Sql FORGET_LEFT = Sql.of("select transfer.forget_left(:disposal::uuid)");

    private final Db db;
    private final Stays stays;

    GuestsRetained(Db db, Stays stays) {
        this.db = db;
        this.stays = stays;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Retention.GUESTS);
    }

    @Override
    public Sql due() {
        return DUE;
    }

    @Override
    public int dispose(Scope scope, UUID disposal) {
        stays.forgetGuests(scope, disposal);
        return (int) db.number(scope, DISPOSE, "disposal", disposal);
    }

    /** Who left the Party, or this program, has a name in the transfers too. */
    @Override
    public void follow(Scope scope, String kind, UUID disposal) {
        if (Retention.MEMBERS_LEFT.equals(kind)) {
            db.number(scope, FORGET_LEFT, "disposal", disposal);
        }
    }
}
