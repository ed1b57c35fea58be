package vn.ganbo.member;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Scope;

/**
 * Sinh hoạt tạm thời: a member lives for a time in a cell of another organisation and is counted at
 * home. Called by the capabilities above inside their acts, whose facts tell it; {@code id} is that
 * of the act above.
 */
@Component
public class Stays {
    private final StayStore store;

    Stays(StayStore store) {
        this.store = store;
    }

    /**
     * Whom the caller introduces.
     *
     * @param officeNo the host in this program, or null
     * @param hostName its name, of a cell where it is one
     * @param until the last day
     */
    public record Offer(
            UUID id, UUID member, @Nullable Integer officeNo, String hostName, LocalDate until) {}

    /** Introduces a member of the caller; nothing follows until the stay begins. */
    public void offer(Scope scope, Offer offer) {
        store.offer(scope, offer);
    }

    /**
     * The member has come; said by the host, or by the home where the host is outside.
     *
     * @param hostNo the host's cell, or null while it is not known
     */
    public void begin(Scope scope, UUID id, @Nullable Integer hostNo, LocalDate since) {
        store.begin(scope, id, hostNo, since);
    }

    /** The host says in which of its cells the member lives from now on. */
    public void live(Scope scope, UUID id, int hostNo) {
        store.live(scope, id, hostNo);
    }

    /**
     * Who comes for a time from an organisation outside this program.
     *
     * @param workNo that organisation
     * @param officeNo the host, of the caller
     * @param hostNo the host's cell, or null while it is not known
     * @param homeName of the cell where the person is counted
     */
    public record Guest(
            UUID id,
            int workNo,
            int officeNo,
            @Nullable Integer hostNo,
            String homeName,
            String hostName,
            String fullName,
            @Nullable PartialDate birth,
            LocalDate since,
            LocalDate until) {}

    /**
     * Writes down who has come with a letter on paper; name and birth, for the record stays at
     * home. The database refuses a host out of the caller's scope.
     *
     * @return the person's id
     */
    public UUID takeIn(Scope scope, Guest guest) {
        UUID member = Ids.next();
        store.takeIn(scope, member, guest);
        return member;
    }

    /** The stay lasts until another day; said by whoever may change it. */
    public void extend(Scope scope, UUID id, LocalDate until) {
        store.extend(scope, id, until);
    }

    /** Forgets who came on paper, where a disposal of two people says so; returns how many. */
    public int forgetGuests(Scope scope, UUID disposal) {
        return store.forgetGuests(scope, disposal);
    }

    /** The member is back from this day on. */
    public void end(Scope scope, UUID id, LocalDate on) {
        store.end(scope, id, on);
    }
}
