package vn.ganbo.member;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Scope;

/**
 * Bàn giao đảng viên: one office lets a member go, the other takes the member over; and the status
 * that a decision gives. Called by the capabilities above inside their acts, whose facts tell it.
 */
@Component
public class Handovers {
    private final HandoverStore store;
    private final PeriodStore periods;
    private final MemberTies ties;

    Handovers(HandoverStore store, PeriodStore periods, MemberTies ties) {
        this.store = store;
        this.periods = periods;
        this.ties = ties;
    }

    /** What has to be ended before this member may be introduced elsewhere, as a sentence. */
    public Optional<String> held(Scope scope, UUID member) {
        return Optional.ofNullable(ties.holding(scope, List.of(member)).get(member));
    }

    /**
     * Lets a member go to an organisation; {@code id} is that of the act above.
     *
     * @throws NotFound when the member is not the caller's
     */
    public void offer(Scope scope, UUID id, UUID member, int toNo, LocalDate on) {
        store.offer(scope, id, member, toNo, on);
    }

    /** Ends an offer that was taken back or given back; nothing where there is none. */
    public void close(Scope scope, UUID id, LocalDate on) {
        store.close(scope, id, on);
    }

    /**
     * Places a member who was handed over in one of the caller's cells.
     *
     * @param since first day there; the last one at the old cell is the day before
     * @throws NotFound without an open handover to the caller, or a cell of the caller
     */
    public void take(Scope scope, UUID id, int unitNo, LocalDate since, Decided by) {
        store.take(scope, id, unitNo, since, by);
    }

    /**
     * Gives a member of the caller another status from a day on.
     *
     * @throws Refusal where it overlaps a period that is on record
     */
    public void status(Scope scope, UUID member, MemberStatus status, LocalDate since, Decided by) {
        Periods.NewPeriod period =
                new Periods.NewPeriod(
                        PeriodKind.STATUS,
                        status,
                        null,
                        null,
                        since,
                        null,
                        by.number(),
                        by.on(),
                        by.issuer());
        if (periods.overlaps(scope, member, period)) {
            throw new Refusal("member.status-overlaps");
        }
        periods.add(scope, member, period);
    }
}
