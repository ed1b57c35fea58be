package vn.ganbo.transfer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.member.Stays;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.TransferBook;
import vn.ganbo.regulation.TransferRules;

/**
 * Sinh hoạt tạm thời đến bằng giấy: the office that introduces works with another installation or
 * with paper alone. The host takes the letter in; from then on it is a stay like any other, and
 * what the home asks of the host is answered on paper.
 */
@Service
public class PaperStays {
    /** As {@link TransferPaper} writes the time. */
    private static final Pattern TIME =
            Pattern.compile("từ (\\d{2}/\\d{2}/\\d{4}) đến hết (\\d{2}/\\d{2}/\\d{4})");

    private final TransferStore store;
    private final Stays stays;
    private final Units units;
    private final TransferRules rules;
    private final StayPaper paper;
    private final Facts facts;
    private final Clock clock;

    PaperStays(
            TransferStore store,
            Stays stays,
            Units units,
            TransferRules rules,
            StayPaper paper,
            Facts facts,
            Clock clock) {
        this.store = store;
        this.stays = stays;
        this.units = units;
        this.rules = rules;
        this.paper = paper;
        this.facts = facts;
        this.clock = clock;
    }

    /** The days between which a letter lets a member stay, as its words say them. */
    public record Time(String since, String until) {
        static final Time UNKNOWN = new Time("", "");
    }

    /** Reads the time out of a letter; empty texts where its words are others. */
    public static Time time(List<String> paragraphs) {
        return paragraphs.stream()
                .map(TIME::matcher)
                .filter(Matcher::find)
                .findFirst()
                .map(found -> new Time(found.group(1), found.group(2)))
                .orElse(Time.UNKNOWN);
    }

    /**
     * A letter that came on paper, and who came with it.
     *
     * @param sender id of the office that introduces in its own installation, or null
     * @param senderCode its code there, or null
     * @param committee as the letter names it
     * @param homeCell where the person is counted, or empty
     * @param since first day that the letter allows
     * @param until the last one
     * @param arrivedOn the day on which the person came with it
     * @param cell of the host, or null while it is not known
     */
    public record Arrived(
            @Nullable UUID sender,
            @Nullable String senderCode,
            String committee,
            String homeCell,
            String number,
            LocalDate dated,
            TransferCause cause,
            LocalDate since,
            LocalDate until,
            LocalDate arrivedOn,
            @Nullable Integer cell,
            String fullName,
            @Nullable PartialDate birth) {}

    /**
     * Takes in who comes for a time; called by {@code intake} inside its act.
     *
     * @return the case
     * @throws Problems by field (since, until, arrivedOn, cell)
     * @throws Refusal when this letter was taken in before
     */
    @Transactional
    public UUID receive(Viewer viewer, Arrived arrived) {
        if (!Transfers.mayOpen(viewer)) {
            throw new NotFound();
        }
        Stamp stamp = Stamp.of(viewer, clock);
        TransferBook book = rules.on(stamp.on());
        check(viewer, arrived, stamp.on(), book);
        int from =
                units.outside(viewer, arrived.sender(), arrived.senderCode(), arrived.committee());
        store.cameBefore(viewer.scope(), from, arrived.number(), arrived.dated())
                .ifPresent(before -> {
                    throw new Refusal(
                                    "transfer.came-before",
                                    arrived.number(),
                                    Show.date(arrived.dated()))
                            .about(before);
                });

        Stays.Guest guest =
                new Stays.Guest(
                        Ids.next(),
                        from,
                        viewer.unitNo(),
                        arrived.cell(),
                        arrived.homeCell().isEmpty() ? arrived.committee() : arrived.homeCell(),
                        units.require(viewer.scope(), viewer.unitNo()).name(),
                        arrived.fullName(),
                        arrived.birth(),
                        arrived.arrivedOn(),
                        arrived.until());
        UUID member = stays.takeIn(viewer.scope(), guest);
        store.receive(viewer.scope(), guest, member, arrived, book.reference(), stamp);

        Integer cell = arrived.cell();
        facts.tell(
                viewer,
                new TransferFacts.TransferStep(
                        guest.id(),
                        TransferFacts.CAME_ON_PAPER,
                        member,
                        arrived.number(),
                        cell == null ? List.of() : List.of(cell)));
        return guest.id();
    }

    private void check(Viewer viewer, Arrived arrived, LocalDate today, TransferBook book) {
        Problems.Gatherer problems = new Problems.Gatherer();
        if (arrived.until().isBefore(arrived.since())) {
            problems.add("until", "Ngày cuối trước ngày đầu. Xem lại hai ngày trên giấy.");
        } else {
            Transfers.length(arrived.cause(), arrived.since(), arrived.until(), book, problems);
        }
        LocalDate last = arrived.until().isBefore(today) ? arrived.until() : today;
        if (arrived.arrivedOn().isBefore(arrived.dated()) || arrived.arrivedOn().isAfter(last)) {
            problems.add(
                    "arrivedOn",
                    "Ghi một ngày từ ngày của giấy (%s) đến %s."
                            .formatted(Show.date(arrived.dated()), Show.date(last)));
        }
        Integer no = arrived.cell();
        if (no != null) {
            boolean ours =
                    units.find(viewer.scope(), no)
                            .filter(unit -> unit.kind() == UnitKind.CELL)
                            .map(Unit::no)
                            .filter(viewer.scope()::sees)
                            .isPresent();
            if (!ours) {
                problems.add("cell", "Chọn một chi bộ của đơn vị.");
            }
        }
        problems.check();
    }

    /**
     * Công văn with the host's comment to the home outside this program, once a year.
     *
     * @return the paper
     * @throws NotFound where the home is in this program and reads the comment there, or nothing
     *     was said yet
     */
    @Transactional
    public UUID sendBack(Viewer viewer, UUID id, UUID comment) {
        Transfer transfer = store.one(viewer.scope(), id).orElseThrow(NotFound::new);
        TransferStore.Comment said =
                store.comments(viewer.scope(), id).stream()
                        .filter(one -> one.id().equals(comment))
                        .filter(one -> one.answer() != null && one.paperId() == null)
                        .findFirst()
                        .orElseThrow(NotFound::new);
        if (!maySendBack(viewer, transfer)) {
            throw new NotFound();
        }

        UUID kept =
                paper.comment(
                        viewer,
                        transfer,
                        said.year(),
                        Objects.requireNonNullElse(said.answer(), ""),
                        LocalDate.now(clock));
        store.sendBack(viewer.scope(), id, comment, kept);

        facts.tell(
                viewer,
                new TransferFacts.TransferStep(
                        id,
                        TransferFacts.COMMENT_SENT_BACK,
                        transfer.memberId(),
                        Transfers.number(transfer),
                        List.of()));
        return kept;
    }

    static boolean maySendBack(Viewer viewer, Transfer transfer) {
        return Transfers.mayOpen(viewer) && transfer.fromOutside() && transfer.to(viewer.scope());
    }
}
