package vn.ganbo.liaison;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.document.AcknowledgementText;
import vn.ganbo.document.Numbers;
import vn.ganbo.document.PaperKind;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NextMeeting;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.liaison.IntroductionStore.NewLetter;
import vn.ganbo.liaison.IntroductionStore.Ready;
import vn.ganbo.member.Members;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.Clocks;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.regulation.Signatory;

/**
 * Giấy giới thiệu: the workplace introduces a member, the residence takes the member in (Regulation
 * 213, Art. 3 and Art. 4.1-4.2). One letter or a whole cell is one act and one fact.
 */
@Service
public class Introductions {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 1000;

    private final IntroductionQueries queries;
    private final IntroductionStore store;
    private final IntroductionPaper paper;
    private final Register register;
    private final LetterClock letterClock;
    private final NextMeeting nextMeeting;
    private final Members members;
    private final Units units;
    private final Numbers numbers;
    private final Rulebooks rulebooks;
    private final Facts facts;
    private final Clock clock;

    Introductions(
            IntroductionQueries queries,
            IntroductionStore store,
            IntroductionPaper paper,
            Register register,
            LetterClock letterClock,
            NextMeeting nextMeeting,
            Members members,
            Units units,
            Numbers numbers,
            Rulebooks rulebooks,
            Facts facts,
            Clock clock) {
        this.queries = queries;
        this.store = store;
        this.paper = paper;
        this.register = register;
        this.letterClock = letterClock;
        this.nextMeeting = nextMeeting;
        this.members = members;
        this.units = units;
        this.numbers = numbers;
        this.rulebooks = rulebooks;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * What came of issuing.
     *
     * @param letters the letters made, in the order of their numbers
     * @param skipped people for whom no letter was made, each with the reason in Vietnamese
     */
    public record Issued(List<UUID> letters, List<Skipped> skipped) {}

    /** Someone for whom no letter was made. */
    public record Skipped(String fullName, String reason) {}

    /**
     * Who signs on paper.
     *
     * @param name of the person, without titles
     * @param post one that the rulebook lets sign: "Bí thư", "Phó Bí thư"
     */
    public record Signer(String name, String post) {}

    /**
     * Gives numbers to letters for these members, ordered by cell and given name. People who have a
     * letter in force, or whose residence is unknown, are left out and named.
     */
    @Transactional
    public Issued issue(Viewer viewer, Collection<UUID> people) {
        Stamp stamp = Stamp.of(viewer, clock);
        if (people.isEmpty()) {
            throw Problems.of("members", "Cần chọn ít nhất một đảng viên để lập giấy giới thiệu.");
        }
        List<Ready> found = store.ready(viewer.scope(), people, stamp.on());
        List<Skipped> skipped = new ArrayList<>();
        List<Ready> good = new ArrayList<>();
        for (Ready person : found) {
            if (person.introduced()) {
                skipped.add(new Skipped(person.fullName(), Labels.of("liaison.skip-introduced")));
            } else if (person.notIntroduced()) {
                skipped.add(new Skipped(person.fullName(), Labels.of("liaison.skip-exempt")));
            } else if (person.toNo() == null) {
                skipped.add(new Skipped(person.fullName(), Labels.of("liaison.skip-no-ward")));
            } else {
                good.add(person);
            }
        }
        if (good.isEmpty()) {
            throw new Refusal("liaison.nobody-to-introduce");
        }

        int from = issuer(viewer);
        List<String> given =
                numbers.next(viewer, from, PaperKind.INTRODUCTION, stamp.on(), good.size());
        List<NewLetter> letters = new ArrayList<>();
        for (int i = 0; i < good.size(); i++) {
            Ready person = good.get(i);
            Integer to = person.toNo();
            if (to != null) {
                letters.add(
                        new NewLetter(
                                Ids.next(),
                                person.memberId(),
                                person.workNo(),
                                to,
                                given.get(i),
                                person.exempt()));
            }
        }

        String rulebook = rulebooks.on(stamp.on()).reference();
        store.issue(viewer.scope(), letters, stamp, from, rulebook);
        List<UUID> ids = letters.stream().map(NewLetter::id).toList();
        store.step(viewer.scope(), ids, LetterState.ISSUED, stamp, null);

        facts.tell(
                viewer,
                new LiaisonFacts.IntroductionsIssued(
                        thing(ids), letters.stream().map(NewLetter::member).toList()));
        return new Issued(ids, skipped);
    }

    /**
     * Records who signed, and keeps each letter as a paper that is never drawn again. Throws {@link
     * Problems} by field (letters, signer, post): the post must be one that the rulebook names.
     */
    @Transactional
    public void sign(Viewer viewer, Collection<UUID> letters, Signer signer) {
        Problems.Gatherer problems = new Problems.Gatherer();
        if (letters.isEmpty()) {
            problems.add("letters", "Cần chọn ít nhất một giấy giới thiệu để ký.");
        }
        Stamp stamp = Stamp.of(viewer, clock);
        Signer name = checked(signer, Signatory.ISSUER, stamp.on(), problems);

        advance(viewer, letters, LetterState.SIGNED, stamp, null, null);
        String note = name.post() + " " + name.name();
        store.step(viewer.scope(), letters, LetterState.SIGNED, stamp, note);
        List<UUID> people = paper.keepLetters(viewer, letters, name, stamp.on());

        facts.tell(viewer, new LiaisonFacts.IntroductionsSigned(thing(letters), people));
    }

    /**
     * Signs some letters of a run, as {@link #sign} does; what is told is told when all are signed.
     *
     * @param signer as {@link #checked(Signer, LocalDate)} gave it
     */
    void signPart(Viewer viewer, Collection<UUID> letters, Signer signer) {
        Stamp stamp = Stamp.of(viewer, clock);
        advance(viewer, letters, LetterState.SIGNED, stamp, null, null);
        store.step(
                viewer.scope(),
                letters,
                LetterState.SIGNED,
                stamp,
                signer.post() + " " + signer.name());
        paper.keepLetters(viewer, letters, signer, stamp.on());
    }

    /** Who signs letters, in clean text; else all problems. */
    Signer checked(Signer signer, LocalDate on) {
        return checked(signer, Signatory.ISSUER, on, new Problems.Gatherer());
    }

    /** The signer in clean text, with the post as the rulebook writes it; else all problems. */
    private Signer checked(Signer signer, String block, LocalDate on, Problems.Gatherer problems) {
        String name = Texts.clean(signer.name());
        if (name.isEmpty()) {
            problems.add("signer", "Cần ghi họ và tên người ký.");
        }
        Rulebook rulebook = rulebooks.on(on);
        Optional<String> post =
                rulebook.post(Signatory.INTRODUCTION, block, Texts.clean(signer.post()));
        if (post.isEmpty()) {
            problems.add(
                    "post",
                    "Cần chọn chức vụ người ký: %s."
                            .formatted(
                                    String.join(
                                            " hoặc ",
                                            rulebook.requirePosts(Signatory.INTRODUCTION, block))));
        }
        problems.atMost("signer", name, LONGEST_NAME);
        problems.check();
        return new Signer(name, post.orElseThrow());
    }

    /** Sends signed letters: from now on the residence committee sees these people. */
    @Transactional
    public void send(Viewer viewer, Collection<UUID> letters) {
        if (letters.isEmpty()) {
            throw Problems.of("letters", "Cần chọn ít nhất một giấy giới thiệu để gửi.");
        }
        Stamp stamp = Stamp.of(viewer, clock);

        advance(viewer, letters, LetterState.SENT, stamp, null, null);
        store.step(viewer.scope(), letters, LetterState.SENT, stamp, null);
        List<UUID> people = paper.share(viewer, letters);
        Map<Integer, List<UUID>> byWard = store.byWard(viewer.scope(), letters);
        letterClock.start(viewer, letters, byWard.keySet(), Clocks.ACKNOWLEDGEMENT_DUE);
        byWard.forEach((ward, sent) -> members.moveResidence(viewer.scope(), sent, ward));

        facts.tell(viewer, new LiaisonFacts.IntroductionsSent(thing(letters), people));
    }

    /** As below; post and name on the acknowledgement are left to the pen. */
    @Transactional
    public void acknowledge(Viewer viewer, UUID id, int version, Placement placement) {
        acknowledge(viewer, id, version, placement, null);
    }

    /**
     * Tiếp nhận: the residence takes the member onto its register, and may place the member at
     * once. Throws {@link Conflict} when the letter changed since it was read.
     *
     * @param version of the letter as it was shown
     * @param signer who signs the acknowledgement, or null: left to the pen
     */
    @Transactional
    public void acknowledge(
            Viewer viewer, UUID id, int version, Placement placement, @Nullable Signer signer) {
        Letter letter = load(viewer, id);
        ContactStore.Place place = register.place(viewer, letter.toNo(), placement);
        LetterState to = place.cellNo() == null ? LetterState.ACKNOWLEDGED : LetterState.PLACED;
        require(viewer, letter, version, List.of(LetterState.SENT));
        Stamp stamp = Stamp.of(viewer, clock);
        @Nullable Signer name =
                signer == null
                        ? null
                        : checked(
                                signer,
                                Signatory.ACKNOWLEDGEMENT,
                                stamp.on(),
                                new Problems.Gatherer());

        String where = register.nameOf(viewer, place, letter.toNo());
        advance(viewer, List.of(id), to, stamp, place.unitNo(), version);
        store.step(viewer.scope(), List.of(id), LetterState.ACKNOWLEDGED, stamp, null);
        if (to == LetterState.PLACED) {
            store.step(viewer.scope(), List.of(id), LetterState.PLACED, stamp, where);
            members.moveResidence(viewer.scope(), List.of(letter.memberId()), place.unitNo());
        } else {
            letterClock.start(viewer, List.of(id), List.of(letter.toNo()), Clocks.PLACEMENT_DUE);
        }
        register.open(viewer, id, place, stamp.on());
        paper.enter(viewer, letter, stamp.on());
        AcknowledgementText.@Nullable Contact contact = contact(viewer, letter, place);
        paper.keepAcknowledgement(
                viewer, letter, place.cellNo() == null ? null : where, contact, name, stamp.on());

        tell(viewer, letter, "acknowledged", where, contact);
    }

    /** Who is in charge and how to call, and when the person is expected once placed in a cell. */
    private AcknowledgementText.@Nullable Contact contact(
            Viewer viewer, Letter letter, ContactStore.Place place) {
        Optional<NextMeeting.Next> next =
                place.cellNo() == null
                        ? Optional.empty()
                        : nextMeeting.of(viewer.scope(), letter.memberId());
        return AcknowledgementText.Contact.of(
                place.personName(), place.phone(), next.map(NextMeeting.Next::words).orElse(null));
    }

    /** Whom to call stands in the notice, on the page and on the paper, not in the log. */
    private void tell(
            Viewer viewer,
            Letter letter,
            String step,
            String where,
            AcknowledgementText.@Nullable Contact contact) {
        facts.tell(
                viewer,
                new LiaisonFacts.IntroductionStep(
                        letter.id(),
                        step,
                        letter.memberId(),
                        letter.shownNumber(),
                        where,
                        contact == null ? "" : contact.words()));
    }

    /** Phân về chi bộ, tổ đảng: places an acknowledged member, or moves a placed one. */
    @Transactional
    public void place(Viewer viewer, UUID id, int version, Placement placement) {
        Letter letter = load(viewer, id);
        ContactStore.Place place = register.place(viewer, letter.toNo(), placement);
        if (place.cellNo() == null) {
            throw Problems.of("cell", "Cần chọn chi bộ để phân về.");
        }
        require(viewer, letter, version, List.of(LetterState.ACKNOWLEDGED, LetterState.PLACED));
        Stamp stamp = Stamp.of(viewer, clock);

        String where = register.nameOf(viewer, place, letter.toNo());
        advance(viewer, List.of(id), LetterState.PLACED, stamp, place.unitNo(), version);
        register.move(viewer, id, place, stamp.on());
        store.step(viewer.scope(), List.of(id), LetterState.PLACED, stamp, where);
        members.moveResidence(viewer.scope(), List.of(letter.memberId()), place.unitNo());

        tell(viewer, letter, "placed", where, contact(viewer, letter, place));
    }

    /**
     * Trả lại: gives a letter back with a reason that the workplace reads.
     *
     * @param words more about it; needed where the reason is another one
     */
    @Transactional
    public void giveBack(
            Viewer viewer, UUID id, int version, @Nullable ReturnReason because, String words) {
        String why = returned(because, words);
        Letter letter = load(viewer, id);
        require(viewer, letter, version, IntroductionLifecycle.before(LetterState.RETURNED));
        Stamp stamp = Stamp.of(viewer, clock);

        if (store.advance(
                        viewer.scope(),
                        List.of(id),
                        LetterState.RETURNED,
                        stamp,
                        null,
                        version,
                        because)
                == 0) {
            throw changed(viewer, List.of(id));
        }
        store.step(viewer.scope(), List.of(id), LetterState.RETURNED, stamp, why);
        register.close(viewer, id, stamp.on(), why);
        paper.unshare(viewer, List.of(id));
        facts.tell(viewer, step(letter, "returned", letter.toName()));
        members.moveResidence(viewer.scope(), List.of(letter.memberId()), null);
    }

    /** Rút giấy: the workplace takes back a letter that the residence has not yet acknowledged. */
    @Transactional
    public void withdraw(Viewer viewer, UUID id, int version, String reason) {
        String why = reason(reason, "Cần ghi lý do rút giấy giới thiệu.");
        Letter letter = load(viewer, id);
        require(viewer, letter, version, IntroductionLifecycle.before(LetterState.WITHDRAWN));
        Stamp stamp = Stamp.of(viewer, clock);

        advance(viewer, List.of(id), LetterState.WITHDRAWN, stamp, null, version);
        store.step(viewer.scope(), List.of(id), LetterState.WITHDRAWN, stamp, why);
        paper.makeVoid(viewer, List.of(id));

        if (letter.state() != LetterState.SENT) {
            tell(viewer, letter, "cancelled", letter.toName());
            return;
        }
        // the residence and the person knew of it, and are told while the residence still sees them
        paper.unshare(viewer, List.of(id));
        tell(viewer, letter, "withdrawn", letter.toName());
        members.moveResidence(viewer.scope(), List.of(letter.memberId()), null);
    }

    /**
     * Không lập giấy mới: the workplace has looked into why a letter came back, and makes no other
     * one; when the record names another residence later, the program proposes one again.
     */
    @Transactional
    public void settle(Viewer viewer, UUID id, int version, String reason) {
        String why = reason(reason, "Ghi vì sao không lập giấy mới.");
        Letter letter = load(viewer, id);
        require(viewer, letter, version, List.of(LetterState.RETURNED));
        if (!store.settle(viewer.scope(), id, version, why, Stamp.of(viewer, clock))) {
            throw changed(viewer, List.of(id));
        }

        tell(viewer, letter, "settled", letter.toName());
    }

    /**
     * Thôi theo dõi: the person has moved away, retired or died; the register keeps the past.
     *
     * @param on first day on which the person is no longer on the register, not in the future
     */
    @Transactional
    public void end(Viewer viewer, UUID id, int version, LocalDate on, String reason) {
        Stamp stamp = Stamp.of(viewer, clock);
        Problems.Gatherer problems = new Problems.Gatherer();
        String why = Texts.clean(reason);
        if (why.isEmpty()) {
            problems.add("reason", "Cần ghi lý do: chuyển đi, nghỉ hưu, từ trần …");
        }
        problems.atMost("reason", why, LONGEST_REASON);
        if (on.isAfter(stamp.on())) {
            problems.add("on", "Ngày thôi theo dõi không thể ở tương lai.");
        }
        problems.check();
        Letter letter = load(viewer, id);
        require(viewer, letter, version, IntroductionLifecycle.before(LetterState.ENDED));

        advance(viewer, List.of(id), LetterState.ENDED, stamp, null, version);
        store.step(viewer.scope(), List.of(id), LetterState.ENDED, stamp, why);
        register.close(viewer, id, on, why);
        facts.tell(viewer, step(letter, "ended", letter.toName()));
        members.moveResidence(viewer.scope(), List.of(letter.memberId()), null);
    }

    /**
     * Ends or withdraws letters that a change has overtaken; the register, the fact and where the
     * people stand are the caller's.
     */
    void close(Viewer viewer, Collection<UUID> letters, LetterState to, String because) {
        if (letters.isEmpty()) {
            return;
        }
        Stamp stamp = Stamp.of(viewer, clock);
        advance(viewer, letters, to, stamp, null, null);
        store.step(viewer.scope(), letters, to, stamp, because);
        if (to == LetterState.WITHDRAWN) {
            paper.makeVoid(viewer, letters);
            paper.unshare(viewer, letters);
        }
    }

    /** The reason and more about it, as the workplace reads it. */
    private static String returned(@Nullable ReturnReason because, String typed) {
        String words = Texts.clean(typed);
        Problems.Gatherer problems = new Problems.Gatherer();
        if (because == null) {
            problems.add("because", "Chọn lý do trả lại để nơi công tác biết phải làm gì tiếp.");
        }
        if (because == ReturnReason.OTHER && words.isEmpty()) {
            problems.add("reason", "Ghi rõ lý do để nơi công tác biết phải làm gì tiếp.");
        }
        problems.atMost("reason", words, LONGEST_REASON);
        problems.check();
        String why = because == null || because == ReturnReason.OTHER ? "" : Labels.of(because);
        return why.isEmpty() ? words : words.isEmpty() ? why : why + ". " + words;
    }

    private static String reason(String typed, String missing) {
        String why = Texts.clean(typed);
        Problems.Gatherer problems = new Problems.Gatherer();
        if (why.isEmpty()) {
            problems.add("reason", missing);
        }
        problems.atMost("reason", why, LONGEST_REASON);
        problems.check();
        return why;
    }

    private Letter load(Viewer viewer, UUID id) {
        return queries.one(viewer.scope(), id).orElseThrow(NotFound::new);
    }

    /** Somebody was faster (who and when is said), or the act does not belong to this state. */
    private void require(Viewer viewer, Letter letter, int version, List<LetterState> from) {
        if (letter.version() != version) {
            throw changed(viewer, List.of(letter.id()));
        }
        if (!from.contains(letter.state())) {
            throw new Refusal("liaison.wrong-state", Labels.of(letter.state()));
        }
    }

    private Conflict changed(Viewer viewer, Collection<UUID> letters) {
        IntroductionStore.Change last = store.lastChange(viewer.scope(), letters);
        return new Conflict(last.changedBy(), last.changedAt());
    }

    private void advance(
            Viewer viewer,
            Collection<UUID> letters,
            LetterState to,
            Stamp stamp,
            @Nullable Integer resNo,
            @Nullable Integer version) {
        int done = store.advance(viewer.scope(), letters, to, stamp, resNo, version, null);
        if (done != letters.size()) {
            throw changed(viewer, letters);
        }
    }

    /**
     * Letters are issued by the grassroots committee, also when a cell's secretary prepares them.
     */
    private int issuer(Viewer viewer) {
        return units.above(viewer.scope(), viewer.unitNo()).stream()
                .filter(unit ->
                        unit.kind() == UnitKind.GRASSROOTS || unit.kind() == UnitKind.COMMUNE)
                .map(Unit::no)
                .findFirst()
                .orElse(viewer.unitNo());
    }

    private static UUID thing(Collection<UUID> letters) {
        return letters.size() == 1 ? letters.iterator().next() : Ids.next();
    }

    private static LiaisonFacts.IntroductionStep step(Letter letter, String step, String place) {
        return new LiaisonFacts.IntroductionStep(
                letter.id(), step, letter.memberId(), letter.shownNumber(), place);
    }

    private void tell(Viewer viewer, Letter letter, String step, String place) {
        facts.tell(viewer, step(letter, step, place));
    }

    /**
     * Where a member is placed.
     *
     * @param cellId the cell, or null to acknowledge without placing
     * @param groupId the party group, or null
     * @param personId the committee member in charge (person id), or null
     * @param phone how the member and the workplace reach the one in charge, or an empty text
     */
    public record Placement(
            @Nullable UUID cellId, @Nullable UUID groupId, @Nullable UUID personId, String phone) {
        /** With no number to call. */
        public Placement(@Nullable UUID cellId, @Nullable UUID groupId, @Nullable UUID personId) {
            this(cellId, groupId, personId, "");
        }

        /** Acknowledged, to be placed later. */
        public static Placement later() {
            return new Placement(null, null, null);
        }
    }
}
