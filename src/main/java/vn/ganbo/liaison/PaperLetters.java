package vn.ganbo.liaison;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.document.AcknowledgementText;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.liaison.IntroductionStore.NewLetter;
import vn.ganbo.member.Members;
import vn.ganbo.member.Newcomer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.Clocks;
import vn.ganbo.regulation.Rulebooks;

/**
 * Giấy giới thiệu đi bằng giấy: the one side works in this program, the other with another
 * installation or with paper alone. Nothing goes over a network between the two.
 */
@Service
public class PaperLetters {
    private static final int LONGEST = 200;

    private final Introductions introductions;
    private final IntroductionStore store;
    private final IntroductionQueries queries;
    private final PaperLetterStore paperStore;
    private final LetterClock letterClock;
    private final Members members;
    private final Units units;
    private final Rulebooks rulebooks;
    private final Facts facts;
    private final Clock clock;

    PaperLetters(
            Introductions introductions,
            IntroductionStore store,
            IntroductionQueries queries,
            PaperLetterStore paperStore,
            LetterClock letterClock,
            Members members,
            Units units,
            Rulebooks rulebooks,
            Facts facts,
            Clock clock) {
        this.introductions = introductions;
        this.store = store;
        this.queries = queries;
        this.paperStore = paperStore;
        this.letterClock = letterClock;
        this.members = members;
        this.units = units;
        this.rulebooks = rulebooks;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * A letter that came on paper.
     *
     * @param sender id of the issuing unit in its own installation, or null
     * @param senderCode its code there, or null
     * @param committee who issued it, "Đảng ủy Trường Đại học Sông Ngàn"
     * @param number as it stands on the letter
     * @param date of the letter, not after its arrival
     * @param arrivedOn not to come
     * @param exempt whether it says that the person is exempt from meetings
     */
    public record Arrived(
            @Nullable UUID sender,
            @Nullable String senderCode,
            String committee,
            String number,
            LocalDate date,
            LocalDate arrivedOn,
            boolean exempt,
            Newcomer person) {}

    /** Somebody of that name and birth who stands on the register already. */
    public record Namesake(UUID letter, String fullName, String unit) {}

    /** Those on the ward's register with this name, and this birth where both are known. */
    public List<Namesake> namesakes(Scope scope, Newcomer person) {
        return paperStore.namesakes(scope, person);
    }

    /** A letter of the viewer's committee, as an answer to it needs it. */
    public record Waiting(
            UUID id,
            UUID memberId,
            String fullName,
            String toCommittee,
            LetterState state,
            int version) {}

    /** The letter of this number and date that the viewer's committee has issued. */
    public Optional<Waiting> issued(Scope scope, String number, LocalDate date) {
        return paperStore
                .issued(scope, number, date)
                .flatMap(id -> queries.one(scope, id))
                .map(letter ->
                        new Waiting(
                                letter.id(),
                                letter.memberId(),
                                letter.fullName(),
                                Show.committee(letter.toName()),
                                letter.state(),
                                letter.version()));
    }

    /** Whether the ward takes letters on paper, for nobody holds its office in this program. */
    public boolean onPaper(Scope scope, int wardNo) {
        return paperStore.onPaper(scope, wardNo, LocalDate.now(clock));
    }

    /** Those of these wards that take letters on paper. */
    public Set<Integer> onPaper(Scope scope, Collection<Integer> wards) {
        return paperStore.onPaper(scope, wards, LocalDate.now(clock));
    }

    /**
     * Takes in a letter that came on paper, with the person: from now on it waits to be
     * acknowledged like any other.
     *
     * @return the letter
     * @throws Refusal when the same number came from that committee already
     * @throws NotFound when the viewer holds no residence's office
     */
    @Transactional
    public UUID receive(Viewer viewer, Arrived arrived) {
        Stamp stamp = Stamp.of(viewer, clock);
        int ward = ward(viewer);
        int from =
                units.outside(viewer, arrived.sender(), arrived.senderCode(), arrived.committee());
        paperStore
                .cameBefore(viewer.scope(), from, arrived.number(), arrived.date())
                .ifPresent(before -> {
                    throw new Refusal(
                                    "liaison.number-came-before",
                                    arrived.number(),
                                    Show.date(before.onDate()))
                            .about(before.id());
                });

        UUID member = members.takeIn(viewer, from, ward, arrived.person());
        UUID letter = Ids.next();
        paperStore.receive(
                viewer.scope(),
                new NewLetter(letter, member, from, ward, arrived.number(), arrived.exempt()),
                arrived,
                rulebooks.on(stamp.on()).reference(),
                stamp);
        store.step(
                viewer.scope(),
                List.of(letter),
                LetterState.SENT,
                stamp,
                "Đến bằng giấy ngày " + Show.date(arrived.arrivedOn()));
        letterClock.start(viewer, List.of(letter), List.of(ward), Clocks.ACKNOWLEDGEMENT_DUE);

        facts.tell(
                viewer,
                new LiaisonFacts.IntroductionStep(
                        letter, "came-on-paper", member, arrived.number(), arrived.committee()));
        return letter;
    }

    private int ward(Viewer viewer) {
        return units.above(viewer.scope(), viewer.unitNo()).stream()
                .filter(u -> u.kind() == UnitKind.COMMUNE)
                .map(Unit::no)
                .filter(viewer.scope()::sees)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /**
     * What a residence on paper has answered.
     *
     * @param on the day of acknowledgement, from the letter's date to today
     * @param cell where the person was placed, or an empty text
     * @param inCharge who is in charge of the person there, or an empty text
     * @param phone of that one, or an empty text
     */
    public record Answer(LocalDate on, String cell, String inCharge, String phone) {}

    /**
     * The workplace enters that a residence on paper has acknowledged: the member's register entry
     * begins on that day.
     *
     * @throws Problems by field (acknowledgedOn, cellName, inCharge, phone)
     * @throws Refusal when the residence works in this program, or the letter does not wait
     */
    @Transactional
    public void acknowledgedOnPaper(Viewer viewer, UUID id, int version, Answer answer) {
        Letter letter = queries.one(viewer.scope(), id).orElseThrow(NotFound::new);
        Stamp stamp = Stamp.of(viewer, clock);
        Problems.Gatherer problems = new Problems.Gatherer();
        LocalDate issued = letter.issuedOn();
        if (answer.on().isAfter(stamp.on())) {
            problems.add(
                    "acknowledgedOn",
                    "Ngày tiếp nhận không thể ở tương lai. Xem lại ngày ghi trên phiếu báo.");
        } else if (issued != null && answer.on().isBefore(issued)) {
            problems.add(
                    "acknowledgedOn",
                    "Ngày tiếp nhận không thể trước ngày của giấy giới thiệu (%s). Xem lại ngày ghi trên phiếu báo."
                            .formatted(Show.date(issued)));
        }
        problems.atMost("cellName", answer.cell(), LONGEST);
        problems.atMost("inCharge", answer.inCharge(), LONGEST);
        String phone = Texts.clean(answer.phone());
        if (!phone.isEmpty() && !phone.matches(Register.PHONE)) {
            problems.add("phone", Register.PHONE_WHY);
        }
        problems.check();
        if (!onPaper(viewer.scope(), letter.toNo())) {
            throw new Refusal("liaison.residence-in-program", letter.toName());
        }
        if (letter.state() != LetterState.SENT) {
            throw new Refusal("liaison.wrong-state", Labels.of(letter.state()));
        }

        Stamp answered = new Stamp(stamp.instant(), answer.on(), stamp.unitNo(), stamp.who());
        String cell = Texts.clean(answer.cell());
        LetterState to = cell.isEmpty() ? LetterState.ACKNOWLEDGED : LetterState.PLACED;
        if (store.advance(viewer.scope(), List.of(id), to, answered, null, version, null) == 0) {
            IntroductionStore.Change last = store.lastChange(viewer.scope(), List.of(id));
            throw new Conflict(last.changedBy(), last.changedAt());
        }
        store.step(
                viewer.scope(),
                List.of(id),
                LetterState.ACKNOWLEDGED,
                answered,
                "theo phiếu báo bằng giấy");
        if (to == LetterState.PLACED) {
            store.step(viewer.scope(), List.of(id), to, answered, cell);
        }
        String inCharge = Texts.clean(answer.inCharge());
        paperStore.open(
                viewer.scope(),
                id,
                answer.on(),
                stamp.on(),
                inCharge.isEmpty() ? null : inCharge,
                phone.isEmpty() ? null : phone);

        AcknowledgementText.Contact contact =
                AcknowledgementText.Contact.of(
                        inCharge.isEmpty() ? null : inCharge, phone.isEmpty() ? null : phone, null);
        facts.tell(
                viewer,
                new LiaisonFacts.IntroductionStep(
                        id,
                        "acknowledged-on-paper",
                        letter.memberId(),
                        letter.shownNumber(),
                        cell.isEmpty() ? Show.committee(letter.toName()) : cell,
                        contact == null ? "" : contact.words()));
    }

    /**
     * Tells of an answer with an impossible day, which changed nothing; in a transaction of its
     * own, for the act has none left.
     */
    @Transactional
    public void answerRefused(Viewer viewer, UUID id, Problems why) {
        List<String> days = why.byField().getOrDefault("acknowledgedOn", List.of());
        if (!days.isEmpty()) {
            facts.tell(viewer, new LiaisonFacts.AnswerRefused(id, days.getFirst()));
        }
    }

    /**
     * The workplace enters that a residence on paper has sent a letter back.
     *
     * @throws Refusal when the residence works in this program
     */
    @Transactional
    public void givenBackOnPaper(
            Viewer viewer, UUID id, int version, @Nullable ReturnReason because, String words) {
        Letter letter = queries.one(viewer.scope(), id).orElseThrow(NotFound::new);
        if (!onPaper(viewer.scope(), letter.toNo())) {
            throw new Refusal("liaison.residence-in-program", letter.toName());
        }
        introductions.giveBack(viewer, id, version, because, words);
    }
}
