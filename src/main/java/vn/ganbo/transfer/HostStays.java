package vn.ganbo.transfer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.TransferRules;
import vn.ganbo.regulation.WorkingDays;

/**
 * Sinh hoạt tạm thời: a member is with a host for a time and is counted at home; before the yearly
 * review the host is asked for its comment (Quy định 29-QĐ/TW).
 */
@Service
public class HostStays {
    private final Transfers transfers;
    private final TransferStore store;
    private final TransferRules rules;
    private final WorkingDays workingDays;
    private final Clock clock;

    HostStays(
            Transfers transfers,
            TransferStore store,
            TransferRules rules,
            WorkingDays workingDays,
            Clock clock) {
        this.transfers = transfers;
        this.store = store;
        this.rules = rules;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** The member has come to the host; the home office says so of a host outside the program. */
    @Transactional
    public void begin(Viewer viewer, UUID id, int version, LocalDate on) {
        Transfer transfer = host(viewer, id);
        TransferLifecycle.require(transfer.state(), TransferState.STAYING);
        Stamp stamp = Stamp.of(viewer, clock);
        Transfers.between(on, transfer.issuedOn(), stamp.on(), "on");

        store.step(
                viewer.scope(),
                transfer,
                version,
                TransferState.STAYING,
                TransferStore.Added.received(on),
                stamp);

        transfers.tell(viewer, transfer, TransferFacts.STAY_BEGUN, Transfers.number(transfer));
    }

    /** The member is back; may be said by home or host, and before the last day. */
    @Transactional
    void end(Viewer viewer, UUID id, int version, LocalDate on) {
        Transfer transfer = either(viewer, id);
        TransferLifecycle.require(transfer.state(), TransferState.ENDED);
        Stamp stamp = Stamp.of(viewer, clock);
        Transfers.between(on, transfer.receivedOn(), stamp.on(), "on");

        store.step(
                viewer.scope(),
                transfer,
                version,
                TransferState.ENDED,
                TransferStore.Added.closed(on, null),
                stamp);

        transfers.tell(viewer, transfer, TransferFacts.STAY_ENDED, Transfers.number(transfer));
    }

    /** The home office asks the host what it says of the member in this year, once a year. */
    @Transactional
    public void ask(Viewer viewer, UUID id) {
        Transfer transfer = transfers.mine(viewer, id);
        require(transfer);
        Stamp stamp = Stamp.of(viewer, clock);
        int year = stamp.on().getYear();
        if (store.comments(viewer.scope(), id).stream().anyMatch(c -> c.year() == year)) {
            throw new Refusal("transfer.comment-asked", Integer.toString(year));
        }

        store.ask(
                viewer.scope(),
                transfer,
                Ids.next(),
                year,
                workingDays.plus(stamp.on(), rules.on(stamp.on()).commentDays()),
                stamp);

        transfers.tell(viewer, transfer, TransferFacts.COMMENT_ASKED, Transfers.number(transfer));
    }

    /** What the host says; the home office writes it down where the host is outside. */
    @Transactional
    void answer(Viewer viewer, UUID id, UUID comment, String words) {
        Transfer transfer = host(viewer, id);
        Problems.Gatherer problems = new Problems.Gatherer();
        if (words.isEmpty()) {
            problems.add("answer", "Ghi nhận xét về việc sinh hoạt và thực hiện nhiệm vụ.");
        }
        problems.atMost("answer", words, Transfers.LONGEST_REASON);
        problems.check();
        Stamp stamp = Stamp.of(viewer, clock);

        store.answer(viewer.scope(), transfer, comment, words, stamp);

        transfers.tell(
                viewer, transfer, TransferFacts.COMMENT_ANSWERED, Transfers.number(transfer));
    }

    private static void require(Transfer transfer) {
        if (transfer.state() != TransferState.STAYING) {
            throw new Refusal("transfer.wrong-state", Labels.of(transfer.state()));
        }
    }

    /** Who speaks for the host. */
    private Transfer host(Viewer viewer, UUID id) {
        Transfer transfer = either(viewer, id);
        if (!transfer.temporary() || !speaksForHost(viewer, transfer)) {
            throw new NotFound();
        }
        return transfer;
    }

    static boolean speaksForHost(Viewer viewer, Transfer transfer) {
        return transfer.outside() ? transfer.from(viewer.scope()) : transfer.to(viewer.scope());
    }

    private Transfer either(Viewer viewer, UUID id) {
        Transfer transfer = store.one(viewer.scope(), id).orElseThrow(NotFound::new);
        if (!Transfers.mayOpen(viewer)
                || !(transfer.from(viewer.scope()) || transfer.to(viewer.scope()))) {
            throw new NotFound();
        }
        return transfer;
    }

    /** Days until the last one; negative when it is over. */
    static long daysLeft(Transfer transfer, LocalDate today) {
        LocalDate until = transfer.until();
        return until == null ? 0 : java.time.temporal.ChronoUnit.DAYS.between(today, until);
    }

    /** "từ 01/03/2026 đến hết 30/06/2026". */
    static String time(Transfer transfer) {
        return "từ %s đến hết %s"
                .formatted(Show.date(transfer.since()), Show.date(transfer.until()));
    }
}
