package vn.ganbo.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.document.AcknowledgementText;
import vn.ganbo.document.Arrival;
import vn.ganbo.document.Arrived;
import vn.ganbo.document.CommentRequestText;
import vn.ganbo.document.Found;
import vn.ganbo.document.IncomingBook;
import vn.ganbo.document.IntroductionText;
import vn.ganbo.document.PaperKind;
import vn.ganbo.document.PaperText;
import vn.ganbo.document.Papers;
import vn.ganbo.document.WrittenText;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.PaperDoor;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.liaison.PaperLetters;
import vn.ganbo.member.Decided;
import vn.ganbo.member.Members;
import vn.ganbo.member.Newcomer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;
import vn.ganbo.transfer.PaperStays;

/**
 * Nhận văn bản đến: a paper is entered in the book first, as a clerk does, and then taken in where
 * it belongs. What is refused changes nothing and is told with its reason.
 */
@Service
class Intake {
    private static final int LONGEST = 300;

    /** As the letter says it under its name. */
    private static final String FOR_GOOD = "chuyển sinh hoạt đảng chính thức";

    private static final String FOR_A_TIME = "chuyển sinh hoạt đảng tạm thời";

    private final IncomingBook book;
    private final PaperLetters letters;
    private final PaperStays stays;
    private final Papers papers;
    private final List<PaperDoor> doors;
    private final Members members;
    private final Units units;
    private final Facts facts;
    private final Clock clock;

    Intake(
            IncomingBook book,
            PaperLetters letters,
            PaperStays stays,
            Papers papers,
            Members members,
            List<PaperDoor> doors,
            Units units,
            Facts facts,
            Clock clock) {
        this.members = members;
        this.book = book;
        this.papers = papers;
        this.doors = doors;
        this.letters = letters;
        this.stays = stays;
        this.units = units;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Enters a file from another installation.
     *
     * @param file a PDF, for nothing else has its data inside
     * @return the line of the book
     * @throws Refusal when it is not for this office, or came before
     */
    @Transactional
    Arrived enter(Viewer viewer, byte[] file, Found.Whole whole) {
        PaperText text = whole.text();
        switch (text) {
            case IntroductionText letter -> forResidence(viewer, letter);
            case AcknowledgementText slip -> forWorkplace(viewer, slip);
            case WrittenText letter when letter.kind() == PaperKind.TRANSFER_LETTER ->
                    forUs(viewer, letter);
            default -> door(viewer, whole.kind());
        }
        if (text instanceof CommentRequestText request) {
            addressed(viewer, request.to().committee());
        }
        PaperText.Person person = Objects.requireNonNull(text.person());
        Arrived line =
                entered(
                        viewer,
                        new Arrival(
                                viewer.unitNo(),
                                whole.kind(),
                                text.number(),
                                text.date(),
                                text.issuer().name(),
                                whole.kind().label() + ": đồng chí " + person.name(),
                                LocalDate.now(clock),
                                null,
                                null,
                                Arrival.File.of(file, whole)));
        if (text instanceof AcknowledgementText slip) {
            mismatch(viewer, slip).ifPresent(why -> tell(viewer, why.thing(), Labels.told(why)));
        }
        return line;
    }

    private void forResidence(Viewer viewer, IntroductionText letter) {
        if (!viewer.is(Role.RESIDENCE_OFFICE)) {
            throw new Refusal("intake.for-a-residence");
        }
        addressed(viewer, letter.to().committee());
    }

    private void addressed(Viewer viewer, String committee) {
        List<Unit> above = units.above(viewer.scope(), viewer.unitNo());
        if (!names(above, committee)) {
            throw new Refusal(
                    "intake.other-addressee", committee, above.getFirst().committeeName());
        }
    }

    /**
     * Whether a letter to this committee is for the first of these units: by its name alone, or
     * with the one above it behind a comma, as offices write it to each other across provinces.
     */
    static boolean names(List<Unit> above, String committee) {
        String ours = above.getFirst().committeeName();
        int comma = committee.indexOf(',');
        if (comma < 0 || same(ours, committee)) {
            return same(ours, committee);
        }
        String last = Texts.folded(committee.substring(committee.lastIndexOf(',') + 1)).strip();
        return same(ours, committee.substring(0, comma).strip())
                && above.stream().anyMatch(unit -> Texts.folded(unit.name()).endsWith(last));
    }

    /** Who takes in this kind; refuses where nobody does, or another office. */
    private PaperDoor door(Viewer viewer, PaperKind kind) {
        PaperDoor door =
                doorFor(kind).orElseThrow(() -> new Refusal("intake.not-taken-in", kind.label()));
        if (!viewer.is(door.office())) {
            throw new Refusal("intake.for-another-office", kind.label(), Labels.of(door.office()));
        }
        return door;
    }

    /** Who takes in papers of this kind, besides letters and what answers them. */
    Optional<PaperDoor> doorFor(PaperKind kind) {
        return doors.stream().filter(d -> d.kind().equals(kind.name())).findFirst();
    }

    /**
     * Enters a picture of a sheet of which only the mark was read, or a scan: what the mark does
     * not say is read from the picture by eye.
     *
     * @throws Refusal for a kind that this office does not take in this way
     */
    @Transactional
    Arrived enter(Viewer viewer, String mediaType, byte[] file, Found.Marked mark) {
        door(viewer, mark.kind());
        return entered(
                viewer,
                new Arrival(
                        viewer.unitNo(),
                        mark.kind(),
                        mark.number(),
                        mark.date(),
                        sender(mark),
                        mark.kind().label() + ", ảnh chụp có mã",
                        LocalDate.now(clock),
                        null,
                        null,
                        Arrival.File.of(mediaType, file, mark)));
    }

    /** What is known of whoever sent a sheet of which only the mark was read. */
    private static String sender(Found.Marked mark) {
        String from =
                mark.trust() == Found.Trust.KNOWN ? mark.from() : "Nơi gửi chưa ghi khóa ở đây";
        return "%s (mã đơn vị %s)".formatted(from, mark.unitCode());
    }

    private static void forWorkplace(Viewer viewer, AcknowledgementText slip) {
        if (!viewer.is(Role.WORKPLACE_OFFICE)) {
            throw new Refusal("intake.for-a-workplace", slip.letterNumber());
        }
    }

    private void forUs(Viewer viewer, WrittenText letter) {
        List<Unit> above = units.above(viewer.scope(), viewer.unitNo());
        if (letter.to().stream().noneMatch(to -> names(above, to))) {
            throw new Refusal(
                    "intake.other-addressee",
                    String.join("; ", letter.to()),
                    above.getFirst().committeeName());
        }
    }

    /** Names of bodies are the same whatever their accents stand on. */
    static boolean same(String one, String other) {
        return Texts.folded(one).equals(Texts.folded(other));
    }

    /**
     * Enters a letter that came as a sheet of paper, and takes it in.
     *
     * @return the letter's case
     */
    @Transactional
    UUID takeIn(
            Viewer viewer,
            PaperLetters.Arrived arrived,
            Arrival.@Nullable File scan,
            boolean anotherPerson) {
        Arrived line =
                entered(
                        viewer,
                        new Arrival(
                                viewer.unitNo(),
                                PaperKind.INTRODUCTION,
                                arrived.number(),
                                arrived.date(),
                                arrived.committee(),
                                PaperKind.INTRODUCTION.label()
                                        + ": đồng chí "
                                        + arrived.person().fullName(),
                                arrived.arrivedOn(),
                                null,
                                null,
                                scan));
        return takeIn(viewer, line, arrived, anotherPerson);
    }

    /**
     * Takes in a letter that stands in the book.
     *
     * @param anotherPerson said by the clerk of somebody with the same name on the register
     * @throws Problems for a name that stands on the register already
     */
    @Transactional
    UUID takeIn(Viewer viewer, Arrived line, PaperLetters.Arrived arrived, boolean anotherPerson) {
        if (line.handledAt() != null) {
            throw new Refusal("intake.dealt-with");
        }
        List<PaperLetters.Namesake> namesakes =
                anotherPerson ? List.of() : letters.namesakes(viewer.scope(), arrived.person());
        if (!namesakes.isEmpty()) {
            throw Problems.of(
                    "anotherPerson",
                    "Trong sổ theo dõi đã có đồng chí %s (%s). Nếu là người khác trùng tên, đánh dấu vào ô này rồi gửi lại."
                            .formatted(
                                    namesakes.getFirst().fullName(), namesakes.getFirst().unit()));
        }
        UUID letter = letters.receive(viewer, arrived);
        book.handled(viewer, line.id(), "/introductions/" + letter, null);
        return letter;
    }

    /**
     * Takes in the answer of a residence from another installation.
     *
     * @param version of the letter as it was shown
     * @return the letter's case
     * @throws Refusal when the answer is not one to that letter
     */
    @Transactional
    UUID takeIn(Viewer viewer, Arrived line, int version, PaperLetters.Answer answer) {
        if (line.handledAt() != null) {
            throw new Refusal("intake.dealt-with");
        }
        PaperLetters.Waiting letter = letterOf(viewer, slip(viewer, line));
        letters.acknowledgedOnPaper(viewer, letter.id(), version, answer);
        book.handled(viewer, line.id(), "/introductions/" + letter.id(), letter.memberId());
        return letter.id();
    }

    /**
     * Takes in who comes for good with a letter of another installation: the member's record begins
     * in a cell of this office.
     *
     * @return the member
     * @throws Problems by field; on {@code anotherPerson} for a name that is there already
     */
    @Transactional
    UUID takeIn(Viewer viewer, Arrived line, Transferred who) {
        if (line.handledAt() != null) {
            throw new Refusal("intake.dealt-with");
        }
        WrittenText letter = transfer(viewer, line).orElseThrow(NotFound::new);
        Unit cell =
                units.find(viewer.scope(), who.cell())
                        .filter(unit -> unit.kind() == UnitKind.CELL)
                        .filter(unit -> viewer.scope().sees(unit.no()))
                        .orElseThrow(() -> Problems.of("cell", "Chọn một chi bộ của đơn vị."));
        if (who.since().isBefore(letter.date()) || who.since().isAfter(LocalDate.now(clock))) {
            throw Problems.of(
                    "since",
                    "Ghi một ngày từ ngày của giấy (%s) đến hôm nay."
                            .formatted(Show.date(letter.date())));
        }
        Optional<String> namesake =
                who.anotherPerson()
                        ? Optional.empty()
                        : members.namesake(viewer.scope(), who.person());
        if (namesake.isPresent()) {
            throw Problems.of(
                    "anotherPerson",
                    "Ở đơn vị đã có đồng chí %s. Nếu là người khác trùng tên, đánh dấu vào ô này rồi gửi lại."
                            .formatted(namesake.get()));
        }

        UUID member =
                members.receive(
                        viewer,
                        cell.no(),
                        who.person(),
                        who.since(),
                        new Decided(letter.number(), letter.date(), letter.issuer().name()));
        book.handled(viewer, line.id(), "/members/" + member, member);

        facts.tell(
                viewer,
                new IntakeFacts.TransferTaken(
                        line.id(), member, letter.number(), letter.issuer().name(), cell.name()));
        return member;
    }

    /** Who came with a letter of transfer, and into which cell. */
    record Transferred(int cell, LocalDate since, boolean anotherPerson, Newcomer person) {}

    /**
     * Takes in who comes for a time: the person is counted at home and stays with this office.
     *
     * @return the case of the stay
     * @throws Problems by field
     */
    @Transactional
    UUID takeIn(Viewer viewer, Arrived line, PaperStays.Arrived arrived) {
        if (line.handledAt() != null) {
            throw new Refusal("intake.dealt-with");
        }
        UUID stay = stays.receive(viewer, arrived);
        book.handled(viewer, line.id(), "/transfers/" + stay, null);
        return stay;
    }

    /** The letter that this line holds, if it is one for good. */
    Optional<WrittenText> transfer(Viewer viewer, Arrived line) {
        return letter(viewer, line).filter(letter -> FOR_GOOD.equals(letter.about()));
    }

    /** The letter that this line holds, if it is one for a time. */
    Optional<WrittenText> stay(Viewer viewer, Arrived line) {
        return letter(viewer, line).filter(letter -> FOR_A_TIME.equals(letter.about()));
    }

    /** Whether this line is a letter for a time whose words nobody but a reader knows. */
    boolean stayOnPaper(Viewer viewer, Arrived line) {
        return line.kind() == PaperKind.TRANSFER_LETTER
                && line.paperId() == null
                && book.text(viewer.scope(), line).isEmpty();
    }

    private Optional<WrittenText> letter(Viewer viewer, Arrived line) {
        return book.text(viewer.scope(), line)
                .filter(WrittenText.class::isInstance)
                .map(WrittenText.class::cast)
                .filter(letter -> letter.kind() == PaperKind.TRANSFER_LETTER);
    }

    /** The slip that this line holds. */
    AcknowledgementText slip(Viewer viewer, Arrived line) {
        return book.text(viewer.scope(), line)
                .filter(AcknowledgementText.class::isInstance)
                .map(AcknowledgementText.class::cast)
                .orElseThrow(NotFound::new);
    }

    /**
     * The letter that a slip answers: of that number and day, to that residence, about that person.
     */
    PaperLetters.Waiting letterOf(Viewer viewer, AcknowledgementText slip) {
        PaperLetters.Waiting letter =
                letters.issued(viewer.scope(), slip.letterNumber(), slip.letterDate())
                        .orElseThrow(
                                () -> new Refusal("intake.no-such-letter", slip.letterNumber()));
        mismatch(slip, letter)
                .ifPresent(why -> {
                    throw why.about(letter.id());
                });
        return letter;
    }

    /** Why a slip does not answer the letter that it names, with that letter. */
    private Optional<Refusal> mismatch(Viewer viewer, AcknowledgementText slip) {
        return letters.issued(viewer.scope(), slip.letterNumber(), slip.letterDate())
                .flatMap(letter -> mismatch(slip, letter).map(why -> why.about(letter.id())));
    }

    private static Optional<Refusal> mismatch(
            AcknowledgementText slip, PaperLetters.Waiting letter) {
        if (!same(letter.toCommittee(), slip.issuer().name())) {
            return Optional.of(
                    new Refusal(
                            "intake.other-residence",
                            slip.letterNumber(),
                            letter.toCommittee(),
                            slip.issuer().name()));
        }
        if (!same(letter.fullName(), slip.person().name())) {
            return Optional.of(
                    new Refusal(
                            "intake.other-person",
                            slip.letterNumber(),
                            letter.fullName(),
                            slip.person().name()));
        }
        return slip.acknowledgedOn().isBefore(slip.letterDate())
                ? Optional.of(
                        new Refusal(
                                "intake.before-the-letter",
                                slip.letterNumber(),
                                Show.date(slip.letterDate()),
                                Show.date(slip.acknowledgedOn())))
                : Optional.empty();
    }

    /** Enters anything else that came on paper, such as a công văn. */
    @Transactional
    Arrived enterOther(Viewer viewer, Other other, Arrival.@Nullable File scan) {
        LocalDate today = LocalDate.now(clock);
        Problems.Gatherer problems = new Problems.Gatherer();
        if (other.issuer().isEmpty()) {
            problems.add("issuer", "Cần ghi nơi gửi.");
        }
        if (other.about().isEmpty()) {
            problems.add("about", "Cần ghi trích yếu: văn bản nói về việc gì.");
        }
        problems.atMost("issuer", other.issuer(), LONGEST);
        problems.atMost("about", other.about(), LONGEST);
        problems.atMost("number", other.number(), LONGEST);
        LocalDate made = other.madeOn();
        LocalDate arrived = Optional.ofNullable(other.arrivedOn()).orElse(today);
        if (arrived.isAfter(today)) {
            problems.add("arrivedOn", "Ngày đến không thể ở tương lai.");
        }
        PaperKind kind = other.kind();
        if (kind != null) {
            if (kind != PaperKind.TRANSFER_LETTER) {
                door(viewer, kind);
            }
            if (made == null) {
                problems.add("madeOn", "Cần ghi ngày ghi trên giấy.");
            }
            if (kind.numbered() && other.number().isEmpty()) {
                problems.add("number", "Cần ghi số của giấy.");
            }
        }
        if (made != null && made.isAfter(arrived)) {
            problems.add("madeOn", "Ngày của văn bản không thể sau ngày đến.");
        }
        problems.check();
        return entered(
                viewer,
                new Arrival(
                        viewer.unitNo(),
                        kind,
                        other.number().isEmpty() ? null : other.number(),
                        made,
                        other.issuer(),
                        other.about(),
                        arrived,
                        null,
                        null,
                        scan));
    }

    /**
     * A line typed by hand.
     *
     * @param kind of a sheet that is taken in further on, or null
     */
    record Other(
            @Nullable PaperKind kind,
            String issuer,
            String number,
            @Nullable LocalDate madeOn,
            @Nullable LocalDate arrivedOn,
            String about) {
        /** What a mark says that came from a scanner, without a picture. */
        static Other of(Found.Marked mark, LocalDate today) {
            return new Other(
                    mark.kind(),
                    sender(mark),
                    mark.number() == null ? "" : mark.number(),
                    mark.date(),
                    today,
                    mark.kind().label() + ", quét mã");
        }
    }

    private Arrived entered(Viewer viewer, Arrival arrival) {
        Arrived line = book.enter(viewer, arrival);
        PaperKind kind = arrival.kind();
        String paper = kind == null ? "văn bản" : kind.label().toLowerCase(Locale.ROOT);
        facts.tell(
                viewer,
                new IntakeFacts.Entered(
                        line.id(),
                        Integer.toString(line.no()),
                        line.number() == null ? paper : paper + " số " + line.number(),
                        line.issuer()));
        return line;
    }

    /**
     * Tells that something was not taken; in a transaction of its own, for the act has none left.
     */
    @Transactional
    void refused(Viewer viewer, Refusal why) {
        tell(viewer, why.thing(), Labels.told(why));
    }

    /** The same of a wrong day. */
    @Transactional
    void refused(Viewer viewer, @Nullable UUID thing, String why) {
        tell(viewer, thing, why);
    }

    private void tell(Viewer viewer, @Nullable UUID thing, String why) {
        Viewer.Unit office = viewer.unit();
        UUID here = office == null ? Ids.next() : office.id();
        facts.tell(
                viewer,
                new IntakeFacts.Refused(
                        thing == null ? here : thing,
                        why,
                        thing == null
                                ? null
                                : papers.named(viewer.scope(), thing)
                                        .map(Papers.Named::memberId)
                                        .orElse(null)));
    }
}
