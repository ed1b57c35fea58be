package vn.ganbo.liaison;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Told;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.liaison.Introductions.Issued;
import vn.ganbo.member.ImportFacts;
import vn.ganbo.member.MemberFacts;
import vn.ganbo.member.Members;
import vn.ganbo.member.WorkMoved;

/**
 * Biến động: what a change of the record means for a letter. The program proposes; the office
 * chooses and does it in one act, and both sides are told (Regulation 213, Art. 2.7, 3.2, 3.5).
 */
@Service
public class Changes {
    static final Sql CLOSE =
            Sql.of("select liaison.close_contacts(:letters::uuid[], :on::date, :because)");

    static final Sql MARK_EXEMPT =
            Sql.of("select liaison.mark_exempt(:members::uuid[], :on::date)");

    static final Sql FOLLOW_ADDRESSES =
            Sql.of("select liaison.follow_addresses(:members::uuid[], :on::date)");

    static final Sql FOLLOW_WORK = Sql.of("select liaison.follow_work(:member::uuid)");

    private final ChangeQueries queries;
    private final Introductions introductions;
    private final Members members;
    private final Db db;
    private final Facts facts;
    private final Clock clock;

    Changes(
            ChangeQueries queries,
            Introductions introductions,
            Members members,
            Db db,
            Facts facts,
            Clock clock) {
        this.queries = queries;
        this.introductions = introductions;
        this.members = members;
        this.db = db;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param closed letters that were ended or withdrawn
     * @param issued what came of issuing anew, or null when nobody is introduced anew
     */
    public record Settled(int closed, @Nullable Issued issued) {}

    /**
     * Does for these letters what the program proposes: those who are gone are introduced no
     * longer; those who moved, and those whose letter came back, get a new letter. Throws {@link
     * Refusal} when one of them is no longer overtaken by a change.
     */
    @Transactional
    public Settled settle(Viewer viewer, Collection<UUID> letters) {
        if (letters.isEmpty()) {
            throw Problems.of("letters", "Cần chọn ít nhất một người.");
        }
        List<ChangeQueries.Line> lines = queries.of(viewer.scope(), letters);
        if (lines.size() != letters.size()) {
            throw new Refusal("liaison.nothing-changed");
        }

        List<ChangeQueries.Line> gone = of(lines, LetterChange.GONE);
        List<ChangeQueries.Line> moved = of(lines, LetterChange.MOVED);
        close(viewer, gone, "Nơi công tác thôi giới thiệu");
        close(viewer, moved, "Chuyển nơi cư trú");
        List<UUID> anew =
                lines.stream()
                        .filter(line -> line.change() != LetterChange.GONE)
                        .map(ChangeQueries.Line::memberId)
                        .toList();
        return new Settled(
                gone.size() + moved.size(),
                anew.isEmpty() ? null : introductions.issue(viewer, anew));
    }

    private static List<ChangeQueries.Line> of(
            List<ChangeQueries.Line> lines, LetterChange change) {
        return lines.stream().filter(line -> line.change() == change).toList();
    }

    /** The residence and the person are told while the residence still sees them. */
    private void close(Viewer viewer, List<ChangeQueries.Line> lines, String because) {
        if (lines.isEmpty()) {
            return;
        }
        List<UUID> letters = lines.stream().map(ChangeQueries.Line::id).toList();
        List<UUID> people = lines.stream().map(ChangeQueries.Line::memberId).toList();
        LocalDate today = LocalDate.now(clock);

        db.number(
                viewer.scope(),
                CLOSE,
                "letters",
                letters.toArray(UUID[]::new),
                "on",
                today,
                "because",
                because);
        for (LetterState to : List.of(LetterState.ENDED, LetterState.WITHDRAWN)) {
            introductions.close(
                    viewer,
                    lines.stream()
                            .filter(line -> IntroductionLifecycle.before(to).contains(line.state()))
                            .map(ChangeQueries.Line::id)
                            .toList(),
                    to,
                    because);
        }
        facts.tell(
                viewer,
                new LiaisonFacts.IntroductionsClosed(
                        letters.size() == 1 ? letters.getFirst() : Ids.next(), people));
        members.moveResidence(viewer.scope(), people, null);
    }

    /** What the workplace changes of a member goes along to letters and the register at once. */
    @EventListener
    void follow(Told told) {
        switch (told.fact()) {
            case MemberFacts.ExemptionGranted granted ->
                    mark(told.viewer(), List.of(granted.thing()));
            case MemberFacts.ExemptionEnded ended -> mark(told.viewer(), List.of(ended.thing()));
            case MemberFacts.ExemptionWithdrawn withdrawn ->
                    mark(told.viewer(), List.of(withdrawn.thing()));
            case MemberFacts.PeriodAdded added when added.ofWorkplace() ->
                    followWork(told.viewer(), added.thing());
            case MemberFacts.RecordChanged changed
                    when changed.names(Labels.of("field.address").toLowerCase(Locale.ROOT)) ->
                    followAddress(told.viewer(), changed.thing());
            case ImportFacts.MembersImported imported -> followImport(told.viewer(), imported);
            case WorkMoved moved -> followWork(told.viewer(), moved.member());
            default -> {
                // of no matter for letters
            }
        }
    }

    private void followWork(Viewer viewer, UUID member) {
        db.number(viewer.scope(), FOLLOW_WORK, "member", member);
    }

    /** Inside the ward the register takes the new address, and the residence is told to look. */
    private void followAddress(Viewer viewer, UUID member) {
        if (!reached(viewer, List.of(member)).isEmpty()) {
            facts.tell(viewer, new LiaisonFacts.AddressFollowed(member));
        }
    }

    /** A list may bring other addresses and exemptions; another commune is a letter, proposed. */
    private void followImport(Viewer viewer, ImportFacts.MembersImported imported) {
        List<UUID> reached = reached(viewer, imported.members());
        if (!reached.isEmpty()) {
            facts.tell(viewer, new LiaisonFacts.AddressesFollowed(imported.thing(), reached));
        }
        mark(viewer, imported.members());
    }

    private List<UUID> reached(Viewer viewer, Collection<UUID> people) {
        return db.list(
                viewer.scope(),
                FOLLOW_ADDRESSES,
                row -> row.getObject(1, UUID.class),
                "members",
                people.toArray(UUID[]::new),
                "on",
                LocalDate.now(clock));
    }

    private void mark(Viewer viewer, Collection<UUID> people) {
        db.number(
                viewer.scope(),
                MARK_EXEMPT,
                "members",
                people.toArray(UUID[]::new),
                "on",
                LocalDate.now(clock));
    }

    /** Exemptions begin and end by themselves: the register follows them every night. */
    @Transactional
    public int markExempt(Viewer viewer) {
        return (int)
                db.number(viewer.scope(), MARK_EXEMPT, "members", null, "on", LocalDate.now(clock));
    }
}
