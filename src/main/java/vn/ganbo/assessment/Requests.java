package vn.ganbo.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.document.Numbers;
import vn.ganbo.document.PaperKind;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.regulation.Signatory;

/**
 * Phiếu xin ý kiến: the workplace asks the residence for a comment, every year or when needed
 * (Regulation 213, Art. 3). A request stands apart from the round; the round's slip answers the
 * yearly one.
 */
@Service
public class Requests {
    private static final int LONGEST_REASON = 1000;

    private final RequestStore store;
    private final RequestPaper paper;
    private final Numbers numbers;
    private final Units units;
    private final Rulebooks rulebooks;
    private final Facts facts;
    private final Clock clock;

    Requests(
            RequestStore store,
            RequestPaper paper,
            Numbers numbers,
            Units units,
            Rulebooks rulebooks,
            Facts facts,
            Clock clock) {
        this.store = store;
        this.paper = paper;
        this.numbers = numbers;
        this.units = units;
        this.rulebooks = rulebooks;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param year the year that is assessed
     * @param due the last day on which the slip is asked back, not in the past
     * @param portalFileCode mã hồ sơ on the national portal, or null
     * @param reason why these people, for the workplace alone; or null
     */
    public record Ask(
            RequestPurpose purpose,
            int year,
            LocalDate due,
            @Nullable String portalFileCode,
            @Nullable String reason) {
        public Ask(
                RequestPurpose purpose, int year, LocalDate due, @Nullable String portalFileCode) {
            this(purpose, year, due, portalFileCode, null);
        }
    }

    /** What came of asking: requests in the order of their numbers, and who was left out, why. */
    public record Asked(List<UUID> requests, List<Skipped> skipped) {}

    /** Someone for whom nothing was asked. */
    public record Skipped(String fullName, String reason) {}

    /**
     * Asks for comments on these members and sends the requests: each has a number and is a stored
     * paper, which the ward reads at once. People who are on no register, or for whom the same
     * request is open, are left out and named.
     */
    @Transactional
    public Asked ask(Viewer viewer, Collection<UUID> members, Ask ask, Signer signer) {
        Stamp stamp = Stamp.of(viewer, clock);
        check(members, ask, stamp.on());
        Rulebook book = rulebooks.on(stamp.on());
        Signer name = signer.checked(book, Signatory.COMMENT_REQUEST, Signatory.ISSUER);
        List<Skipped> skipped = new ArrayList<>();
        List<RequestStore.Ready> good = new ArrayList<>();
        int from = issuer(viewer);
        for (RequestStore.Ready person :
                store.ready(viewer.scope(), members, from, ask, stamp.on())) {
            if (person.contactId() == null) {
                skipped.add(
                        new Skipped(
                                person.fullName(),
                                Labels.say(
                                        "assessment.skip-not-registered",
                                        book.cite(book.commentsArticle()))));
            } else if (person.asked()) {
                skipped.add(new Skipped(person.fullName(), Labels.of("assessment.skip-asked")));
            } else if (person.answered()) {
                skipped.add(new Skipped(person.fullName(), Labels.of("assessment.skip-answered")));
            } else if (person.closedOn() != null) {
                skipped.add(
                        new Skipped(
                                person.fullName(),
                                Labels.say(
                                        "assessment.skip-closed", Show.date(person.closedOn()))));
            } else {
                good.add(person);
            }
        }
        if (good.isEmpty()) {
            throw new Refusal(
                    "assessment.nobody-to-ask",
                    skipped.stream()
                            .map(Skipped::reason)
                            .distinct()
                            .collect(Collectors.joining("; ")));
        }

        List<String> given =
                numbers.next(viewer, from, PaperKind.COMMENT_REQUEST, stamp.on(), good.size());
        List<RequestStore.NewRequest> asked = new ArrayList<>();
        for (int i = 0; i < good.size(); i++) {
            asked.add(new RequestStore.NewRequest(Ids.next(), good.get(i), given.get(i)));
        }
        List<UUID> papers = paper.keep(viewer, from, asked, ask, name, stamp.on());
        store.send(
                viewer.scope(),
                new RequestStore.Batch(from, ask, book.reference()),
                asked,
                papers,
                stamp);

        List<UUID> ids = asked.stream().map(RequestStore.NewRequest::id).toList();
        facts.tell(
                viewer,
                new AssessmentFacts.RequestsSent(
                        thing(ids), good.stream().map(RequestStore.Ready::memberId).toList()));
        return new Asked(ids, skipped);
    }

    private static void check(Collection<UUID> members, Ask ask, LocalDate today) {
        Problems.Gatherer problems = new Problems.Gatherer();
        if (members.isEmpty()) {
            problems.add("members", "Cần chọn ít nhất một đảng viên để xin ý kiến nhận xét.");
        }
        if (ask.due().isBefore(today)) {
            problems.add("due", "Hạn gửi trả không thể ở quá khứ.");
        }
        if (ask.year() > today.getYear() || ask.year() < today.getYear() - 1) {
            problems.add("year", "Chỉ xin ý kiến cho năm nay hoặc năm trước.");
        }
        if (ask.portalFileCode() != null && Texts.clean(ask.portalFileCode()).length() > 60) {
            problems.add("portalFileCode", "Mã hồ sơ dài quá 60 ký tự.");
        }
        if (ask.reason() != null) {
            problems.atMost("reason", ask.reason(), LONGEST_REASON);
        }
        problems.check();
    }

    /**
     * The ward takes requests up: a request for the yearly assessment is joined to the slip of the
     * round that is under way, any other gets a draft of its own, on the form for exempt members
     * where the person is exempt.
     */
    @Transactional
    public int takeUp(Viewer viewer, Collection<UUID> requests) {
        if (requests.isEmpty()) {
            throw Problems.of("requests", "Cần chọn ít nhất một phiếu xin ý kiến.");
        }
        Stamp stamp = Stamp.of(viewer, clock);
        List<RequestStore.Waiting> waiting = store.waiting(viewer.scope(), requests);
        if (waiting.size() != requests.stream().distinct().count()) {
            throw new NotFound();
        }
        for (RequestStore.Waiting request : waiting) {
            if (request.state() != RequestState.SENT) {
                throw new Refusal(
                        "assessment.request-taken-up",
                        request.number(),
                        Labels.of(request.state()));
            }
            if (request.cellNo() == null) {
                throw new Refusal("assessment.request-not-placed", request.number());
            }
        }

        store.takeUp(viewer.scope(), waiting, stamp);

        facts.tell(
                viewer,
                new AssessmentFacts.RequestsTakenUp(
                        thing(List.copyOf(requests)),
                        waiting.stream().map(RequestStore.Waiting::memberId).distinct().toList()));
        return waiting.size();
    }

    /** Takes up every request about people whom a cell has on its register; others wait. */
    @Transactional
    int takeUpAll(Viewer viewer) {
        return takeUp(viewer, store.placed(viewer.scope()));
    }

    /** Requests are the grassroots committee's, also when a cell's secretary prepares them. */
    private int issuer(Viewer viewer) {
        return units.above(viewer.scope(), viewer.unitNo()).stream()
                .filter(unit ->
                        unit.kind() == UnitKind.GRASSROOTS || unit.kind() == UnitKind.COMMUNE)
                .map(Unit::no)
                .findFirst()
                .orElse(viewer.unitNo());
    }

    private static UUID thing(List<UUID> ids) {
        return ids.size() == 1 ? ids.getFirst() : Ids.next();
    }
}
