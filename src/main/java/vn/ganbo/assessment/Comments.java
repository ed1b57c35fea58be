package vn.ganbo.assessment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.assessment.Comment.CellSigned;
import vn.ganbo.assessment.Comment.CommuneConfirmed;
import vn.ganbo.assessment.Comment.Draft;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.Criterion;
import vn.ganbo.regulation.FollowUpKind;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.regulation.Signatory;
import vn.ganbo.web.Picked;

/**
 * Phiếu nhận xét: drafted and signed by the cell after a recorded meeting, confirmed by the
 * commune's committee, returned to the workplace (Regulation 213, Art. 4.4-4.5;
 * docs/decisions/0006). One slip or a whole cell is one act and one fact.
 */
@Service
public class Comments {
    private static final int LONGEST = CommentReplies.LONGEST;
    private static final int LONGEST_REASON = 1000;

    private final CommentStore store;
    private final CommentSteps steps;
    private final CommentPaper paper;
    private final ReceiptStore receipts;
    private final RequestStore requests;
    private final FollowUps followUps;
    private final Windows windows;
    private final Rulebooks rulebooks;
    private final Facts facts;
    private final Clock clock;

    Comments(
            CommentStore store,
            CommentSteps steps,
            CommentPaper paper,
            ReceiptStore receipts,
            RequestStore requests,
            FollowUps followUps,
            Windows windows,
            Rulebooks rulebooks,
            Facts facts,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.paper = paper;
        this.receipts = receipts;
        this.requests = requests;
        this.followUps = followUps;
        this.windows = windows;
        this.rulebooks = rulebooks;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Saves a draft, finished or not.
     *
     * @param picked the slip as it was seen
     * @param answers criterion key to option key; a blank value is no answer yet
     * @param other nhận xét khác, at most 4,000 characters
     * @return the new version
     * @throws Problems for an answer that the rulebook's form does not have
     * @throws Refusal when the slip is no draft any more
     */
    @Transactional
    public int saveDraft(Viewer viewer, Picked picked, Map<String, String> answers, String other) {
        return save(viewer, picked, _ -> answers, other, null);
    }

    /** The same with the shortcomings as they shall stand. */
    @Transactional
    int saveDraft(
            Viewer viewer,
            Picked picked,
            Map<String, String> answers,
            String other,
            List<Shortcoming> shortcomings) {
        return save(viewer, picked, _ -> answers, other, shortcomings);
    }

    /**
     * The same as it was typed on the page.
     *
     * @param answers reads what was typed for the criteria of the slip's form
     */
    @Transactional
    int saveTyped(
            Viewer viewer,
            Picked picked,
            Function<List<Criterion>, Map<String, String>> answers,
            String other,
            List<Shortcoming> shortcomings) {
        return save(viewer, picked, answers, other, shortcomings);
    }

    private int save(
            Viewer viewer,
            Picked picked,
            Function<List<Criterion>, Map<String, String>> answers,
            String other,
            @Nullable List<Shortcoming> shortcomings) {
        CommentStore.Text stored = store.text(viewer.scope(), picked.id());
        CommentLifecycle.SAVE.require(stored.state());
        CommentBody old = stored.body();
        Rulebook book = book(old);

        CommentBody typed =
                typed(
                        old,
                        picked.version(),
                        answers.apply(book.criteria(old.form())),
                        other,
                        shortcomings == null ? old.shortcomings() : shortcomings,
                        book);
        store.save(
                viewer.scope(), typed, typed.unanswered(book).isEmpty(), Stamp.of(viewer, clock));

        facts.tell(
                viewer,
                new AssessmentFacts.DraftSaved(
                        old.id(),
                        old.memberId(),
                        typed.answers().size(),
                        book.criteria(old.form()).size()));
        return picked.version() + 1;
    }

    private static CommentBody typed(
            CommentBody old,
            int version,
            Map<String, String> answers,
            String other,
            List<Shortcoming> shortcomings,
            Rulebook book) {
        Map<String, String> given = new HashMap<>(answers);
        given.values().removeIf(String::isBlank);
        Problems.Gatherer problems = new Problems.Gatherer();
        book.unknownAnswers(old.form(), given)
                .keySet()
                .forEach(key ->
                        problems.add(
                                key,
                                "Phiếu không có lựa chọn này. Hãy chọn một trong các ô của"
                                        + " mẫu."));
        String words = CommentReplies.paragraphs(other);
        if (words.length() > LONGEST) {
            problems.add(
                    "other",
                    "Nhận xét khác dài %d ký tự; chỉ lưu được %d ký tự."
                            .formatted(words.length(), LONGEST));
        }
        Hearings.check(shortcomings, problems);
        problems.check();
        return new CommentBody(
                old.id(),
                version,
                old.memberId(),
                old.fullName(),
                old.unitNo(),
                old.cellNo(),
                old.wardNo(),
                old.year(),
                old.form(),
                given,
                words.isEmpty() ? null : words,
                shortcomings,
                old.rulebook());
    }

    /**
     * Signs for the cell, all or none.
     *
     * @throws Refusal while no record of the meeting with the Front work committee stands, when the
     *     meeting was later than today or did not agree, or while a criterion is unanswered (Art.
     *     4.4)
     */
    @Transactional
    public void sign(Viewer viewer, Collection<Picked> picked, Signer signer) {
        Stamp stamp = Stamp.of(viewer, clock);
        Signer name = signer.checked(rulebooks.on(stamp.on()), Signatory.COMMENT, Signatory.CELL);
        List<Comment> chosen = load(viewer, picked, CommentLifecycle.SIGN);
        refuseUnready(chosen, stamp);
        windows.require(viewer, RoundWindow.COMMENT, ids(chosen));
        List<CellSigned> signed = new ArrayList<>();
        for (Comment comment : chosen) {
            if (comment instanceof Draft draft) {
                signed.add(draft.sign(name, stamp.on(), book(draft.body())));
            }
        }

        steps.sign(viewer.scope(), signed, name, stamp);

        tell(viewer, "signed", chosen);
    }

    /** One slip gets its own reason; of a batch the first is named, so that it can be mended. */
    private void refuseUnready(List<Comment> chosen, Stamp stamp) {
        List<Refusal> reasons = new ArrayList<>();
        @Nullable String first = null;
        for (Comment comment : chosen) {
            if (comment instanceof Draft draft) {
                Optional<Refusal> obstacle = draft.obstacle(stamp.on(), book(draft.body()));
                if (obstacle.isPresent()) {
                    first = first == null ? draft.body().fullName() : first;
                    reasons.add(obstacle.get());
                }
            }
        }
        if (first == null) {
            return;
        }
        Refusal reason = reasons.getFirst();
        if (chosen.size() == 1) {
            throw reason;
        }
        throw new Refusal(
                "assessment.batch-not-ready",
                reasons.size(),
                chosen.size(),
                first,
                Labels.say("refusal." + reason.key(), reason.words()));
    }

    /**
     * Gives signed slips back to the cell, which mends them and signs again.
     *
     * @param reason read by the cell only
     */
    @Transactional
    public void giveBack(Viewer viewer, Collection<Picked> picked, String reason) {
        String why = Texts.clean(reason);
        Problems.Gatherer problems = new Problems.Gatherer();
        if (why.isEmpty()) {
            problems.add("reason", "Cần ghi lý do để chi bộ biết phải sửa gì.");
        }
        problems.atMost("reason", why, LONGEST_REASON);
        problems.check();
        List<Comment> chosen = load(viewer, picked, CommentLifecycle.GIVE_BACK);

        List<CellSigned> slips = only(CellSigned.class, chosen);
        steps.giveBack(viewer.scope(), slips, why, Stamp.of(viewer, clock));

        tell(viewer, "given-back", chosen);
    }

    /** Confirms signed slips for the commune's committee, all or none. */
    @Transactional
    public void confirm(Viewer viewer, Collection<Picked> picked, Signer signer) {
        Stamp stamp = Stamp.of(viewer, clock);
        Signer name =
                signer.checked(rulebooks.on(stamp.on()), Signatory.COMMENT, Signatory.COMMUNE);
        List<Comment> chosen = load(viewer, picked, CommentLifecycle.CONFIRM);
        windows.require(viewer, RoundWindow.CONFIRMATION, ids(chosen));
        List<CommuneConfirmed> confirmed =
                only(CellSigned.class, chosen).stream()
                        .map(slip -> slip.confirm(name, stamp.on()))
                        .toList();

        steps.confirm(viewer.scope(), confirmed, name, stamp);

        tell(viewer, "confirmed", chosen);
    }

    /**
     * Returns confirmed slips to the workplaces, all or none: each becomes a stored paper, from now
     * on the workplace and the member read it, and what it proposes waits for the workplace's
     * answer.
     */
    @Transactional
    public void giveOut(Viewer viewer, Collection<Picked> picked) {
        Stamp stamp = Stamp.of(viewer, clock);
        List<Comment> chosen = load(viewer, picked, CommentLifecycle.RETURN);
        windows.require(viewer, RoundWindow.RETURN, ids(chosen));
        List<CommuneConfirmed> confirmed = only(CommuneConfirmed.class, chosen);

        List<CommentSteps.HandedOut> out = paper.keep(viewer, confirmed, stamp.on());
        steps.giveOut(viewer.scope(), out, stamp);
        requests.answer(viewer.scope(), confirmed.stream().map(c -> c.body().id()).toList(), stamp);

        List<UUID> ids = ids(chosen);
        followUps.open(viewer, proposals(confirmed), stamp);
        facts.tell(
                viewer,
                new AssessmentFacts.CommentsHandedOver(
                        thing(ids), "returned-to-workplace", members(chosen)));
    }

    /**
     * The workplace says that it has the slips; those it said so of before are left as they are.
     *
     * @return how many were new
     */
    @Transactional
    public int receive(Viewer viewer, Collection<UUID> comments) {
        if (comments.isEmpty()) {
            throw Problems.of("comments", "Cần chọn ít nhất một phiếu nhận xét.");
        }
        List<UUID> people =
                receipts.receive(
                        viewer.scope(),
                        comments,
                        ReceiptStore.Side.WORKPLACE,
                        Stamp.of(viewer, clock));
        if (!people.isEmpty()) {
            facts.tell(
                    viewer,
                    new AssessmentFacts.CommentsHandedOver(
                            thing(List.copyOf(comments)), "received", people));
        }
        return people.size();
    }

    /**
     * Somebody on the other side opens a returned slip: at the workplace each time is a fact, for
     * the member the first time. Throws {@link NotFound} before the return.
     */
    @Transactional
    public void read(Viewer viewer, UUID comment) {
        ReceiptStore.Read slip = receipts.find(viewer.scope(), comment).orElseThrow(NotFound::new);
        boolean self = slip.memberId().equals(viewer.scope().self());
        if (self
                && receipts.receive(
                                viewer.scope(),
                                List.of(comment),
                                ReceiptStore.Side.MEMBER,
                                Stamp.of(viewer, clock))
                        .isEmpty()) {
            return;
        }

        facts.tell(
                viewer,
                new AssessmentFacts.CommentRead(
                        comment,
                        self ? "by-member" : "at-workplace",
                        slip.memberId(),
                        slip.year()));
    }

    /** What the slips ask of the workplaces, as the rulebook of each reads its answers. */
    private Map<UUID, FollowUpKind> proposals(List<CommuneConfirmed> slips) {
        Map<UUID, FollowUpKind> out = new HashMap<>();
        for (CommuneConfirmed slip : slips) {
            slip.body()
                    .followUp(book(slip.body()))
                    .ifPresent(kind -> out.put(slip.body().id(), kind));
        }
        return out;
    }

    private List<Comment> load(Viewer viewer, Collection<Picked> picked, CommentLifecycle act) {
        if (picked.isEmpty()) {
            throw Problems.of("comments", "Cần chọn ít nhất một phiếu nhận xét.");
        }
        List<Comment> found = store.load(viewer.scope(), picked);
        found.forEach(comment -> act.require(comment.state()));
        return found;
    }

    private Rulebook book(CommentBody body) {
        return rulebooks
                .byId(body.rulebook())
                .orElseThrow(() -> new IllegalStateException("no rulebook " + body.rulebook()));
    }

    /** The criteria of a slip under the rulebook it was made under. */
    List<Criterion> criteria(CommentBody body) {
        return book(body).criteria(body.form());
    }

    private static <T extends Comment> List<T> only(Class<T> state, List<Comment> comments) {
        return comments.stream().map(state::cast).toList();
    }

    private static List<UUID> ids(List<Comment> comments) {
        return comments.stream().map(c -> c.body().id()).toList();
    }

    private static List<UUID> members(List<Comment> comments) {
        return comments.stream().map(c -> c.body().memberId()).distinct().toList();
    }

    private void tell(Viewer viewer, String step, List<Comment> comments) {
        List<UUID> ids = ids(comments);
        facts.tell(viewer, new AssessmentFacts.CommentsStep(thing(ids), step, members(comments)));
    }

    /** The slip, or a batch of several. */
    private static UUID thing(List<UUID> ids) {
        return ids.size() == 1 ? ids.getFirst() : Ids.next();
    }
}
