package vn.ganbo.transfer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
import vn.ganbo.member.Decided;
import vn.ganbo.member.Handovers;
import vn.ganbo.member.MemberStatus;
import vn.ganbo.member.Stays;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.UnitSide;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.TransferBook;
import vn.ganbo.regulation.TransferRules;
import vn.ganbo.regulation.WorkingDays;

/**
 * Chuyển sinh hoạt đảng: the office where a member has Party life introduces the member to another
 * one, which places the member in a cell (Quy định 294-QĐ/TW, 6.3.1).
 */
@Service
public class Transfers {
    static final String SAY_WHERE =
            "Chọn tổ chức đảng nơi đến, hoặc ghi tên nơi đến ngoài chương trình.";
    static final int LONGEST = 200;
    static final int LONGEST_REASON = 1000;

    /** Who can be introduced elsewhere; others are gone, or under a decision that comes first. */
    private static final Set<MemberStatus> MAY_GO =
            EnumSet.of(
                    MemberStatus.OFFICIAL,
                    MemberStatus.PROBATIONARY,
                    MemberStatus.EXEMPT,
                    MemberStatus.AWAY);

    private final TransferStore store;
    private final TransferPaper paper;
    private final Handovers handovers;
    private final Stays stays;
    private final Units units;
    private final TransferRules rules;
    private final WorkingDays workingDays;
    private final Facts facts;
    private final Clock clock;

    Transfers(
            TransferStore store,
            TransferPaper paper,
            Handovers handovers,
            Stays stays,
            Units units,
            TransferRules rules,
            WorkingDays workingDays,
            Facts facts,
            Clock clock) {
        this.store = store;
        this.paper = paper;
        this.handovers = handovers;
        this.stays = stays;
        this.units = units;
        this.rules = rules;
        this.workingDays = workingDays;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * What is to be opened.
     *
     * @param blocked whether an inspection or a complaint is under way; asked, never kept
     * @param to the organisation in this program, or null; for a time also another cell of the own
     *     one
     * @param toName the one outside, where {@code to} is null
     */
    public record Opening(
            UUID member,
            TransferCause cause,
            boolean blocked,
            @Nullable String decisionNo,
            LocalDate decisionOn,
            @Nullable UUID to,
            String toName,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {}

    /**
     * From where to where, in which state, and by when.
     *
     * @param placedNo another cell of the own organisation, or null
     */
    record Terms(
            int fromNo,
            TransferState state,
            @Nullable Integer toNo,
            @Nullable Integer placedNo,
            String toName,
            @Nullable LocalDate startDue,
            String rulebook) {}

    /** The letter. */
    record Issued(String number, UUID paper, @Nullable LocalDate handInDue, String dossier) {}

    /** Who signs the letter on paper. */
    public record Signer(String name, String post) {}

    /** A cell proposes to the office above it. */
    static boolean mayPropose(Viewer viewer) {
        return mayOpen(viewer)
                || viewer.is(Role.WORKPLACE_CELL_SECRETARY, Role.RESIDENCE_CELL_SECRETARY);
    }

    static boolean mayOpen(Viewer viewer) {
        return viewer.is(Role.WORKPLACE_OFFICE, Role.RESIDENCE_OFFICE);
    }

    /**
     * Opens a transfer; a cell proposes it to the office above.
     *
     * @throws Refusal while an inspection, a complaint or a screening case is under way, for
     *     somebody who has gone, and beside another transfer
     * @throws Problems by field
     */
    @Transactional
    public UUID open(Viewer viewer, Opening opening) {
        TransferStore.Person person =
                store.person(viewer.scope(), opening.member()).orElseThrow(NotFound::new);
        if (!mayPropose(viewer)) {
            throw new NotFound();
        }
        Stamp stamp = Stamp.of(viewer, clock);
        TransferBook book = rules.on(stamp.on());
        if (opening.blocked()) {
            throw new Refusal("transfer.blocked", book.blocked().basis().source());
        }
        if (!MAY_GO.contains(person.status())) {
            throw new Refusal("transfer.not-in-party-life", Labels.of(person.status()));
        }
        if (person.running()) {
            throw new Refusal("transfer.running");
        }
        if (opening.cause().kind() == TransferKind.OFFICIAL) {
            notHeld(viewer, person.id());
        }
        Terms terms = checked(viewer, person, opening, stamp.on(), book);

        UUID id = Ids.next();
        store.open(viewer.scope(), id, person, opening, terms, stamp);

        facts.tell(
                viewer,
                terms.state() == TransferState.PROPOSED
                        ? new TransferFacts.TransferStep(
                                id,
                                TransferFacts.PROPOSED,
                                person.id(),
                                "",
                                List.of(terms.fromNo()))
                        : new TransferFacts.TransferStep(
                                id, TransferFacts.OPENED, person.id(), "", List.of()));
        return id;
    }

    /** What is under way about the member's standing is brought to its end where it began. */
    private void notHeld(Viewer viewer, UUID member) {
        handovers
                .held(viewer.scope(), member)
                .ifPresent(what -> {
                    throw new Refusal("transfer.held", what);
                });
    }

    private Terms checked(
            Viewer viewer,
            TransferStore.Person person,
            Opening opening,
            LocalDate today,
            TransferBook book) {
        Problems.Gatherer problems = new Problems.Gatherer();
        if (opening.decisionOn().isAfter(today)) {
            problems.add(
                    "decisionOn",
                    "Ngày %s chưa đến. Mở hồ sơ khi đã có quyết định."
                            .formatted(Show.date(opening.decisionOn())));
        }
        UUID to = opening.to();
        Unit unit = to == null ? null : units.find(viewer.scope(), to).orElse(null);
        if (unit == null && opening.toName().isEmpty()) {
            problems.add("to", SAY_WHERE);
        }
        int from = mayOpen(viewer) ? viewer.unitNo() : above(viewer);
        boolean temporary = opening.cause().kind() == TransferKind.TEMPORARY;
        Integer toNo = unit == null ? null : Integer.valueOf(unit.no());
        Integer placedNo = null;
        if (unit != null && units.subtree(viewer.scope(), from).contains(unit)) {
            inside(viewer, person, unit, temporary, problems);
            toNo = from;
            placedNo = unit.no();
        }
        if (temporary) {
            stay(opening, book, problems);
        }
        problems.check();
        return new Terms(
                from,
                mayOpen(viewer) ? TransferState.OPENED : TransferState.PROPOSED,
                toNo,
                placedNo,
                unit == null ? opening.toName() : unit.name(),
                temporary ? null : workingDays.plus(opening.decisionOn(), book.startDays()),
                book.reference());
    }

    /**
     * Within one organisation a member may help in another cell for a time; the rule names cells
     * and does not ask for another committee (Quy định 232-QĐ/TW, 6.3.2). For good it is a move.
     */
    private void inside(
            Viewer viewer,
            TransferStore.Person person,
            Unit unit,
            boolean temporary,
            Problems.Gatherer problems) {
        if (!temporary) {
            problems.add(
                    "to",
                    "%s thuộc đơn vị mình. Chuyển trong nội bộ thì ghi ở Quá trình của đảng viên."
                            .formatted(unit.name()));
        } else if (unit.kind() != UnitKind.CELL) {
            problems.add(
                    "to",
                    "%s là đơn vị mình. Sinh hoạt tạm thời trong nội bộ thì chọn chi bộ nơi đến."
                            .formatted(unit.name()));
        } else if (units.above(viewer.scope(), person.workNo()).contains(unit)) {
            problems.add(
                    "to",
                    "Đồng chí đang sinh hoạt ở chính %s. Chọn chi bộ khác.".formatted(unit.name()));
        }
    }

    /** Cells of the own organisation where somebody may help for a time. */
    List<Integer> cellsBeside(Viewer viewer, int workNo) {
        int from = mayOpen(viewer) ? viewer.unitNo() : above(viewer);
        return units.subtree(viewer.scope(), from).stream()
                .filter(unit -> unit.kind() == UnitKind.CELL && unit.no() != workNo)
                .map(Unit::no)
                .toList();
    }

    /** The office that a cell proposes to: that of its organisation. */
    private int above(Viewer viewer) {
        return units.above(viewer.scope(), viewer.unitNo()).stream()
                .filter(unit ->
                        unit.kind() == UnitKind.GRASSROOTS || unit.kind() == UnitKind.COMMUNE)
                .findFirst()
                .orElseThrow(NotFound::new)
                .no();
    }

    private static void stay(Opening opening, TransferBook book, Problems.Gatherer problems) {
        LocalDate since = opening.since();
        LocalDate until = opening.until();
        if (since == null || until == null || until.isBefore(since)) {
            problems.add("until", "Ghi ngày đầu và ngày cuối của thời gian tạm thời.");
            return;
        }
        if (since.isBefore(opening.decisionOn())) {
            problems.add("since", "Ngày đầu trước ngày quyết định. Xem lại hai ngày này.");
        }
        length(opening.cause(), since, until, book, problems);
    }

    /** A stay is as long as the rule says; a longer one is for good, a shorter one needs none. */
    static void length(
            TransferCause cause,
            LocalDate since,
            LocalDate until,
            TransferBook book,
            Problems.Gatherer problems) {
        boolean study = cause == TransferCause.STUDY;
        TransferBook.Months months = study ? book.study() : book.temporary();
        if (!months.fits(since, until)) {
            problems.add(
                    "until",
                    "Chuyển tạm thời %s từ %d tháng đến %s %d tháng (%s). Dài hơn thì chuyển chính thức; ngắn hơn thì không cần chuyển."
                            .formatted(
                                    study ? "để học tập" : "vì công tác, cư trú",
                                    months.least(),
                                    months.inclusive() ? "hết" : "dưới",
                                    months.most(),
                                    months.basis().source()));
        }
    }

    /**
     * Cấp giấy giới thiệu: numbers and keeps the letter; from now on the office it leads to sees
     * the case, and may take the member over.
     *
     * @param given keys of the papers that lie in the sealed file
     */
    @Transactional
    public void issue(
            Viewer viewer,
            UUID id,
            int version,
            Collection<String> given,
            boolean sealed,
            Signer signer) {
        Transfer transfer = mine(viewer, id);
        TransferLifecycle.require(transfer.state(), TransferState.ISSUED);
        if (!transfer.temporary()) {
            notHeld(viewer, transfer.memberId());
        }
        Stamp stamp = Stamp.of(viewer, clock);
        TransferBook book = rules.on(stamp.on());
        Problems.Gatherer problems = new Problems.Gatherer();
        List<TransferBook.Item> papers = transfer.inside() ? List.of() : book.dossier();
        papers.stream()
                .filter(item -> !given.contains(item.key()))
                .forEach(item ->
                        problems.add(
                                "dossier",
                                "Hồ sơ còn thiếu: %s."
                                        .formatted(
                                                item.label().toLowerCase(java.util.Locale.ROOT))));
        if (!sealed && !transfer.inside()) {
            problems.add("sealed", "Niêm phong hồ sơ trước khi giao đảng viên mang theo.");
        }
        if (signer.name().isEmpty()) {
            problems.add("signer", "Ghi họ và tên người ký.");
        }
        if (signer.post().isEmpty()) {
            problems.add("post", "Ghi chức vụ người ký.");
        }
        problems.check();

        String dossier =
                papers.stream().map(TransferBook.Item::label).collect(Collectors.joining("; "));
        LocalDate due = workingDays.plus(stamp.on(), book.handInDays());
        TransferPaper.Kept kept = paper.keep(viewer, transfer, signer, dossier, due, stamp.on());
        store.issue(
                viewer.scope(),
                transfer,
                version,
                new Issued(kept.number(), kept.paper(), due, dossier),
                stamp);
        Integer to = transfer.toNo();
        if (transfer.temporary()) {
            stays.offer(
                    viewer.scope(),
                    new Stays.Offer(
                            id,
                            transfer.memberId(),
                            to,
                            transfer.toName(),
                            Objects.requireNonNull(transfer.until())));
        } else if (to != null) {
            handovers.offer(viewer.scope(), id, transfer.memberId(), to, stamp.on());
        }

        tell(viewer, transfer, TransferFacts.ISSUED, kept.number());
    }

    /** Tiếp nhận: the office it leads to has the letter and the sealed file in hand. */
    @Transactional
    void receive(Viewer viewer, UUID id, int version, LocalDate on) {
        Transfer transfer = coming(viewer, id);
        TransferLifecycle.require(transfer.state(), TransferState.RECEIVED);
        Stamp stamp = Stamp.of(viewer, clock);
        between(on, transfer.issuedOn(), stamp.on(), "on");

        store.step(
                viewer.scope(),
                transfer,
                version,
                TransferState.RECEIVED,
                TransferStore.Added.received(on),
                stamp);

        tell(viewer, transfer, TransferFacts.RECEIVED, number(transfer));
    }

    /** Phân về chi bộ: from this day on the member belongs to the cell, and to this office. */
    @Transactional
    void place(Viewer viewer, UUID id, int version, int cellNo, LocalDate on) {
        Transfer transfer = coming(viewer, id);
        TransferLifecycle.require(transfer.state(), TransferState.PLACED);
        Unit cell = units.find(viewer.scope(), cellNo).orElseThrow(NotFound::new);
        if (cell.kind() != UnitKind.CELL || !viewer.scope().sees(cellNo)) {
            throw Problems.of("cell", "Chọn một chi bộ của đơn vị.");
        }
        Stamp stamp = Stamp.of(viewer, clock);
        between(on, transfer.receivedOn(), stamp.on(), "on");

        store.step(
                viewer.scope(),
                transfer,
                version,
                TransferState.PLACED,
                new TransferStore.Added(null, cellNo, on, null, on, null),
                stamp);
        handovers.take(
                viewer.scope(),
                id,
                cellNo,
                on,
                new Decided(
                        transfer.number(),
                        transfer.issuedOn(),
                        Show.committee(transfer.fromName())));

        facts.tell(
                viewer,
                new TransferFacts.TransferPlaced(
                        id, transfer.memberId(), cell.name(), transfer.fromNo()));
    }

    /** Trả lại: the office it leads to gives it back, with a reason that the other reads. */
    @Transactional
    void giveBack(Viewer viewer, UUID id, int version, String because) {
        Transfer transfer = coming(viewer, id);
        close(viewer, transfer, version, TransferState.RETURNED, because);

        tell(viewer, transfer, TransferFacts.RETURNED, number(transfer));
    }

    /** Hủy: the office that introduces takes it back; the letter is void. */
    @Transactional
    void cancel(Viewer viewer, UUID id, int version, String because) {
        Transfer transfer = mine(viewer, id);
        close(viewer, transfer, version, TransferState.CANCELLED, because);
        paper.makeVoid(viewer, transfer);

        tell(viewer, transfer, TransferFacts.CANCELLED, number(transfer));
    }

    private void close(
            Viewer viewer, Transfer transfer, int version, TransferState to, String because) {
        TransferLifecycle.require(transfer.state(), to);
        Problems.Gatherer problems = new Problems.Gatherer();
        if (because.isEmpty()) {
            problems.add("because", "Ghi lý do; nơi kia và đảng viên đọc được.");
        }
        problems.atMost("because", because, LONGEST_REASON);
        problems.check();
        Stamp stamp = Stamp.of(viewer, clock);

        store.step(
                viewer.scope(),
                transfer,
                version,
                to,
                TransferStore.Added.closed(stamp.on(), because),
                stamp);
        handovers.close(viewer.scope(), transfer.id(), stamp.on());
    }

    /**
     * Đã chuyển ra ngoài: the slip of an organisation outside this program came back; the member's
     * status says so from that day.
     *
     * @param slipNo number of the slip, or empty
     */
    @Transactional
    void leave(Viewer viewer, UUID id, int version, String slipNo, LocalDate on) {
        Transfer transfer = mine(viewer, id);
        if (!transfer.outside() || transfer.temporary()) {
            throw new Refusal("transfer.wrong-state", Labels.of(transfer.state()));
        }
        TransferLifecycle.require(transfer.state(), TransferState.LEFT);
        Stamp stamp = Stamp.of(viewer, clock);
        between(on, transfer.issuedOn(), stamp.on(), "on");

        store.step(
                viewer.scope(),
                transfer,
                version,
                TransferState.LEFT,
                new TransferStore.Added(on, null, null, slipNo.isEmpty() ? null : slipNo, on, null),
                stamp);
        handovers.status(
                viewer.scope(),
                transfer.memberId(),
                MemberStatus.TRANSFERRED,
                on,
                new Decided(
                        transfer.number(),
                        transfer.issuedOn(),
                        Show.committee(transfer.fromName())));

        tell(viewer, transfer, TransferFacts.LEFT, number(transfer));
    }

    /** A transfer that this office introduces. */
    Transfer mine(Viewer viewer, UUID id) {
        Transfer transfer = store.one(viewer.scope(), id).orElseThrow(NotFound::new);
        if (!mayOpen(viewer) || !transfer.from(viewer.scope())) {
            throw new NotFound();
        }
        return transfer;
    }

    /** A transfer that leads to this office. */
    Transfer coming(Viewer viewer, UUID id) {
        Transfer transfer = store.one(viewer.scope(), id).orElseThrow(NotFound::new);
        if (!mayOpen(viewer) || !transfer.to(viewer.scope())) {
            throw new NotFound();
        }
        return transfer;
    }

    void tell(Viewer viewer, Transfer transfer, String step, String number) {
        boolean issued = transfer.issuedOn() != null || step.equals(TransferFacts.ISSUED);
        facts.tell(
                viewer,
                new TransferFacts.TransferStep(
                        transfer.id(),
                        step,
                        transfer.memberId(),
                        number,
                        issued ? also(viewer, transfer, transfer.placedNo()) : List.of()));
    }

    /**
     * Who is told beside the member's workplace, which hears through the member: the host's cell,
     * whose office reads what it is told, or the office that the letter leads to while the cell is
     * not known; and a ward as the home.
     */
    static List<Integer> also(Viewer viewer, Transfer transfer, @Nullable Integer hostCell) {
        List<Integer> also = new ArrayList<>();
        boolean from = transfer.from(viewer.scope());
        Integer to = transfer.toNo();
        if (hostCell != null && transfer.temporary()) {
            also.add(hostCell);
        } else if (to != null && from) {
            also.add(to);
        }
        if (transfer.fromSide() == UnitSide.RESIDENCE && !from) {
            also.add(transfer.fromNo());
        }
        return also;
    }

    static String number(Transfer transfer) {
        return Objects.requireNonNullElse(transfer.number(), "");
    }

    /** A day neither before another one nor to come. */
    static void between(LocalDate on, @Nullable LocalDate first, LocalDate today, String field) {
        if (on.isAfter(today)) {
            throw Problems.of(field, "Ngày %s chưa đến.".formatted(Show.date(on)));
        }
        if (first != null && on.isBefore(first)) {
            throw Problems.of(
                    field,
                    "Ngày này trước ngày %s của bước trước. Xem lại.".formatted(Show.date(first)));
        }
    }
}
