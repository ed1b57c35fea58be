package vn.ganbo.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.document.Arrived;
import vn.ganbo.document.CommentRequestText;
import vn.ganbo.document.CommentSlipText;
import vn.ganbo.document.IncomingBook;
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
import vn.ganbo.liaison.PaperLetters;
import vn.ganbo.regulation.Rulebooks;

/**
 * Phiếu xin ý kiến và phiếu nhận xét đi bằng giấy: the one side works in this program, the other
 * with another installation or with paper alone (docs/decisions/0039).
 */
@Service
class PaperRequests {
    private static final int LONGEST = 100;

    private final PaperRequestStore store;
    private final PaperSlips slips;
    private final IncomingBook book;
    private final PaperLetters letters;
    private final Rulebooks rulebooks;
    private final Facts facts;
    private final Clock clock;

    PaperRequests(
            PaperRequestStore store,
            PaperSlips slips,
            IncomingBook book,
            PaperLetters letters,
            Rulebooks rulebooks,
            Facts facts,
            Clock clock) {
        this.store = store;
        this.slips = slips;
        this.book = book;
        this.letters = letters;
        this.rulebooks = rulebooks;
        this.facts = facts;
        this.clock = clock;
    }

    /** What stands on a request or slip that came as a file; empty for a sheet or a picture. */
    <T> Optional<T> text(Scope scope, Arrived line, Class<T> type) {
        return book.text(scope, line).filter(type::isInstance).map(type::cast);
    }

    /** Whom a request can be about: those its committee has introduced; of that name, if known. */
    List<PaperRequestStore.Registered> people(Scope scope, @Nullable CommentRequestText text) {
        if (text == null) {
            return store.registered(scope, null);
        }
        return store.registered(scope, Texts.folded(text.person().name())).stream()
                .filter(one -> same(Show.committee(one.workName()), text.issuer().name()))
                .toList();
    }

    /**
     * A request as it is taken in.
     *
     * @param contact the entry on the register
     */
    record Incoming(
            UUID contact,
            String number,
            LocalDate date,
            LocalDate due,
            int year,
            RequestPurpose purpose) {}

    /**
     * The ward takes in a request that stands in the book: it waits to be taken up like any other.
     *
     * @throws Problems by field
     * @throws Refusal when it came before
     */
    @Transactional
    void receive(Viewer viewer, Arrived line, Incoming in) {
        open(line);
        Stamp stamp = Stamp.of(viewer, clock);
        Problems.Gatherer problems = new Problems.Gatherer();
        if (in.number().isEmpty()) {
            problems.add("number", "Cần ghi số của phiếu, ví dụ: 04-PXYK/ĐU.");
        }
        problems.atMost("number", in.number(), LONGEST);
        if (in.date().isAfter(line.arrivedOn())) {
            problems.add("date", "Ngày của phiếu không thể sau ngày đến.");
        }
        if (in.due().isBefore(in.date())) {
            problems.add("due", "Hạn gửi trả không thể trước ngày của phiếu.");
        }
        if (in.year() > stamp.on().getYear() || in.year() < stamp.on().getYear() - 1) {
            problems.add("year", "Chỉ xin ý kiến cho năm nay hoặc năm trước.");
        }
        PaperRequestStore.Registered person =
                store.registered(viewer.scope(), null).stream()
                        .filter(one -> one.id().equals(in.contact()))
                        .findFirst()
                        .orElse(null);
        if (person == null) {
            problems.add("contact", "Cần chọn phiếu này xin ý kiến về ai.");
        }
        problems.check();
        store.cameBefore(viewer.scope(), in)
                .ifPresent(before -> {
                    throw new Refusal("assessment.request-came-before", before.number())
                            .about(before.id());
                });
        if (person == null) {
            throw new IllegalStateException("a form without problems names somebody");
        }

        UUID id = Ids.next();
        String rulebook = rulebooks.on(stamp.on()).reference();
        if (store.receive(viewer.scope(), id, in, rulebook, stamp) != 1) {
            throw new NotFound();
        }
        book.handled(viewer, line.id(), "/comment-requests", person.memberId(), id);

        facts.tell(
                viewer,
                new AssessmentFacts.CameOnPaper(
                        id,
                        "request",
                        person.memberId(),
                        in.number(),
                        Show.committee(person.workName())));
    }

    /**
     * What a slip answers.
     *
     * @param request or null where nobody asked
     * @param contact the person's entry on the register
     * @param year that was asked about, or null where nobody asked
     */
    record Target(
            @Nullable UUID request,
            @Nullable String number,
            UUID contact,
            UUID memberId,
            String fullName,
            int wardNo,
            String ward,
            @Nullable Integer year) {}

    /**
     * What the slip in a file answers: the request that it names, else the person that it names.
     *
     * @throws Refusal when it does not fit
     */
    Target target(Viewer viewer, CommentSlipText slip) {
        CommentSlipText.Answers answers = slip.answers();
        String number = answers == null ? null : answers.number();
        LocalDate date = answers == null ? null : answers.date();
        if (number == null || date == null) {
            return store.inTouch(viewer.scope(), Texts.folded(slip.person().name())).stream()
                    .filter(one -> same(Show.committee(one.ward()), slip.confirmingCommittee()))
                    .findFirst()
                    .map(PaperRequests::target)
                    .orElseThrow(() ->
                            new Refusal(
                                    "assessment.slip-nobody",
                                    slip.person().name(),
                                    slip.confirmingCommittee()));
        }
        PaperRequestStore.Asked asked =
                store.asked(viewer.scope(), number, date)
                        .orElseThrow(() -> new Refusal("assessment.slip-without-request", number));
        String ward = Show.committee(asked.ward());
        if (!same(ward, slip.confirmingCommittee())) {
            throw new Refusal(
                            "assessment.slip-other-ward",
                            asked.number(),
                            ward,
                            slip.confirmingCommittee())
                    .about(asked.id());
        }
        if (!same(asked.fullName(), slip.person().name())) {
            throw new Refusal(
                            "assessment.slip-other-person",
                            asked.number(),
                            asked.fullName(),
                            slip.person().name())
                    .about(asked.id());
        }
        if (slip.date().isBefore(asked.askedOn())) {
            throw before(asked, slip.date());
        }
        return target(asked);
    }

    private static Refusal before(PaperRequestStore.Asked asked, LocalDate madeOn) {
        return new Refusal(
                        "assessment.slip-before-the-request",
                        asked.number(),
                        Show.date(asked.askedOn()),
                        Show.date(madeOn))
                .about(asked.id());
    }

    private static Target target(PaperRequestStore.Asked asked) {
        return new Target(
                asked.id(),
                asked.number(),
                asked.contactId(),
                asked.memberId(),
                asked.fullName(),
                asked.toNo(),
                asked.ward(),
                asked.year());
    }

    private static Target target(PaperRequestStore.InTouch one) {
        return new Target(
                null, null, one.id(), one.memberId(), one.fullName(), one.toNo(), one.ward(), null);
    }

    /**
     * What a sheet can answer: requests that wait, and people who stand on a register, where the
     * ward works on paper.
     */
    List<Target> targets(Scope scope) {
        List<Target> out = new ArrayList<>();
        store.waiting(scope).forEach(asked -> out.add(target(asked)));
        store.inTouch(scope, null).forEach(one -> out.add(target(one)));
        Set<Integer> onPaper =
                letters.onPaper(
                        scope, out.stream().map(Target::wardNo).collect(Collectors.toSet()));
        out.removeIf(one -> !onPaper.contains(one.wardNo()));
        return out;
    }

    /**
     * The workplace takes in a slip that stands in the book: the request is answered, the slip
     * stands among the others, and the person may read it from now on.
     *
     * @param request chosen by eye for a sheet or a picture, or null
     * @param member the same where nobody asked, or null
     * @param typed what it says, where no file says it
     * @return the slip
     * @throws Refusal when the ward works in this program, or the slip does not fit
     */
    @Transactional
    UUID answered(
            Viewer viewer,
            Arrived line,
            @Nullable UUID request,
            @Nullable UUID member,
            PaperSlips.@Nullable Said typed) {
        open(line);
        Stamp stamp = Stamp.of(viewer, clock);
        Optional<CommentSlipText> slip = text(viewer.scope(), line, CommentSlipText.class);
        Target target =
                slip.isPresent()
                        ? target(viewer, slip.get())
                        : chosen(viewer, line, request, member);
        if (!letters.onPaper(viewer.scope(), target.wardNo())) {
            throw new Refusal("assessment.slip-in-program", Show.committee(target.ward()))
                    .about(target.request());
        }
        UUID answered = target.request();
        LocalDate madeOn = slip.map(CommentSlipText::date).orElse(line.madeOn());
        boolean waits =
                answered == null
                        || store.answer(
                                        viewer.scope(),
                                        answered,
                                        madeOn == null ? line.arrivedOn() : madeOn,
                                        stamp)
                                == 1;
        PaperSlips.Said said =
                slip.flatMap(text -> PaperSlips.said(text, slips.rulebook(line, stamp.on())))
                        .or(() -> Optional.ofNullable(typed))
                        .orElseThrow(
                                () -> Problems.of("form", "Cần ghi lại những gì phiếu nhận xét."));
        UUID id = slips.take(viewer, line, target, said, waits, slip.orElse(null), stamp);
        book.handled(viewer, line.id(), "/comments/" + id, target.memberId(), answered);

        facts.tell(
                viewer,
                new AssessmentFacts.CameOnPaper(
                        answered == null ? line.id() : answered,
                        "slip",
                        target.memberId(),
                        target.number() == null ? "" : target.number(),
                        Show.committee(target.ward())));
        return id;
    }

    private Target chosen(
            Viewer viewer, Arrived line, @Nullable UUID request, @Nullable UUID member) {
        Target target =
                targets(viewer.scope()).stream()
                        .filter(one ->
                                request == null
                                        ? one.request() == null && one.memberId().equals(member)
                                        : request.equals(one.request()))
                        .findFirst()
                        .orElseThrow(() -> Problems.of("target", PaperRequestPages.NOBODY));
        LocalDate madeOn = line.madeOn();
        if (request != null && madeOn != null) {
            store.waiting(viewer.scope()).stream()
                    .filter(asked -> asked.id().equals(request))
                    .filter(asked -> madeOn.isBefore(asked.askedOn()))
                    .findFirst()
                    .ifPresent(asked -> {
                        throw before(asked, madeOn);
                    });
        }
        return target;
    }

    private static void open(Arrived line) {
        if (line.handledAt() != null) {
            throw new Refusal("intake.dealt-with").about(line.caseId());
        }
    }

    private static boolean same(String one, String other) {
        return Texts.folded(one).equals(Texts.folded(other));
    }

    /**
     * Tells that a paper did not fit, at the case it names; in a transaction of its own, for the
     * act has none left.
     */
    @Transactional
    void refused(Viewer viewer, Arrived line, Refusal why) {
        UUID thing = why.thing();
        facts.tell(
                viewer,
                new AssessmentFacts.PaperRefused(
                        thing == null ? line.id() : thing, Labels.told(why)));
    }
}
