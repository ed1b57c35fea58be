package vn.ganbo.exchange;

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
import vn.ganbo.document.Numbers;
import vn.ganbo.document.PaperKind;
import vn.ganbo.exchange.NoticeStore.NewNotice;
import vn.ganbo.exchange.NoticeStore.Person;
import vn.ganbo.exchange.NoticeStore.Step;
import vn.ganbo.exchange.NoticeStore.Target;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.Clocks;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.regulation.WorkingDays;

/**
 * Trao đổi hai chiều: a committee writes about a member, signs, sends; the other receives and
 * answers; the person reads it and may add own words (Regulation 213, Art. 3.5 and 4.5). A
 * shortcoming is sent only after the person was heard and the cell committee decided.
 */
@Service
public class Exchanges {
    static final int LONGEST = 3000;

    private final NoticeStore store;
    private final NoticePaper paper;
    private final Agreements agreements;
    private final Numbers numbers;
    private final Units units;
    private final Rulebooks rulebooks;
    private final WorkingDays workingDays;
    private final Facts facts;
    private final Clock clock;

    Exchanges(
            NoticeStore store,
            NoticePaper paper,
            Agreements agreements,
            Numbers numbers,
            Units units,
            Rulebooks rulebooks,
            WorkingDays workingDays,
            Facts facts,
            Clock clock) {
        this.store = store;
        this.paper = paper;
        this.agreements = agreements;
        this.numbers = numbers;
        this.units = units;
        this.rulebooks = rulebooks;
        this.workingDays = workingDays;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Writes a draft about one member. Throws {@link Problems} (kind, body) and {@link NotFound}
     * for somebody who is on no register or not the viewer's.
     */
    @Transactional
    public UUID draft(
            Viewer viewer, UUID member, @Nullable NoticeKind kind, String body, boolean urgent) {
        Direction direction = writing(viewer);
        Problems.Gatherer problems = new Problems.Gatherer();
        Optional<NoticeKind> chosen =
                Optional.ofNullable(kind).filter(one -> one.direction() == direction);
        if (chosen.isEmpty()) {
            problems.add("kind", "Chọn việc cần thông báo.");
        }
        String words = checked(body, problems);
        problems.check();
        Person person =
                store.people(viewer.scope(), List.of(member)).stream()
                        .findFirst()
                        .orElseThrow(NotFound::new);

        return draftAll(viewer, chosen.orElseThrow(), urgent, false, Map.of(person, words))
                .getFirst();
    }

    /** Writes drafts of one kind; ids in the order of the people. */
    List<UUID> draftAll(
            Viewer viewer,
            NoticeKind kind,
            boolean urgent,
            boolean byProgram,
            Map<Person, String> words) {
        Stamp stamp = Stamp.of(viewer, clock);
        List<NewNotice> notices = new ArrayList<>();
        words.forEach((person, body) -> notices.add(new NewNotice(Ids.next(), person, body)));
        store.add(
                viewer.scope(),
                writer(viewer),
                kind,
                urgent,
                byProgram,
                notices,
                rulebooks.on(stamp.on()).reference(),
                stamp);

        List<UUID> ids = notices.stream().map(NewNotice::id).toList();
        facts.tell(
                viewer,
                new ExchangeFacts.NoticesDrafted(
                        thing(ids),
                        kind,
                        notices.stream().map(n -> n.person().memberId()).toList()));
        return ids;
    }

    /** Prepares a draft about one member, or brings the open one of this kind up to date. */
    void prepare(Viewer viewer, NoticeKind kind, Person person, String words) {
        Stamp stamp = Stamp.of(viewer, clock);
        store.renew(viewer.scope(), person.memberId(), kind, words, stamp)
                .ifPresentOrElse(
                        id ->
                                facts.tell(
                                        viewer,
                                        new ExchangeFacts.DraftStep(
                                                id, "renewed", kind, person.memberId())),
                        () -> draftAll(viewer, kind, false, true, Map.of(person, words)));
    }

    private static String checked(String body, Problems.Gatherer problems) {
        String words = Texts.paragraphs(body);
        if (words.isEmpty()) {
            problems.add("body", "Ghi nội dung thông báo: việc gì, khi nào.");
        }
        problems.atMost("body", words, LONGEST);
        return words;
    }

    /** Rewrites a draft. */
    @Transactional
    public void rewrite(Viewer viewer, UUID id, int version, String body, boolean urgent) {
        Notice notice = own(viewer, id, version);
        Problems.Gatherer problems = new Problems.Gatherer();
        String words = checked(body, problems);
        problems.check();
        if (notice.state() != NoticeState.DRAFT) {
            throw new Refusal("exchange.wrong-state", Labels.of(notice.state()));
        }

        if (!store.rewrite(viewer.scope(), id, version, words, urgent, Stamp.of(viewer, clock))) {
            throw changed(notice);
        }

        facts.tell(
                viewer,
                new ExchangeFacts.DraftStep(id, "rewritten", notice.kind(), notice.memberId()));
    }

    /** Drops a draft; nobody else ever sees it. */
    @Transactional
    public void drop(Viewer viewer, UUID id, int version) {
        Notice notice = own(viewer, id, version);
        NoticeLifecycle.require(notice.state(), NoticeState.DROPPED);

        advance(viewer, notice, NoticeState.DROPPED, Step.BARE);

        facts.tell(
                viewer,
                new ExchangeFacts.DraftStep(id, "dropped", notice.kind(), notice.memberId()));
    }

    /**
     * Mời trình bày: the person reads what is said and has the rulebook's working days to speak
     * before the cell committee decides (S4: criticism that builds).
     *
     * @return the last day
     */
    @Transactional
    public LocalDate askToBeHeard(Viewer viewer, UUID id, int version) {
        Notice notice = own(viewer, id, version);
        if (!notice.kind().heardFirst()) {
            throw new Refusal("exchange.no-hearing");
        }
        NoticeLifecycle.require(notice.state(), NoticeState.HEARING);
        LocalDate today = LocalDate.now(clock);
        LocalDate until = workingDays.plus(today, book(viewer, today).requireDays(Clocks.HEARING));

        advance(viewer, notice, NoticeState.HEARING, Step.hearing(until));

        facts.tell(viewer, new ExchangeFacts.HearingAsked(id, notice.memberId(), until));
        return until;
    }

    /** The residence writes down what the person said by word of mouth. */
    @Transactional
    public void writeDown(Viewer viewer, UUID id, int version, String said) {
        Notice notice = own(viewer, id, version);
        if (notice.state() != NoticeState.HEARING) {
            throw new Refusal("exchange.wrong-state", Labels.of(notice.state()));
        }
        if (!store.writeDown(viewer.scope(), id, version, said(said), Stamp.of(viewer, clock))) {
            throw changed(notice);
        }

        facts.tell(viewer, new ExchangeFacts.MemberHeard(id, notice.memberId()));
    }

    /** The person speaks: before the decision to be heard, afterwards as the own answer. */
    @Transactional
    public void say(Viewer viewer, UUID id, int version, String said) {
        Notice notice = load(viewer, id);
        if (!notice.memberId().equals(viewer.scope().self())) {
            throw new NotFound();
        }
        if (!store.say(viewer.scope(), id, version, said(said), Stamp.of(viewer, clock))) {
            throw changed(notice);
        }

        facts.tell(
                viewer,
                notice.state() == NoticeState.HEARING
                        ? new ExchangeFacts.MemberHeard(id, notice.memberId())
                        : new ExchangeFacts.MemberSaid(id, notice.memberId()));
    }

    private static String said(String typed) {
        String words = Texts.clean(typed);
        Problems.Gatherer problems = new Problems.Gatherer();
        if (words.isEmpty()) {
            problems.add("words", "Ghi ý kiến, ngắn gọn cũng được.");
        }
        problems.atMost("words", words, LONGEST);
        problems.check();
        return words;
    }

    /**
     * Ký và gửi: numbers, keeps as papers and sends drafts of one kind; from now on the other side
     * and the persons read them. Throws {@link Problems} (signer, post, session fields) and {@link
     * Refusal} where a shortcoming has not been heard.
     *
     * @param session of the cell committee; needed for a shortcoming alone
     */
    @Transactional
    public void send(
            Viewer viewer, Map<UUID, Integer> versions, Signer signer, @Nullable Session session) {
        List<Notice> notices = store.all(viewer.scope(), versions.keySet());
        if (notices.isEmpty() || notices.size() != versions.size()) {
            throw new NotFound();
        }
        NoticeKind kind = notices.getFirst().kind();
        if (notices.stream().anyMatch(notice -> notice.kind() != kind)) {
            throw new NotFound();
        }
        Stamp stamp = Stamp.of(viewer, clock);
        for (Notice notice : notices) {
            sendable(viewer, notice, versions, stamp.on());
        }
        Rulebook book = book(viewer, stamp.on());
        Problems.Gatherer problems = new Problems.Gatherer();
        Signer name = Signer.checked(signer, book, problems);
        Session decided = kind.heardFirst() ? checked(session, stamp.on(), problems) : null;
        problems.check();

        List<String> given =
                numbers.next(
                        viewer,
                        writer(viewer),
                        PaperKind.OFFICIAL_LETTER,
                        stamp.on(),
                        notices.size());
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < notices.size(); i++) {
            Notice notice = notices.get(i);
            targets.add(
                    new Target(
                            notice.id(),
                            notice.version(),
                            given.get(i),
                            dueOn(viewer, notice, book, stamp.on())));
        }
        step(viewer, notices, targets, NoticeState.SENT, Step.sending(decided, name), stamp);
        paper.keep(viewer, store.all(viewer.scope(), versions.keySet()), stamp.on());

        facts.tell(
                viewer,
                new ExchangeFacts.NoticesSent(
                        thing(versions.keySet()),
                        kind,
                        notices.stream().map(Notice::memberId).toList()));
    }

    private void sendable(
            Viewer viewer, Notice notice, Map<UUID, Integer> versions, LocalDate today) {
        if (!notice.direction().mayWrite(viewer)) {
            throw new NotFound();
        }
        if (!Integer.valueOf(notice.version()).equals(versions.get(notice.id()))) {
            throw changed(notice);
        }
        NoticeLifecycle.require(notice.state(), NoticeState.SENT);
        if (notice.kind().heardFirst() && !notice.heardOrPassed(today)) {
            LocalDate until = notice.hearUntil();
            throw until == null
                    ? new Refusal("exchange.not-heard")
                    : new Refusal("exchange.hearing-open", Show.date(until));
        }
    }

    private static @Nullable Session checked(
            @Nullable Session session, LocalDate today, Problems.Gatherer problems) {
        if (session == null) {
            problems.add(
                    "sessionOn",
                    "Ghi ngày chi ủy họp thống nhất; khuyết điểm không do một người kết luận.");
            return null;
        }
        if (session.on().isAfter(today)) {
            problems.add("sessionOn", "Ngày họp chi ủy chưa đến. Xem lại ngày.");
        }
        if (session.present() < 1) {
            problems.add("present", "Ghi số chi ủy viên có mặt.");
        }
        if (session.agreed() < 1 || session.agreed() > session.present()) {
            problems.add("agreed", "Số người tán thành từ 1 đến số người có mặt.");
        }
        return session;
    }

    /** The agreement of the two committees first, then the rulebook; null where both are silent. */
    private @Nullable LocalDate dueOn(
            Viewer viewer, Notice notice, Rulebook book, LocalDate today) {
        var days =
                notice.urgent()
                        ? book.days(Clocks.NOTICE_ANSWER_URGENT)
                        : agreements.answerDays(
                                viewer.scope(), notice.workNo(), notice.resNo(), today);
        if (days.isEmpty()) {
            days = book.days(Clocks.NOTICE_ANSWER);
        }
        return days.isEmpty() ? null : workingDays.plus(today, days.getAsInt());
    }

    /** Nhận: the other side has read it. */
    @Transactional
    public void receive(Viewer viewer, UUID id, int version) {
        Notice notice = came(viewer, id, version);
        NoticeLifecycle.require(notice.state(), NoticeState.RECEIVED);

        advance(viewer, notice, NoticeState.RECEIVED, Step.BARE);

        facts.tell(viewer, new ExchangeFacts.NoticeReceived(id, notice.kind(), notice.memberId()));
    }

    /** Trả lời: what the other side did or thinks; both sides and the person read it. */
    @Transactional
    public void answer(Viewer viewer, UUID id, int version, String answer) {
        Notice notice = came(viewer, id, version);
        Problems.Gatherer problems = new Problems.Gatherer();
        String words = Texts.paragraphs(answer);
        if (words.isEmpty()) {
            problems.add(
                    "answer", "Ghi câu trả lời: đã biết, đã làm gì, hoặc sẽ làm gì và khi nào.");
        }
        problems.atMost("answer", words, LONGEST);
        problems.check();
        NoticeLifecycle.require(notice.state(), NoticeState.ANSWERED);

        advance(viewer, notice, NoticeState.ANSWERED, Step.answering(words));

        facts.tell(viewer, new ExchangeFacts.NoticeAnswered(id, notice.kind(), notice.memberId()));
    }

    private Direction writing(Viewer viewer) {
        Direction direction = Direction.writtenBy(viewer);
        if (!direction.mayWrite(viewer)) {
            throw new NotFound();
        }
        return direction;
    }

    /** The unit whose letter it is: a cell or ward of the residence, the committee at work. */
    private int writer(Viewer viewer) {
        if (!viewer.is(Role.WORKPLACE_OFFICE)) {
            return viewer.unitNo();
        }
        return units.above(viewer.scope(), viewer.unitNo()).stream()
                .filter(unit -> unit.kind() == UnitKind.GRASSROOTS)
                .map(Unit::no)
                .findFirst()
                .orElse(viewer.unitNo());
    }

    private Rulebook book(Viewer viewer, LocalDate on) {
        return rulebooks.on(viewer.scope(), on, viewer.unitNo());
    }

    private Notice load(Viewer viewer, UUID id) {
        return store.one(viewer.scope(), id).orElseThrow(NotFound::new);
    }

    /** One that this viewer's office writes, as it was when it was read. */
    private Notice own(Viewer viewer, UUID id, int version) {
        Notice notice = load(viewer, id);
        if (!notice.direction().mayWrite(viewer)) {
            throw new NotFound();
        }
        return fresh(notice, version);
    }

    /** One that came to this viewer's office, as it was when it was read. */
    private Notice came(Viewer viewer, UUID id, int version) {
        Notice notice = load(viewer, id);
        if (!notice.direction().mayAnswer(viewer)) {
            throw new NotFound();
        }
        return fresh(notice, version);
    }

    private static Notice fresh(Notice notice, int version) {
        if (notice.version() != version) {
            throw changed(notice);
        }
        return notice;
    }

    private static Conflict changed(Notice notice) {
        return new Conflict(notice.changedBy(), notice.changedAt().toInstant());
    }

    private void advance(Viewer viewer, Notice notice, NoticeState to, Step step) {
        step(
                viewer,
                List.of(notice),
                List.of(Target.of(notice)),
                to,
                step,
                Stamp.of(viewer, clock));
    }

    private void step(
            Viewer viewer,
            List<Notice> notices,
            List<Target> targets,
            NoticeState to,
            Step step,
            Stamp stamp) {
        if (store.advance(viewer.scope(), targets, to, step, stamp) != targets.size()) {
            throw changed(notices.getFirst());
        }
    }

    private static UUID thing(Collection<UUID> notices) {
        return notices.size() == 1 ? notices.iterator().next() : Ids.next();
    }
}
