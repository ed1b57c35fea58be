package vn.ganbo.away;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.away.AwayContactStore.Help;
import vn.ganbo.away.AwayFacts.ContactStep;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.Errands;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.AwayRules;

/**
 * Giữ liên lạc với người đi xa: the cell asks first what help is needed. Silence is told step by
 * step, to the person, to the committee member, to the cell; no case is ever opened here.
 */
@Service
public class AwayContacts {
    private static final int LONGEST = 1000;
    private static final int LONGEST_NAME = 200;

    private final AwayContactStore store;
    private final AwayRules rules;
    private final Errands tasks;
    private final Facts facts;
    private final Clock clock;

    AwayContacts(AwayContactStore store, AwayRules rules, Errands tasks, Facts facts, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.tasks = tasks;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * How the cell keeps in touch, and whom it can ask at the place of stay: the organisation's
     * contact alone.
     */
    public record Arrangement(
            ContactRhythm rhythm, String hostName, String hostPost, String hostPhone) {}

    /** One tap: all is well. */
    @Transactional
    public void allIsWell(Viewer viewer) {
        AwayContact of = store.own(viewer.scope()).orElseThrow(AwayContacts::notAway);
        Stamp stamp = Stamp.of(viewer, clock);

        store.checkIn(viewer.scope(), of, CheckInWay.TAP, stamp.on(), null, null, stamp);

        facts.tell(viewer, new ContactStep(of.id(), ContactStep.CHECKED_IN, of.memberId()));
    }

    /**
     * The member says what help is needed, how things are, and perhaps the day of coming back.
     *
     * @param backOn the day on which the member is back, or null
     * @return the request for help, or null where none is needed
     */
    @Transactional
    public @Nullable UUID report(
            Viewer viewer, String help, String words, @Nullable LocalDate backOn) {
        AwayContact of = store.own(viewer.scope()).orElseThrow(AwayContacts::notAway);
        Stamp stamp = Stamp.of(viewer, clock);
        boolean asked = check(help, words);
        if (!asked && Texts.clean(words).isEmpty() && backOn == null) {
            throw Problems.of("words", "Ghi vài chữ, hoặc bấm “Tôi vẫn ổn”.");
        }
        if (backOn != null && backOn.isBefore(of.since())) {
            throw Problems.of("backOn", "Ngày về trước ngày đi. Xem lại ngày.");
        }

        store.checkIn(
                viewer.scope(),
                of,
                CheckInWay.REPORT,
                stamp.on(),
                orNull(Texts.clean(words)),
                backOn,
                stamp);
        UUID request =
                asked ? store.ask(viewer.scope(), of.away(), Texts.clean(help), stamp) : null;

        facts.tell(
                viewer,
                new ContactStep(
                        of.id(),
                        asked ? ContactStep.HELP_ASKED : ContactStep.CHECKED_IN,
                        of.memberId()));
        return request;
    }

    /** Secretary or committee member note a call. */
    @Transactional
    public void call(Viewer viewer, UUID id, LocalDate on, String help, String words) {
        committee(viewer);
        AwayContact of = store.find(viewer.scope(), id).orElseThrow(NotFound::new);
        Stamp stamp = Stamp.of(viewer, clock);
        boolean asked = check(help, words);
        if (on.isAfter(stamp.on()) || on.isBefore(of.since())) {
            throw Problems.of(
                    "on", "Ghi một ngày từ %s đến hôm nay.".formatted(Show.date(of.since())));
        }

        store.checkIn(
                viewer.scope(), of, CheckInWay.CALL, on, orNull(Texts.clean(words)), null, stamp);
        if (asked) {
            store.ask(viewer.scope(), of.away(), Texts.clean(help), stamp);
        }

        facts.tell(viewer, new ContactStep(id, ContactStep.CALLED, of.memberId()));
    }

    /**
     * Who helps, what the person is told, and until when.
     *
     * @param person of the cell, or null where nobody is chosen
     */
    public record Giving(
            @Nullable UUID person, String title, String what, @Nullable LocalDate until) {}

    /**
     * A request becomes a task of the cell: somebody is asked to help, and it is reviewed.
     *
     * @return the assignment
     * @throws Refusal when it is answered, or somebody has it already
     */
    @Transactional
    public UUID giveAsTask(Viewer viewer, UUID id, int version, Giving giving) {
        committee(viewer);
        Help of = open(viewer, id, version);
        if (of.assignmentId() != null) {
            tasks.given(viewer.scope(), List.of(of.assignmentId())).stream()
                    .filter(Errands.Given::open)
                    .findFirst()
                    .ifPresent(one -> {
                        throw new Refusal("away.help-given", one.fullName());
                    });
        }
        Errands.Given given = tasks.give(viewer, wanted(of, giving));

        if (!store.give(viewer.scope(), of, given, Stamp.of(viewer, clock))) {
            throw new Conflict(of.changedBy(), of.changedAt().toInstant());
        }

        facts.tell(
                viewer, new ContactStep(of.applicationId(), ContactStep.HELP_TAKEN, of.memberId()));
        return given.id();
    }

    private static Errands.Wanted wanted(Help of, Giving giving) {
        Problems.Gatherer problems = new Problems.Gatherer();
        UUID person = giving.person();
        LocalDate until = giving.until();
        String title = Texts.clean(giving.title());
        String what = Texts.clean(giving.what());
        if (person == null) {
            problems.add("person", "Chọn người giúp.");
        }
        if (title.isEmpty()) {
            problems.add("title", "Ghi việc giao trong một dòng.");
        }
        if (what.isEmpty()) {
            problems.add("what", "Ghi điều người giúp cần biết để bắt đầu.");
        }
        if (until == null) {
            problems.add("until", "Ghi hạn giúp xong.");
        }
        problems.atMost("title", title, LONGEST_NAME);
        problems.atMost("what", what, LONGEST);
        problems.check();
        return new Errands.Wanted(
                title,
                what,
                "Đồng chí đi xa được giúp và biết kết quả",
                "Đồng chí đi xa nhờ chi bộ giúp ngày %s".formatted(Show.date(of.askedOn())),
                person == null ? of.memberId() : person,
                until == null ? LocalDate.EPOCH : until);
    }

    /** The answer that the member reads. */
    @Transactional
    public void answer(Viewer viewer, UUID help, int version, String answer) {
        committee(viewer);
        Help of = open(viewer, help, version);
        String text = Texts.clean(answer);
        if (text.isEmpty() || text.length() > LONGEST) {
            throw Problems.of(
                    "answer-" + help, "Ghi câu trả lời, không quá 1.000 chữ; đảng viên đọc được.");
        }

        if (!store.answer(viewer.scope(), of, text, Stamp.of(viewer, clock))) {
            throw new Conflict(of.changedBy(), of.changedAt().toInstant());
        }

        facts.tell(
                viewer,
                new ContactStep(of.applicationId(), ContactStep.HELP_ANSWERED, of.memberId()));
    }

    /** The cell sets how often it asks, and notes the contact at the place of stay. */
    @Transactional
    public void arrange(Viewer viewer, UUID id, int version, Arrangement how) {
        AwayApplications.secretary(viewer);
        AwayContact of = store.find(viewer.scope(), id).orElseThrow(NotFound::new);
        if (of.version() != version) {
            throw new Conflict(of.changedBy(), of.changedAt().toInstant());
        }
        Problems.Gatherer problems = new Problems.Gatherer();
        problems.atMost("hostName", how.hostName(), LONGEST_NAME);
        problems.atMost("hostPost", how.hostPost(), LONGEST_NAME);
        problems.atMost("hostPhone", how.hostPhone(), LONGEST_NAME);
        problems.check();

        if (!store.arrange(viewer.scope(), of, how, Stamp.of(viewer, clock))) {
            throw new Conflict(of.changedBy(), of.changedAt().toInstant());
        }

        facts.tell(viewer, new ContactStep(id, ContactStep.ARRANGED, of.memberId()));
    }

    /**
     * Tells of silence that has reached a rung, each once for each silence. From the highest down,
     * so that nobody is told twice in a night.
     *
     * @param rung 1 the person, 2 the committee member in charge, 3 the cell
     * @return how many people
     */
    @Transactional
    public int climb(Viewer viewer, int rung) {
        int months = rules.on(LocalDate.now(clock)).silence().get(rung - 1);
        List<UUID> silent = store.climb(viewer.scope(), rung, months);
        if (!silent.isEmpty()) {
            facts.tell(viewer, new AwayFacts.Silent(Ids.next(), silent, rung));
        }
        return silent.size();
    }

    private Help open(Viewer viewer, UUID id, int version) {
        Help of = store.oneHelp(viewer.scope(), id).orElseThrow(NotFound::new);
        if (of.version() != version) {
            throw new Conflict(of.changedBy(), of.changedAt().toInstant());
        }
        if (of.state() == HelpState.DONE) {
            throw new Refusal("away.help-done");
        }
        return of;
    }

    static boolean check(String help, String words) {
        Problems.Gatherer problems = new Problems.Gatherer();
        problems.atMost("help", help, LONGEST);
        problems.atMost("words", words, LONGEST);
        problems.check();
        return !Texts.clean(help).isEmpty();
    }

    static void committee(Viewer viewer) {
        if (!viewer.is(
                Role.RESIDENCE_CELL_SECRETARY,
                Role.WORKPLACE_CELL_SECRETARY,
                Role.COMMITTEE_MEMBER_IN_CHARGE)) {
            throw new NotFound();
        }
    }

    static Refusal notAway() {
        return new Refusal("away.not-in-force");
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
