package vn.ganbo.transfer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.member.Stays;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;
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
    private final Stays stays;
    private final Units units;
    private final StayPaper paper;
    private final Facts facts;
    private final Clock clock;

    HostStays(
            Transfers transfers,
            TransferStore store,
            TransferRules rules,
            WorkingDays workingDays,
            Stays stays,
            Units units,
            StayPaper paper,
            Facts facts,
            Clock clock) {
        this.transfers = transfers;
        this.store = store;
        this.rules = rules;
        this.workingDays = workingDays;
        this.stays = stays;
        this.units = units;
        this.paper = paper;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * The member has come to the host; the home office says so of a host outside the program.
     *
     * @param cellNo the host's cell where the member lives, or null while it is not known
     * @throws Problems for a day before the letter, to come, or after the last one; for a cell that
     *     is not the host's
     */
    @Transactional
    public void begin(Viewer viewer, UUID id, int version, LocalDate on, @Nullable Integer cellNo) {
        Transfer transfer = host(viewer, id);
        TransferLifecycle.require(transfer.state(), TransferState.STAYING);
        Stamp stamp = Stamp.of(viewer, clock);
        Transfers.between(on, transfer.issuedOn(), stamp.on(), "on");
        if (on.isAfter(transfer.until())) {
            throw Problems.of(
                    "on",
                    "Giấy giới thiệu chỉ đến hết ngày %s. Xem lại ngày đến, hoặc trả lại giấy."
                            .formatted(Show.date(transfer.until())));
        }
        Integer known = transfer.placedNo();
        Integer cell =
                cellNo == null ? known : Integer.valueOf(cell(viewer, transfer, cellNo).no());

        store.step(
                viewer.scope(),
                transfer,
                version,
                TransferState.STAYING,
                TransferStore.Added.received(on, cell),
                stamp);
        stays.begin(viewer.scope(), id, cell, on);

        facts.tell(
                viewer,
                new TransferFacts.TransferStep(
                        id,
                        TransferFacts.STAY_BEGUN,
                        transfer.memberId(),
                        Transfers.number(transfer),
                        Transfers.also(viewer, transfer, cell)));
    }

    /**
     * The host says in which of its cells the member lives; may be said again when that changes.
     *
     * @throws Problems for a cell that is not the host's
     */
    @Transactional
    public void live(Viewer viewer, UUID id, int version, int cellNo) {
        Transfer transfer = host(viewer, id);
        require(transfer);
        Unit cell = cell(viewer, transfer, cellNo);

        store.live(viewer.scope(), transfer, version, cell.no(), Stamp.of(viewer, clock));
        stays.live(viewer.scope(), id, cell.no());

        facts.tell(
                viewer,
                new TransferFacts.StayPlaced(
                        id,
                        transfer.memberId(),
                        cell.name(),
                        Transfers.also(viewer, transfer, cell.no())));
        Integer before = transfer.placedNo();
        if (before != null && before != cell.no()) {
            facts.tell(
                    viewer,
                    new TransferFacts.StayLeftCell(
                            Ids.next(), transfer.fullName(), cell.name(), before));
        }
    }

    /**
     * What makes a stay longer.
     *
     * @param decisionNo number of the paper that says so, or null
     */
    public record Longer(LocalDate until, @Nullable String decisionNo, LocalDate decisionOn) {}

    /**
     * Gia hạn: the office that introduces lets the member stay longer and tells the host by a công
     * văn; of a home outside the program the host notes it from that paper. The whole time stays
     * within what the rule allows.
     *
     * @throws Problems by field (until, decisionOn)
     */
    @Transactional
    public void extend(Viewer viewer, UUID id, int version, Longer longer) {
        Transfer transfer = either(viewer, id);
        if (!transfer.temporary() || !mayAsk(viewer, transfer)) {
            throw new NotFound();
        }
        require(transfer);
        Stamp stamp = Stamp.of(viewer, clock);
        checkLonger(transfer, longer, stamp.on());

        @Nullable UUID kept =
                transfer.fromOutside()
                        ? null
                        : paper.extension(viewer, transfer, longer, stamp.on());
        store.extend(viewer.scope(), transfer, version, longer, kept, stamp);
        stays.extend(viewer.scope(), id, longer.until());

        facts.tell(
                viewer,
                new TransferFacts.StayExtended(
                        id,
                        transfer.memberId(),
                        Transfers.number(transfer),
                        Objects.requireNonNull(transfer.until()),
                        longer.until(),
                        Transfers.also(viewer, transfer, transfer.placedNo())));
    }

    private void checkLonger(Transfer transfer, Longer longer, LocalDate today) {
        Problems.Gatherer problems = new Problems.Gatherer();
        LocalDate since = Objects.requireNonNull(transfer.since());
        LocalDate until = Objects.requireNonNull(transfer.until());
        if (!longer.until().isAfter(until)) {
            problems.add(
                    "until",
                    "Giấy đã cho đến hết ngày %s. Gia hạn thì ghi một ngày sau đó."
                            .formatted(Show.date(until)));
        } else if (longer.until().isBefore(today)) {
            problems.add(
                    "until",
                    "Ngày %s đã qua. Nếu đảng viên đã về thì ghi ở mục Trở về."
                            .formatted(Show.date(longer.until())));
        } else {
            Transfers.length(transfer.cause(), since, longer.until(), rules.on(today), problems);
        }
        LocalDate issued = transfer.issuedOn();
        if (longer.decisionOn().isAfter(today)) {
            problems.add(
                    "decisionOn",
                    "Ngày %s chưa đến. Gia hạn khi đã có văn bản."
                            .formatted(Show.date(longer.decisionOn())));
        } else if (issued != null && longer.decisionOn().isBefore(issued)) {
            problems.add(
                    "decisionOn",
                    "Văn bản gia hạn có sau giấy giới thiệu ngày %s. Xem lại ngày này."
                            .formatted(Show.date(issued)));
        }
        problems.check();
    }

    /** A cell of the host, and not the one where the member is counted. */
    private Unit cell(Viewer viewer, Transfer transfer, int cellNo) {
        return units.find(viewer.scope(), cellNo)
                .filter(unit -> unit.kind() == UnitKind.CELL)
                .filter(unit -> viewer.scope().sees(unit.no()))
                .filter(unit -> !transfer.outside())
                .filter(unit -> unit.no() != transfer.workNo())
                .orElseThrow(() ->
                        Problems.of("cell", "Chọn một chi bộ của đơn vị, khác chi bộ chính thức."));
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
        stays.end(viewer.scope(), id, on);

        transfers.tell(viewer, transfer, TransferFacts.STAY_ENDED, Transfers.number(transfer));
    }

    /**
     * The home office asks the host what it says of the member in this year, once a year; of a home
     * outside the program the host notes that it was asked.
     */
    @Transactional
    public void ask(Viewer viewer, UUID id) {
        Transfer transfer = either(viewer, id);
        if (!mayAsk(viewer, transfer)) {
            throw new NotFound();
        }
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

    /**
     * What the host says: its cell where the member lives, or its office; the home office writes it
     * down where the host is outside.
     */
    @Transactional
    public void answer(Viewer viewer, UUID id, UUID comment, String words) {
        Transfer transfer = store.one(viewer.scope(), id).orElseThrow(NotFound::new);
        if (!mayAnswer(viewer, transfer)) {
            throw new NotFound();
        }
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

    static boolean mayAsk(Viewer viewer, Transfer transfer) {
        return Transfers.mayOpen(viewer)
                && (transfer.fromOutside()
                        ? transfer.to(viewer.scope())
                        : transfer.from(viewer.scope()));
    }

    static boolean mayAnswer(Viewer viewer, Transfer transfer) {
        boolean office = Transfers.mayOpen(viewer) && speaksForHost(viewer, transfer);
        boolean cell =
                viewer.is(Role.WORKPLACE_CELL_SECRETARY, Role.RESIDENCE_CELL_SECRETARY)
                        && transfer.hostCell(viewer.scope());
        return transfer.temporary() && (office || cell);
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
