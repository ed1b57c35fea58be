package vn.ganbo.screening;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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
import vn.ganbo.regulation.ScreeningBook;
import vn.ganbo.regulation.ScreeningGround;
import vn.ganbo.regulation.ScreeningRules;

/**
 * Xem xét tư cách: a case that a resolution of the cell opens; the person is heard, help comes
 * first, the competent committee decides (Quy định 24-QĐ/TW, 8.1; Chỉ thị 28-CT/TW). The program
 * opens and proposes nothing.
 */
@Service
public class Screenings {
    /** What is missing, said beside its field together with all the rest. */
    static final String SAY_RESOLUTION = "Ghi số nghị quyết của chi bộ.";

    static final String SAY_FACTS = "Ghi việc gì, ngày nào.";
    static final String SAY_WORDS = "Ghi đúng lời trình bày.";
    static final String SAY_HELP = "Ghi giúp việc gì, đồng chí ấy cần làm gì.";
    static final String SAY_HELPER = "Ghi ai giúp.";
    static final String SAY_PROGRESS = "Ghi đã tiến bộ gì, còn vướng gì.";
    static final String SAY_REASON = "Ghi lý do chi bộ đề nghị như vậy.";
    static final String SAY_PROPOSAL = "Ghi số nghị quyết của chi bộ về đề nghị này.";
    static final String SAY_DECISION = "Ghi số quyết định.";
    static final String SAY_ISSUER = "Ghi cấp ủy có thẩm quyền đã quyết định.";

    private static final int YEARS_OF_FACTS = 3;

    private final ScreeningStore store;
    private final LapseStore lapses;
    private final Handovers handovers;
    private final ScreeningRules rules;
    private final Facts facts;
    private final Clock clock;

    Screenings(
            ScreeningStore store,
            LapseStore lapses,
            Handovers handovers,
            ScreeningRules rules,
            Facts facts,
            Clock clock) {
        this.store = store;
        this.lapses = lapses;
        this.handovers = handovers;
        this.rules = rules;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * What is to be opened.
     *
     * @param facts in the cell's words, besides what it has noted month by month
     */
    public record Opening(
            UUID member,
            ScreeningGround ground,
            String resolutionNo,
            LocalDate resolutionOn,
            String facts) {
        /** What the months say themselves needs no words; anything else does. */
        boolean factsUnsaid() {
            return ground != ScreeningGround.LAPSES
                    && ground != ScreeningGround.TWO_YEARS
                    && facts.isEmpty();
        }
    }

    /** Kế hoạch giúp đỡ. */
    public record Plan(String what, String helper, LocalDate from, LocalDate until) {}

    /** What the cell resolved to propose. */
    public record Proposal(ScreeningOutcome outcome, String because, String number, LocalDate on) {}

    /** The paper of the committee that decides. */
    public record Paper(String number, LocalDate on, String issuer) {}

    /**
     * Opens a case. The facts that the ground counts are copied with their dates.
     *
     * @throws Refusal beside another case, for somebody who has gone or was introduced elsewhere,
     *     or where the noted facts do not reach what the ground counts
     */
    @Transactional
    public UUID open(Viewer viewer, Opening opening) {
        LapseStore.Person person = mayOpen(viewer, opening.member());
        Stamp stamp = Stamp.of(viewer, clock);
        ScreeningBook book = rules.on(stamp.on());
        if (gone(person.status())) {
            throw new Refusal("screening.gone", Labels.of(person.status()));
        }
        if (person.leavingFor() != null) {
            throw new Refusal("screening.leaving", person.leavingFor());
        }
        List<LapseStore.Lapse> noted = lapses.of(viewer.scope(), opening.member());
        check(opening, noted, stamp.on(), book);

        UUID id = Ids.next();
        store.open(
                viewer.scope(),
                id,
                person,
                opening,
                facts(opening, noted),
                book.reference(),
                stamp);

        tell(viewer, id, ScreeningFacts.OPENED, opening.member());
        return id;
    }

    /**
     * Refuses beside another case. Asked before the fields are read: a page whose form has gone
     * could not show what is wrong in it.
     */
    LapseStore.Person mayOpen(Viewer viewer, UUID member) {
        if (!Lapses.mayWrite(viewer)) {
            throw new NotFound();
        }
        LapseStore.Person person = lapses.person(viewer.scope(), member).orElseThrow(NotFound::new);
        if (person.running() != null) {
            throw new Refusal("screening.running");
        }
        return person;
    }

    /** Refuses a step that the case no longer allows; asked before the fields are read. */
    void allows(Viewer viewer, UUID id, ScreeningState to) {
        ScreeningLifecycle.require(
                store.one(viewer.scope(), id).orElseThrow(NotFound::new).state(), to);
    }

    /** Refuses where all is decided; asked before the fields are read. */
    void undecided(Viewer viewer, UUID id) {
        open(store.one(viewer.scope(), id).orElseThrow(NotFound::new));
    }

    private static boolean gone(MemberStatus status) {
        return switch (status) {
            case TRANSFERRED, STRUCK_OFF, EXPELLED, LEFT, DECEASED -> true;
            case OFFICIAL, PROBATIONARY, SUSPENDED, EXEMPT, AWAY -> false;
        };
    }

    private static void check(
            Opening opening, List<LapseStore.Lapse> noted, LocalDate today, ScreeningBook book) {
        Problems.Gatherer problems = new Problems.Gatherer();
        if (opening.resolutionNo().isEmpty()) {
            problems.add("resolutionNo", SAY_RESOLUTION);
        }
        Lapses.notToCome("resolutionOn", opening.resolutionOn(), today, problems);
        problems.atMost("facts", opening.facts(), Lapses.LONGEST_WORDS);
        int year = opening.resolutionOn().getYear();
        if (opening.factsUnsaid()) {
            problems.add("facts", SAY_FACTS);
        }
        problems.check();
        if (opening.ground() == ScreeningGround.LAPSES
                && Lapses.months(noted, year) < book.openMonths()) {
            throw new Refusal(
                    "screening.months-missing",
                    Integer.toString(year),
                    Integer.toString(Lapses.months(noted, year)),
                    Integer.toString(book.openMonths()),
                    book.lapseBasis().source());
        }
        if (opening.ground() == ScreeningGround.TWO_YEARS && !Lapses.twoYears(noted, year)) {
            throw new Refusal("screening.years-missing");
        }
    }

    private static String facts(Opening opening, List<LapseStore.Lapse> noted) {
        List<String> lines = new ArrayList<>();
        if (!opening.facts().isEmpty()) {
            lines.add(opening.facts());
        }
        int since = opening.resolutionOn().getYear() - YEARS_OF_FACTS;
        noted.stream()
                .filter(lapse -> !lapse.withdrawn() && lapse.month().getYear() > since)
                .sorted(Comparator.comparing(LapseStore.Lapse::month))
                .forEach(lapse -> lines.add(line(lapse)));
        return String.join("\n", lines);
    }

    /** "Vắng sinh hoạt chi bộ tháng 3/2026; đã hỏi: …; trả lời: …; ghi ngày 02/04/2026". */
    static String line(LapseStore.Lapse lapse) {
        StringBuilder out =
                new StringBuilder(Labels.of(lapse.kind())).append(' ').append(lapse.when());
        if (lapse.askedBy() != null) {
            out.append("; người hỏi: ").append(lapse.askedBy());
        }
        String answer = lapse.answer();
        out.append("; trả lời: ")
                .append(answer == null ? "chưa có" : answer.replaceFirst("[.;]+$", ""));
        if (lapse.goodReason()) {
            out.append("; chi bộ nhận là có lý do, không tính");
        }
        return out.append("; ghi ngày ").append(Show.date(lapse.notedOn())).toString();
    }

    /** The cell has heard the person, and writes down what was said. */
    @Transactional
    public void hear(Viewer viewer, UUID id, LocalDate on, String words) {
        CaseFile file = ours(viewer, id);
        Stamp stamp = Stamp.of(viewer, clock);
        Problems.Gatherer problems = new Problems.Gatherer();
        Lapses.notToCome("heardOn", on, stamp.on(), problems);
        if (on.isBefore(file.resolutionOn())) {
            problems.add("heardOn", "Ngày này trước ngày nghị quyết mở trường hợp. Xem lại.");
        }
        words(words, problems);
        problems.check();
        open(file);

        store.hear(viewer.scope(), file, on, words, false, stamp);

        tell(viewer, id, ScreeningFacts.HEARD, file.memberId());
    }

    /** The person writes the own words. */
    @Transactional
    void say(Viewer viewer, UUID id, String words) {
        CaseFile file = store.one(viewer.scope(), id).orElseThrow(NotFound::new);
        if (!viewer.is(Role.MEMBER) || !file.memberId().equals(viewer.scope().self())) {
            throw new NotFound();
        }
        Stamp stamp = Stamp.of(viewer, clock);
        Problems.Gatherer problems = new Problems.Gatherer();
        words(words, problems);
        problems.check();
        open(file);

        store.hear(viewer.scope(), file, stamp.on(), words, true, stamp);

        tell(viewer, id, ScreeningFacts.SAID, file.memberId());
    }

    private static void words(String words, Problems.Gatherer problems) {
        if (words.isEmpty()) {
            problems.add("words", SAY_WORDS);
        }
        problems.atMost("words", words, Lapses.LONGEST_WORDS);
    }

    private static void open(CaseFile file) {
        if (file.state() == ScreeningState.DECIDED) {
            throw new Refusal("screening.wrong-state", Labels.of(file.state()));
        }
    }

    /** Makes a plan of help: what, who helps, until when. */
    @Transactional
    public void plan(Viewer viewer, UUID id, int version, Plan plan) {
        CaseFile file = ours(viewer, id);
        ScreeningLifecycle.require(file.state(), ScreeningState.HELPED);
        Stamp stamp = Stamp.of(viewer, clock);
        ScreeningBook book = rules.on(stamp.on());
        Problems.Gatherer problems = new Problems.Gatherer();
        if (plan.what().isEmpty()) {
            problems.add("what", SAY_HELP);
        }
        if (plan.helper().isEmpty()) {
            problems.add("helper", SAY_HELPER);
        }
        problems.atMost("what", plan.what(), Lapses.LONGEST_WORDS);
        if (plan.until().isBefore(plan.from())) {
            problems.add("until", "Ngày cuối trước ngày đầu. Xem lại hai ngày này.");
        } else if (!plan.until().isBefore(plan.from().plusMonths(book.helpMonths()))) {
            problems.add(
                    "until",
                    "Kế hoạch giúp đỡ dài nhất %d tháng (%s)."
                            .formatted(book.helpMonths(), book.helpBasis().source()));
        }
        problems.check();

        store.plan(viewer.scope(), id, version, plan, stamp);

        tell(viewer, id, ScreeningFacts.PLANNED, file.memberId());
    }

    /** How the plan goes. */
    @Transactional
    public void look(Viewer viewer, UUID id, LocalDate on, String words) {
        CaseFile file = ours(viewer, id);
        if (file.planWhat() == null) {
            throw new Refusal("screening.no-plan");
        }
        open(file);
        Stamp stamp = Stamp.of(viewer, clock);
        Problems.Gatherer problems = new Problems.Gatherer();
        Lapses.notToCome("lookedOn", on, stamp.on(), problems);
        if (words.isEmpty()) {
            problems.add("progress", SAY_PROGRESS);
        }
        problems.atMost("progress", words, Lapses.LONGEST_WORDS);
        problems.check();

        store.look(viewer.scope(), file, on, words, stamp);

        tell(viewer, id, ScreeningFacts.LOOKED, file.memberId());
    }

    /**
     * The cell proposes an outcome by resolution.
     *
     * @throws Refusal before the person was heard, before the help has ended, and for an outcome
     *     that the ground does not have
     */
    @Transactional
    public void propose(Viewer viewer, UUID id, int version, Proposal proposal) {
        CaseFile file = ours(viewer, id);
        ScreeningLifecycle.require(file.state(), ScreeningState.PROPOSED);
        Stamp stamp = Stamp.of(viewer, clock);
        Problems.Gatherer problems = new Problems.Gatherer();
        if (proposal.because().isEmpty()) {
            problems.add("because", SAY_REASON);
        }
        problems.atMost("because", proposal.because(), Lapses.LONGEST_WORDS);
        if (proposal.number().isEmpty()) {
            problems.add("number", SAY_PROPOSAL);
        }
        Lapses.notToCome("on", proposal.on(), stamp.on(), problems);
        if (proposal.on().isBefore(file.resolutionOn())) {
            problems.add("on", "Ngày này trước ngày nghị quyết mở trường hợp. Xem lại.");
        }
        problems.check();
        require(file, proposal, rules.on(stamp.on()));

        store.propose(viewer.scope(), id, version, proposal, stamp);

        tell(viewer, id, ScreeningFacts.PROPOSED, file.memberId());
    }

    private static void require(CaseFile file, Proposal proposal, ScreeningBook book) {
        LocalDate heard = file.heardOn();
        if (heard == null || heard.isAfter(proposal.on())) {
            throw new Refusal("screening.not-heard");
        }
        ScreeningOutcome outcome = proposal.outcome();
        if (!outcome.of(file.ground())) {
            throw new Refusal(
                    "screening.other-ground",
                    Labels.of(outcome).toLowerCase(Locale.ROOT),
                    book.rule(file.ground()).text());
        }
        LocalDate until = file.planUntil();
        if (outcome == ScreeningOutcome.STRIKE_OFF) {
            if (until == null && book.rule(file.ground()).afterHelp()) {
                throw new Refusal("screening.no-plan");
            }
            if (until != null && !until.isBefore(proposal.on())) {
                throw new Refusal("screening.plan-running", Show.date(until));
            }
        }
    }

    /** The committee's office gives the proposal back to the cell, and says why. */
    @Transactional
    void sendBack(Viewer viewer, UUID id, int version, String because) {
        CaseFile file = deciding(viewer, id);
        ScreeningLifecycle.require(file.state(), ScreeningState.OPENED);
        Problems.Gatherer problems = new Problems.Gatherer();
        if (because.isEmpty()) {
            problems.add("because", "Ghi cần làm thêm gì.");
        }
        problems.atMost("because", because, Lapses.LONGEST_WORDS);
        problems.check();

        store.sendBack(viewer.scope(), id, version, because, Stamp.of(viewer, clock));

        tell(viewer, id, ScreeningFacts.SENT_BACK, file.memberId());
    }

    /** The competent committee has decided; only now the member's status changes. */
    @Transactional
    public void decide(Viewer viewer, UUID id, int version, Paper paper) {
        CaseFile file = deciding(viewer, id);
        ScreeningLifecycle.require(file.state(), ScreeningState.DECIDED);
        Stamp stamp = Stamp.of(viewer, clock);
        Problems.Gatherer problems = new Problems.Gatherer();
        if (paper.number().isEmpty()) {
            problems.add("number", SAY_DECISION);
        }
        if (paper.issuer().isEmpty()) {
            problems.add("issuer", SAY_ISSUER);
        }
        Lapses.notToCome("on", paper.on(), stamp.on(), problems);
        LocalDate proposed = file.proposedOn();
        if (proposed != null && paper.on().isBefore(proposed)) {
            problems.add("on", "Quyết định trước ngày chi bộ đề nghị. Xem lại hai ngày này.");
        }
        problems.check();

        store.decide(viewer.scope(), id, version, paper, stamp);
        ScreeningOutcome outcome = file.outcome();
        MemberStatus status = outcome == null ? null : outcome.status();
        if (status != null) {
            handovers.status(
                    viewer.scope(),
                    file.memberId(),
                    status,
                    paper.on(),
                    new Decided(paper.number(), paper.on(), paper.issuer()));
        }

        tell(viewer, id, ScreeningFacts.DECIDED, file.memberId());
    }

    private CaseFile ours(Viewer viewer, UUID id) {
        if (!Lapses.mayWrite(viewer)) {
            throw new NotFound();
        }
        return store.one(viewer.scope(), id).orElseThrow(NotFound::new);
    }

    private CaseFile deciding(Viewer viewer, UUID id) {
        if (!Lapses.mayDecide(viewer)) {
            throw new NotFound();
        }
        return store.one(viewer.scope(), id).orElseThrow(NotFound::new);
    }

    private void tell(Viewer viewer, UUID id, String step, UUID member) {
        facts.tell(viewer, new ScreeningFacts.ScreeningStep(id, step, member));
    }
}
